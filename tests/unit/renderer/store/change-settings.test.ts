import { expect, it } from 'vitest'
import { profilesStateIn } from '../../../../src/renderer/store/app-state.ts'
import { createAppStore } from '../../../../src/renderer/store/app-store.ts'
import type { AppSettings } from '../../../../src/shared/app-settings.ts'
import { noon } from '../../../support/profiles/views.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { makeSnapshot } from '../make.ts'

const ok = <Value>(value: Value) => ({ ok: true, value }) as const
const notSaved = { code: 'not-saved', reason: 'disk-full' } as const

it('a choice that can’t be saved is reverted alone, without those made after it', async () => {
  const snapshot = makeSnapshot([], 5)
  let kept: AppSettings = snapshot.settings
  const main = createFakeBridge({
    getSnapshot: () => ok(snapshot),
    changeSettings: (next) => {
      if (next.theme !== kept.theme) return { ok: false, error: notSaved }
      kept = next
      return ok({})
    },
  })
  const { actions, state } = createAppStore(main.bridge, { now: () => noon })
  await actions.load()
  const shown = () => profilesStateIn(state.getState())?.settings
  const changes = [
    actions.changeSettings({ theme: 'dark' }),
    actions.changeSettings({ language: 'nl' }),
    actions.changeSettings({ clearClipboardAfter: 10 }),
  ]
  expect(shown()).toMatchObject({ theme: 'dark', language: 'nl', clearClipboardAfter: 10 })
  await Promise.all(changes)
  expect(shown()).toEqual(kept)
  expect(kept).toEqual({ ...snapshot.settings, language: 'nl', clearClipboardAfter: 10 })
  expect(state.getState().trouble).toEqual(notSaved)
})
