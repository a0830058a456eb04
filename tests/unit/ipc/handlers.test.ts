import { expect, it } from 'vitest'
import { testAndRemember } from '../../../src/main/ipc/handlers.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { repeating, startEngine } from '../../support/engine/engine-under-test.ts'
import { optionOf, optionsOf, type SettingsOptions } from '../../support/profiles/settings.ts'

const address = 'https://api.example/me'

async function start(settings: Partial<SettingsOptions> = {}) {
  const world = await startEngine()
  world.http.serve(repeating)
  const id = await world.create(draftOf({ keepFresh: false, ...settings }))
  await world.engine.obtain(id)
  const test = (status: number, at = address) => {
    world.http.serve(() => ({ status, body: 'Hello' }))
    return testAndRemember(world.engine, presets, id, at)
  }
  return { ...world, id, test, kept: () => optionsOf(world.view(id).settings).apiAddress }
}

it.each([
  [200, address],
  [204, address],
  [302, ''],
  [401, ''],
  [404, ''],
  [500, ''],
])('after an answer with status %i the profile keeps the address “%s”', async (status, kept) => {
  const profile = await start()
  expect(await profile.test(status)).toMatchObject({ status })
  expect(profile.kept()).toBe(kept)
  expect(optionOf(profile.store.durable.get(profile.id)?.settings, 'apiAddress')).toBe(kept)
})

it('a later address that works takes the place of an earlier one', async () => {
  const { test, kept } = await start()
  await test(200)
  await test(403, 'https://api.example/forbidden')
  expect(kept()).toBe(address)
  await test(200, 'https://api.example/other')
  expect(kept()).toBe('https://api.example/other')
})

it('an address that the provider data has is not written into the profile', async () => {
  const { test, kept, store } = await start({ presetId: 'semansys' })
  const { writes } = store
  await test(200, 'https://api.semansys.com/')
  expect(kept()).toBe('')
  expect(store.writes).toBe(writes)
})

it('the token does not count as one of older settings', async () => {
  const { test, view, id } = await start()
  await test(200)
  expect(view(id).token?.madeWithOlderSettings).toBe(false)
})

it('a full disk does not change the result', async () => {
  const { test, kept, store } = await start()
  store.failWith({ code: 'not-saved', reason: 'disk-full' })
  expect(await test(200)).toMatchObject({ kind: 'answer', status: 200 })
  expect(kept()).toBe('')
})

it('an address that grows too long to be kept is not kept', async () => {
  const { test, kept } = await start()
  const long = `https://api.example/${'%C3%B6'.repeat(400)}`
  expect(await test(200, long)).toMatchObject({ status: 200 })
  expect(kept()).toBe('')
})
