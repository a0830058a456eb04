import { expect, it } from 'vitest'
import { startEngine } from '../../support/engine/engine-under-test.ts'

it('a profile whose newest file was damaged says so until it is saved', async () => {
  const { engine, store, create, view } = await startEngine()
  const id = await create()
  store.setPassphrase('seven quiet herons')
  await engine.lock()
  store.setOlder(id)
  await engine.unlock({ kind: 'passphrase', passphrase: 'seven quiet herons' })
  expect(view(id).isOlderGeneration).toBe(true)
  store.failWith({ code: 'not-saved', reason: 'disk-full' })
  await expect(engine.setKeepFresh(id, false)).rejects.toThrow('not-saved')
  expect(view(id).isOlderGeneration).toBe(true)
  store.failWith(null)
  await engine.setKeepFresh(id, false)
  expect(view(id).isOlderGeneration).toBe(false)
})
