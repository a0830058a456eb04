import { expect, it } from 'vitest'
import { deferred, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import type { RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'

const passphrase = 'seven quiet herons'

it('a quit waits for a change of the keys', async () => {
  const { engine } = await startEngine()
  const work = deferred<'first'>()
  const order: string[] = []
  const changing = engine.changeKeys(() => work.promise).then(() => order.push('changed'))
  const closing = engine.close().then(() => order.push('closed'))
  await settled()
  expect(order).toEqual([])
  work.resolve('first')
  await Promise.all([changing, closing])
  expect(order).toEqual(['changed', 'closed'])
})

it('a quit while a lock waits sends nothing afterwards, also if the lock fails', async () => {
  const { engine, store, http, create } = await startEngine()
  store.setPassphrase(passphrase)
  http.serve(rotating)
  const id = await create()
  await engine.obtain(id)
  const answer = deferred<RawAnswer>()
  http.serve(() => answer.promise)
  const refreshing = engine.refresh(id)
  await settled()
  const locking = engine.lock()
  const refused = expect(locking).rejects.toMatchObject({ error: { code: 'not-saved' } })
  await settled()
  store.failWith({ code: 'not-saved', reason: 'disk-full' })
  const closing = engine.close()
  answer.resolve(rotating(null, 1))
  await Promise.all([refreshing, closing, refused])
  const before = http.requests.length
  http.serve(rotating)
  await expect(engine.obtain(id)).resolves.toEqual({ kind: 'cancelled' })
  expect(http.requests).toHaveLength(before)
})

it('a lock begins although something is always being written', async () => {
  const { engine, store, create } = await startEngine()
  store.setPassphrase(passphrase)
  const ids = [await create(), await create()]
  const { save } = store
  let mayGo = deferred<void>()
  store.save = async (profile) => {
    await mayGo.promise
    await save(profile)
  }
  // One of the two is being written at any moment.
  const saving = ids.map((id) => engine.changeMarks(id, { keepFresh: false }))
  const order: string[] = []
  const locking = engine.lock(() => order.push('begun')).then(() => order.push('locked'))
  await settled()
  expect(order).toEqual(['begun'])
  const last = mayGo
  mayGo = deferred<void>()
  mayGo.resolve()
  last.resolve()
  await Promise.all([...saving, locking])
  expect(order).toEqual(['begun', 'locked'])
})
