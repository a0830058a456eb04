import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { repeating, startEngine } from '../../support/engine/engine-under-test.ts'

const minute = 60_000
const passphrase = 'seven quiet herons'

async function start() {
  const world = await startEngine()
  world.http.serve(repeating)
  const id = await world.create(draftOf({ keepFresh: false }))
  const lastOnDisk = () => world.store.durable.get(id)?.lastUsed
  return { ...world, id, lastOnDisk }
}

describe('when a profile was last used', () => {
  it('is unknown at first, and then when the user got a token', async () => {
    const { engine, clock, view, id, lastOnDisk } = await start()
    expect(view(id).lastUsed).toBeNull()
    await clock.advance(minute)
    await engine.obtain(id)
    expect(view(id).lastUsed).toBe(clock.now())
    expect(lastOnDisk()).toBe(clock.now())
  })

  it('is announced when a token is copied, and causes no write', async () => {
    const { engine, store, clock, view, id, changes } = await start()
    await engine.obtain(id)
    const [writes, reported] = [store.writes, changes.length]
    await clock.advance(minute)
    engine.recordUse(id)
    expect(view(id).lastUsed).toBe(clock.now())
    expect(changes.slice(reported)).toMatchObject([{ profiles: [{ id, lastUsed: clock.now() }] }])
    expect(store.writes).toBe(writes)
  })

  it('is written with the next change of any kind', async () => {
    const { engine, clock, id, lastOnDisk } = await start()
    await clock.advance(minute)
    engine.recordUse(id)
    await engine.changeMarks(id, { keepFresh: true })
    expect(lastOnDisk()).toBe(clock.now())
  })

  it('is not lost to a change that was being written', async () => {
    const { engine, store, clock, view, id } = await start()
    await clock.advance(minute)
    const release = store.hold()
    const changing = engine.changeMarks(id, { keepFresh: true })
    engine.recordUse(id)
    release()
    await changing
    expect(view(id).lastUsed).toBe(clock.now())
  })

  it('is not changed by an automatic renewal', async () => {
    const { engine, clock, view, id } = await start()
    await engine.obtain(id)
    const used = view(id).lastUsed
    await engine.changeMarks(id, { keepFresh: true })
    await clock.advance(59 * minute)
    expect(view(id).activity).toHaveLength(2)
    expect(view(id).lastUsed).toBe(used)
  })

  it('is written when the app is closed, once for each profile that was used', async () => {
    const { engine, store, clock, create, id, lastOnDisk } = await start()
    await create()
    await clock.advance(minute)
    engine.recordUse(id)
    engine.recordUse(id)
    const { writes } = store
    await engine.close()
    expect(lastOnDisk()).toBe(clock.now())
    expect(store.writes).toBe(writes + 1)
  })

  it('does not prevent quitting when it can’t be written', async () => {
    const { engine, store, view, id, lastOnDisk } = await start()
    engine.recordUse(id)
    store.failWith({ code: 'not-saved', reason: 'disk-full' })
    await engine.close()
    expect(lastOnDisk()).toBeNull()
    expect(view(id).saved).toBe(true)
  })

  it('survives a lock', async () => {
    const { engine, store, clock, view, id, lastOnDisk } = await start()
    store.setPassphrase(passphrase)
    await clock.advance(minute)
    engine.recordUse(id)
    const used = clock.now()
    await engine.lock()
    expect(view(id)).toMatchObject({ locked: true, lastUsed: used })
    expect(lastOnDisk()).toBe(used)
    await engine.unlock({ kind: 'passphrase', passphrase })
    expect(view(id)).toMatchObject({ locked: false, lastUsed: used })
  })
})
