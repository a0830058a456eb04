import { describe, expect, it } from 'vitest'
import { Failure } from '../../../src/shared/errors.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import type { RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import { optionOf, settingsLike } from '../../support/profiles/settings.ts'

const passphrase = 'seven quiet herons'
const opener = { kind: 'passphrase', passphrase } as const
const hour = 3_600_000
const locked = new Failure({ code: 'vault-locked' })

/** A profile with a token that is kept fresh, in a store with a passphrase. */
async function startWithToken() {
  const world = await startEngine()
  world.store.setPassphrase(passphrase)
  world.http.serve(rotating)
  const id = await world.create()
  await world.engine.obtain(id)
  return { ...world, id }
}

describe('a lock', () => {
  it('removes every secret and token, and keeps the rest visible', async () => {
    const { engine, view, id } = await startWithToken()
    await engine.lock()
    expect(view(id)).toMatchObject({
      settings: settingsLike({ name: 'Billing' }),
      locked: true,
      token: null,
      savedSecrets: [],
      hasReport: false,
      renewsAt: null,
    })
    for (const ask of [
      () => engine.header(id),
      () => engine.accessToken(id),
      () => engine.readToken(id),
      () => engine.report(id),
    ]) {
      expect(ask).toThrow(locked)
    }
    await expect(engine.obtain(id)).rejects.toEqual(locked)
    await expect(engine.changeMarks(id, { keepFresh: false })).rejects.toEqual(locked)
    await expect(engine.remove(id)).rejects.toEqual(locked)
    await expect(engine.create(draftOf(), 'saved')).rejects.toEqual(locked)
  })

  it('lets nothing be renewed, however long it lasts', async () => {
    const { engine, http, clock } = await startWithToken()
    await engine.lock()
    await clock.advance(48 * hour)
    engine.wake()
    await clock.advance(hour)
    expect(http.requests).toHaveLength(1)
  })

  it('ends a test of a token that is under way', async () => {
    const { engine, http, id } = await startWithToken()
    http.serve(() => deferred<RawAnswer>().promise)
    const test = engine.testToken(id, 'https://api.example.com/me')
    await engine.lock()
    expect(await test).toEqual({ kind: 'cancelled' })
  })

  it('is over with the passphrase: the token is there, and it is renewed again', async () => {
    const { engine, http, clock, view, id } = await startWithToken()
    const before = engine.header(id)
    await engine.lock()
    await expect(engine.unlock({ ...opener, passphrase: 'another' })).rejects.toEqual(
      new Failure({ code: 'wrong-passphrase' }),
    )
    expect(view(id).locked).toBe(true)
    await engine.unlock(opener)
    expect(engine.header(id)).toEqual(before)
    expect(view(id).renewsAt).not.toBeNull()
    await clock.advance(hour)
    expect(http.requests).toHaveLength(2)
  })

  it('announces all that has changed', async () => {
    const { engine, changes, id } = await startWithToken()
    const before = engine.revision()
    await engine.lock()
    const told = changes.filter(({ revision }) => revision > before)
    expect(told.flatMap(({ profiles }) => profiles.map((each) => each.locked))).toContain(true)
    expect(told.at(-1)).toEqual({ revision: engine.revision(), profiles: [], removed: [] })
    await engine.unlock(opener)
    expect(changes.at(-2)?.profiles).toMatchObject([{ id, locked: false }])
  })

  it('waits for a refresh under way, and keeps the refresh token that it brings', async () => {
    const { engine, http, view, sealed, id } = await startWithToken()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const refreshing = engine.refresh(id)
    await settled()
    const locking = engine.lock()
    await settled()
    expect(view(id).locked).toBe(false)
    answer.resolve(rotating(null, 1))
    await expect(refreshing).resolves.toEqual({ kind: 'obtained' })
    await locking
    expect(view(id).locked).toBe(true)
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
  })

  it('cancels what brings no refresh token, and is no failure of the profile', async () => {
    const { engine, http, view, id } = await startWithToken()
    http.serve(() => new Promise(() => {}))
    const obtaining = engine.obtain(id)
    await settled()
    await engine.lock()
    await expect(obtaining).resolves.toEqual({ kind: 'cancelled' })
    await engine.unlock(opener)
    expect(view(id)).toMatchObject({ tokenRun: null, locked: false, token: {} })
    // That the password was sent is known, so that it is not sent again by itself.
    expect(view(id).activity.map(({ outcome }) => outcome.kind)).toEqual(['cancelled', 'obtained'])
  })

  it('sends nothing while it waits', async () => {
    const { engine, http, create, id } = await startWithToken()
    const other = await create()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const refreshing = engine.refresh(id)
    await settled()
    const locking = engine.lock()
    await settled()
    await expect(engine.obtain(other)).resolves.toEqual({ kind: 'cancelled' })
    answer.resolve(rotating(null, 1))
    await Promise.all([refreshing, locking])
    expect(http.requests).toHaveLength(2)
  })

  it('ends what lives in memory alone', async () => {
    const { engine } = await startWithToken()
    const practice = await engine.create(draftOf(), 'session')
    await engine.lock()
    expect(engine.profiles().map(({ id }) => id)).not.toContain(practice)
    await engine.unlock(opener)
    expect(engine.profiles()).toHaveLength(1)
  })

  it('is refused, and everything goes on, while a token is in memory alone', async () => {
    const { engine, store, http, clock, view, sealed, id } = await startWithToken()
    store.failWith({ code: 'not-saved', reason: 'disk-full' })
    await engine.refresh(id)
    await expect(engine.lock()).rejects.toEqual(
      new Failure({ code: 'not-saved', reason: 'disk-full' }),
    )
    expect(view(id)).toMatchObject({ locked: false, saved: false })
    store.failWith(null)
    await engine.lock()
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
    await engine.unlock(opener)
    await clock.advance(hour)
    expect(http.requests).toHaveLength(3)
  })

  it('begins once all checks have passed, and is reported until it is done', async () => {
    const { engine, store, http, id } = await startWithToken()
    const begun: boolean[] = []
    const begin = () => void begun.push(engine.isLocking())
    store.failWith({ code: 'not-saved', reason: 'disk-full' })
    await engine.refresh(id)
    await expect(engine.lock(begin)).rejects.toBeInstanceOf(Failure)
    expect(begun).toEqual([])
    store.failWith(null)
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const refreshing = engine.refresh(id)
    await settled()
    const locking = engine.lock(begin)
    await settled()
    expect(begun).toEqual([true])
    expect(engine.isLocking()).toBe(true)
    answer.resolve(rotating(null, 5))
    await Promise.all([refreshing, locking])
    expect(engine.isLocking()).toBe(false)
    await engine.lock(begin)
    expect(begun).toHaveLength(1)
  })

  it('ends no page where nothing on disk would open it again', async () => {
    const { engine, store, view, id } = await startWithToken()
    store.refuseLock({ code: 'vault-unreadable' })
    let hasBegun = false
    const locking = engine.lock(() => {
      hasBegun = true
    })
    await expect(locking).rejects.toEqual(new Failure({ code: 'vault-unreadable' }))
    expect([hasBegun, engine.isLocking(), view(id).locked]).toEqual([false, false, false])
  })

  it('that fails after it has begun goes on as before, and loses no refresh token', async () => {
    const { engine, store, http, clock, changes, view, sealed, id } = await startWithToken()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const refreshing = engine.refresh(id)
    await settled()
    const locking = engine.lock()
    await settled()
    store.failWith({ code: 'not-saved', reason: 'disk-full' })
    answer.resolve(rotating(null, 1))
    await refreshing
    await expect(locking).rejects.toEqual(new Failure({ code: 'not-saved', reason: 'disk-full' }))
    expect(engine.isLocking()).toBe(false)
    expect(changes.at(-1)?.revision).toBe(engine.revision())
    expect(view(id)).toMatchObject({ locked: false, saved: false })
    store.failWith(null)
    http.serve(rotating)
    await clock.advance(hour)
    expect(sealed(id).token?.refreshToken).not.toBe('refresh-1')
    expect(http.requests.length).toBeGreaterThan(2)
  })

  it('waits for a change of the keys, and for what is written because of it', async () => {
    const { engine, store, id } = await startWithToken()
    const release = store.hold()
    const changing = engine.changeKeys(async () => 'first')
    const before = store.writes
    const locking = engine.lock()
    await settled()
    expect(engine.isLocking()).toBe(false)
    release()
    await Promise.all([changing, locking])
    expect(store.writes).toBeGreaterThan(before)
    expect(store.durable.get(id)?.sealed).not.toBe('locked')
  })

  it('while the app is closed, or after it, loses nothing', async () => {
    const { engine, sealed, id } = await startWithToken()
    await Promise.all([engine.lock(), engine.close()])
    await engine.close()
    expect(sealed(id).token?.refreshToken).toBe('refresh-1')
  })

  it('is refused where no passphrase would open it again', async () => {
    const { engine, create, view } = await startEngine()
    const id = await create()
    await expect(engine.lock()).rejects.toEqual(new Failure({ code: 'no-passphrase' }))
    expect(view(id).locked).toBe(false)
  })

  it('may be requested many times at once, and so may the unlock', async () => {
    const { engine, view, id } = await startWithToken()
    await Promise.all([engine.lock(), engine.lock(), engine.lock()])
    expect(view(id).locked).toBe(true)
    await Promise.all([engine.unlock(opener), engine.unlock(opener)])
    expect(view(id).locked).toBe(false)
    const both = [engine.lock(), engine.unlock(opener)]
    await Promise.all(both)
    await engine.keysSettled()
    expect(view(id).locked).toBe(false)
  })
})

describe('work without what is locked', () => {
  it('writes nothing, and what was made is written once all is open', async () => {
    const { engine, store, clock, view, create, id } = await startWithToken()
    await engine.lock()
    store.setProtection({ kind: 'memory-only', reason: 'locked' })
    await store.open(opener)
    const before = store.writes
    const made = await create(draftOf({ name: 'Meanwhile' }))
    await engine.changeMarks(made, { keepFresh: false })
    await clock.advance(hour)
    expect(store.writes).toBe(before)
    expect(view(made)).toMatchObject({ lifetime: 'saved', saved: false, locked: false })
    await expect(engine.lock()).rejects.toEqual(new Failure({ code: 'lock-in-memory' }))
    expect(view(id).locked).toBe(true)

    await engine.unlock(opener)
    store.setProtection({ kind: 'key-store' })
    expect(view(id).locked).toBe(false)
    await clock.advance(60_000)
    expect(optionOf(store.durable.get(made)?.settings, 'name')).toBe('Meanwhile')
    expect(view(made).saved).toBe(true)
  })
})

describe('a first key', () => {
  it('writes again what was kept in memory until then', async () => {
    const { engine, store, id } = await startWithToken()
    const before = store.writes
    await engine.changeKeys(async () => 'another')
    expect(store.writes).toBe(before)
    await engine.changeKeys(async () => 'first')
    expect(store.writes).toBe(before + 1)
    expect(store.durable.get(id)?.sealed).not.toBe('locked')
  })
})

it('a profile whose newest file was damaged is marked until it is saved', async () => {
  const { engine, store, create, view } = await startEngine()
  const id = await create()
  store.setPassphrase('seven quiet herons')
  await engine.lock()
  store.setOlder(id)
  await engine.unlock({ kind: 'passphrase', passphrase: 'seven quiet herons' })
  expect(view(id).isOlderGeneration).toBe(true)
  store.failWith({ code: 'not-saved', reason: 'disk-full' })
  await expect(engine.changeMarks(id, { keepFresh: false })).rejects.toThrow('not-saved')
  expect(view(id).isOlderGeneration).toBe(true)
  store.failWith(null)
  await engine.changeMarks(id, { keepFresh: false })
  expect(view(id).isOlderGeneration).toBe(false)
})
