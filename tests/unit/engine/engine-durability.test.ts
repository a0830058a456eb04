import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import type { RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import { optionOf } from '../../support/profiles/settings.ts'

const second = 1000
const diskFull = { code: 'not-saved', reason: 'disk-full' } as const

/** An engine with a profile that has its first token. */
async function startWithToken() {
  const world = await startEngine()
  world.http.serve(rotating)
  const id = await world.create(draftOf({ keepFresh: false }))
  await world.engine.obtain(id)
  return { ...world, id }
}

describe('a rotated refresh token', () => {
  it('is on disk before the new access token is visible', async () => {
    const { engine, store, view, sealed, changes, id } = await startWithToken()
    const release = store.hold()
    const answers: unknown[] = []
    const asked = engine.refresh(id).then((outcome) => answers.push(outcome))
    await settled()
    const seenBefore = changes.length
    expect(sealed(id).token?.refreshToken).toBe('refresh-1')
    expect(engine.accessToken(id).text).toBe('access-1')
    expect(view(id)).toMatchObject({
      tokenRun: { what: 'refresh' },
      activity: [{ what: 'obtain' }],
    })
    expect(answers).toEqual([])

    release()
    await asked
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
    expect(engine.accessToken(id).text).toBe('access-2')
    expect(view(id).tokenRun).toBeNull()
    expect(changes).toHaveLength(seenBefore + 1)
  })

  it('is on disk when a listener is called', async () => {
    const { engine, store, id } = await startWithToken()
    const onDisk: unknown[] = []
    engine.subscribe(({ profiles: [profile] }) => {
      const sealed = store.durable.get(id)?.sealed
      if (profile?.tokenRun !== null || sealed === undefined || sealed === 'locked') return
      onDisk.push([sealed.token?.refreshToken, engine.accessToken(id).text])
    })
    await engine.refresh(id)
    expect(onDisk).toEqual([['refresh-2', 'access-2']])
  })
})

describe('a token that can not be written', () => {
  it('is kept in memory and shown as not saved', async () => {
    const { engine, store, view, sealed, id } = await startWithToken()
    store.failWith(diskFull)
    await expect(engine.refresh(id)).resolves.toEqual({ kind: 'obtained' })
    expect(view(id)).toMatchObject({ saved: false, token: { hasRefreshToken: true } })
    expect(engine.accessToken(id).text).toBe('access-2')
    expect(sealed(id).token?.accessToken).toBe('access-1')
  })

  it('is tried again after 1 s, 2 s, 4 s … up to a minute, until it works', async () => {
    const { engine, store, clock, view, sealed, id } = await startWithToken()
    store.failWith(diskFull)
    await engine.refresh(id)
    const waits: number[] = []
    for (let count = 0; count < 8; count += 1) {
      const before = store.writes
      const [wait = 0] = clock.armed()
      waits.push(wait / second)
      await clock.advance(wait - 1)
      expect(store.writes).toBe(before)
      await clock.advance(1)
      expect(store.writes).toBe(before + 1)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    store.failWith(null)
    await clock.advance(60 * second)
    expect(view(id).saved).toBe(true)
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
    expect(clock.armed()).toEqual([])
  })

  it('is written by the next change that can be written', async () => {
    const { engine, store, view, sealed, id } = await startWithToken()
    store.failWith(diskFull)
    await engine.refresh(id)
    store.failWith(null)
    await engine.changeMarks(id, { keepFresh: true })
    expect(view(id).saved).toBe(true)
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
  })

  it('is used for the next refresh', async () => {
    const { engine, store, http, id } = await startWithToken()
    store.failWith(diskFull)
    await engine.refresh(id)
    await engine.refresh(id)
    expect(http.requests.at(-1)?.body).toContain('refresh_token=refresh-2')
  })

  it('is tried once more when the app is closed', async () => {
    const { engine, store, sealed, id } = await startWithToken()
    store.failWith(diskFull)
    await engine.refresh(id)
    store.failWith(null)
    await engine.close()
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
  })

  it('of a profile that was removed is not tried again', async () => {
    const { engine, store, clock, id } = await startWithToken()
    store.failWith(diskFull)
    await engine.refresh(id)
    store.failWith(null)
    await engine.remove(id)
    await clock.advance(10 * second)
    expect(store.durable.size).toBe(0)
    expect(clock.armed()).toEqual([])
  })

  it('costs one try a round, however many wait for a full disk', async () => {
    const { engine, store, create, http, clock, view } = await startEngine()
    http.serve(rotating)
    const ids = [await create(), await create(), await create()]
    store.failWith(diskFull)
    for (const id of ids) await engine.obtain(id)
    const before = store.writes
    await clock.advance(second)
    expect(store.writes).toBe(before + 1)
    store.failWith(null)
    await clock.advance(2 * second)
    expect(ids.map((id) => view(id).saved)).toEqual([true, true, true])
  })

  it('because of a bug of the store is kept as well, and the bug is recorded', async () => {
    const { engine, store, view, log, id } = await startWithToken()
    const bug = new TypeError('a bug')
    store.breakWith(bug)
    await engine.refresh(id)
    expect(view(id).saved).toBe(false)
    expect(engine.accessToken(id).text).toBe('access-2')
    expect(log.incidents).toEqual([{ event: 'profile-not-written', cause: bug }])
  })
})

describe('closing', () => {
  it('waits until a token that just came is on disk', async () => {
    const { engine, store, sealed, id } = await startWithToken()
    const release = store.hold()
    const asked = engine.refresh(id)
    await settled()
    let isClosed = false
    const closed = engine.close().then(() => {
      isClosed = true
    })
    await settled()
    expect(isClosed).toBe(false)
    release()
    await closed
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
    await expect(asked).resolves.toEqual({ kind: 'obtained' })
  })

  it('waits until a change by the user is on disk', async () => {
    const { engine, store, id } = await startWithToken()
    const release = store.hold()
    const changed = engine.changeMarks(id, { keepFresh: true })
    const order: string[] = []
    const closed = engine.close().then(() => order.push('closed'))
    await settled()
    expect(order).toEqual([])
    release()
    await Promise.all([changed, closed])
    expect(optionOf(store.durable.get(id)?.settings, 'keepFresh')).toBe(true)
  })

  it('leaves no timer, also if a renewal was under way', async () => {
    const { engine, http, clock, id } = await startWithToken()
    await engine.changeMarks(id, { keepFresh: true })
    http.serve(() => deferred<RawAnswer>().promise)
    await clock.advance(3600 * second)
    expect(http.requests).toHaveLength(2)
    const closed = engine.close()
    await clock.advance(5 * second)
    await closed
    expect(clock.armed()).toEqual([])
  })

  it('waits for a response under way: it may hold the only valid refresh token', async () => {
    const { engine, http, sealed, id } = await startWithToken()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const asked = engine.refresh(id)
    await settled()
    const closed = engine.close()
    await settled()
    answer.resolve(rotating(null, 1))
    await closed
    await expect(asked).resolves.toEqual({ kind: 'obtained' })
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
  })

  it('sends nothing more', async () => {
    const { engine, http, id } = await startWithToken()
    await engine.close()
    await expect(engine.refresh(id)).resolves.toEqual({ kind: 'cancelled' })
    expect(http.requests).toHaveLength(1)
  })

  it('ends what is not answered in time, which is nothing that happened to the profile', async () => {
    const { engine, http, store, clock, create } = await startEngine()
    const id = await create(draftOf({ grantType: 'clientCredentials' }, { clientSecret: 's' }))
    http.serve(() => deferred<RawAnswer>().promise)
    const before = store.durable.get(id)
    const asked = engine.obtain(id)
    await settled()
    const closed = engine.close()
    await clock.advance(5 * second)
    await closed
    await expect(asked).resolves.toEqual({ kind: 'cancelled' })
    expect(store.durable.get(id)).toEqual(before)
    expect(clock.armed()).toEqual([])
  })
})
