import { expect, it } from 'vitest'
import { createAppStore } from '../../../../src/renderer/store/app-store.ts'
import type { UpdatesView } from '../../../../src/shared/updates.ts'
import { noon } from '../../../support/profiles/views.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { makeSnapshot } from '../make.ts'

const ok = <Value>(value: Value) => ({ ok: true, value }) as const
const nothing: UpdatesView = { host: 'desk.example', found: null, isDismissed: false }
const found = { version: '1.2.0', released: '2026-11-20', pageHost: 'desk.example', notes: {} }
const refused = { code: 'request-refused', reason: 'name' } as const

it('the window shows the version that main reports, that a look finds, or that was dismissed', async () => {
  const main = createFakeBridge({
    getSnapshot: () => ok(makeSnapshot([])),
    getUpdates: () => ok({ updates: nothing }),
    lookForUpdate: () => ok({ result: 'newer', updates: { ...nothing, found } }),
    dismissUpdate: ({ version }) =>
      ok({ updates: { ...nothing, found, isDismissed: version === found.version } }),
  })
  const { actions, state, send, run } = createAppStore(main.bridge, { now: () => noon })
  await actions.load()
  expect(state.getState().updates).toBe(null)
  await send('getUpdates', {})
  expect(state.getState().updates).toEqual(nothing)
  main.tell({ name: 'updatesChanged', data: { ...nothing, found } })
  expect(state.getState().updates?.found).toEqual(found)
  await run('dismissUpdate', { version: '1.2.0' })
  expect(state.getState().updates?.isDismissed).toBe(true)
  expect((await run('lookForUpdate', {}))?.result).toBe('newer')
  expect(state.getState().updates?.isDismissed).toBe(false)
})

it('only the failure of a request that was clicked is shown', async () => {
  const main = createFakeBridge({
    getSnapshot: () => ok(makeSnapshot([])),
    getUpdates: () => ({ ok: false, error: refused }),
    lookForUpdate: () => ({ ok: false, error: refused }),
  })
  const { actions, state, send, run } = createAppStore(main.bridge, { now: () => noon })
  await actions.load()
  await send('getUpdates', {})
  expect([state.getState().updates, state.getState().trouble]).toEqual([null, null])
  expect(await run('lookForUpdate', {})).toBe(undefined)
  expect(state.getState().trouble).toEqual(refused)
})
