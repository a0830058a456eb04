import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, repeating, startEngine } from '../../support/engine/engine-under-test.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import { optionsOf } from '../../support/profiles/settings.ts'

const minute = 60_000
const client = draftOf({ grantType: 'clientCredentials' }, { clientSecret: 's' })

/** Three profiles with tokens, as a start finds them; the first is there before the others. */
async function opening(pause?: () => Promise<void>) {
  const before = await startEngine()
  before.http.serve(repeating)
  for (let count = 0; count < 3; count += 1) await before.engine.obtain(await before.create(client))
  await before.engine.close()
  const stored = [...before.store.durable.values()]
  const ids = stored.map(({ id }) => id)
  const world = await startEngine({ stored, first: ids.slice(0, 1), pause })
  world.http.serve(repeating)
  return { ...world, ids, first: ids[0] ?? '' }
}

describe('while some profiles are still being read', () => {
  it('the first profiles are loaded without an announcement', async () => {
    const { engine, first, changes } = await opening()
    expect(engine.profiles().map(({ id }) => id)).toEqual([first])
    expect(engine.opening()).toEqual({ atTop: 1, toCome: 2 })
    expect(changes).toEqual([])
  })

  it('these can be used: a new token is requested, kept and written', async () => {
    const { engine, first, http, sealed } = await opening()
    expect(await engine.obtain(first)).toMatchObject({ kind: 'obtained' })
    expect(http.requests).toHaveLength(1)
    expect(engine.accessToken(first).text).toBe('access-1')
    expect(sealed(first).token?.accessToken).toBe('access-1')
  })

  it('nothing is renewed automatically, also after a change or a sleep', async () => {
    const { engine, first, clock, http, readOthers, loading } = await opening()
    await clock.advance(55 * minute)
    engine.recordUse(first)
    engine.wake()
    await clock.advance(minute)
    expect(http.requests).toEqual([])
    readOthers()
    await loading.all
    await clock.advance(0)
    expect(http.requests).toHaveLength(3)
  })

  it('the others are read when the pause is over', async () => {
    const pause = deferred<undefined>()
    const { engine, readOthers, loading } = await opening(() => pause.promise)
    readOthers()
    await settled()
    expect(engine.opening()).toEqual({ atTop: 1, toCome: 2 })
    pause.resolve(undefined)
    await loading.all
    expect(engine.opening()).toBeNull()
  })

  it('there is no pause where nothing is to come', async () => {
    const before = await startEngine()
    await before.create(client)
    const stored = [...before.store.durable.values()]
    const first = stored.map(({ id }) => id)
    let pauses = 0
    const pause = async () => {
      pauses += 1
    }
    const { readOthers, loading } = await startEngine({ stored, first, pause })
    readOthers()
    await loading.all
    expect(pauses).toBe(0)
  })

  it('the others come as a change, and what was changed meanwhile stays', async () => {
    const { engine, first, ids, changes, readOthers, loading } = await opening()
    await engine.changeMarks(first, { keepFresh: false })
    const reported = changes.length
    readOthers()
    await loading.all
    expect(engine.opening()).toBeNull()
    expect(changes.slice(reported)).toEqual([
      {
        revision: engine.revision(),
        profiles: [expect.anything(), expect.anything()],
        removed: [],
      },
    ])
    expect(changes.at(-1)?.profiles.map(({ id }) => id)).toEqual(ids.slice(1))
    const views = engine.profiles()
    expect(views.map(({ id }) => id)).toEqual(ids)
    expect(views.map(({ settings }) => optionsOf(settings).keepFresh)).toEqual([false, true, true])
  })
})
