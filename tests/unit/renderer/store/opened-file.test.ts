import { expect, test } from 'vitest'
import { createAppStore } from '../../../../src/renderer/store/app-store.ts'
import type { OpenedFile } from '../../../../src/shared/import.ts'
import { noon } from '../../../support/profiles/views.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { makeProfile, makeSnapshot } from '../make.ts'

const one = makeProfile(1)
const opened = { kind: 'opened', name: 'a.tokendesk', text: '{}' } as const

function createMain(first: OpenedFile) {
  let next = first
  const main = createFakeBridge({
    getSnapshot: () => ({ ok: true, value: makeSnapshot([one], 5) }),
    takeOpenedFile: () => {
      const value = next
      next = { kind: 'none' }
      return { ok: true, value }
    },
    reportTyping: () => ({ ok: true, value: {} }),
  })
  const store = createAppStore(main.bridge, { now: () => noon })
  const open = (file: OpenedFile) => {
    next = file
    main.tell({ name: 'fileOpened', data: {} })
  }
  return { open, actions: store.actions, now: store.state.getState }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 0))

test('a file that the app was started with is shown once everything is there', async () => {
  const { actions, now } = createMain(opened)
  await actions.load()
  await soon()
  const { page } = now()
  expect(page).toMatchObject({ kind: 'import', from: one.id })
  const file = 'file' in page && page.file instanceof File ? page.file : undefined
  expect([file?.name, await file?.text()]).toEqual(['a.tokendesk', '{}'])
})

test('one that is opened later is shown too, but nothing that is typed is lost for it', async () => {
  const { open, actions, now } = createMain({ kind: 'none' })
  await actions.load()
  await soon()
  expect(now().page).toEqual({ kind: 'profile', id: one.id })
  actions.goTo({ kind: 'edit-profile', id: one.id })
  actions.setTyped(true)
  open(opened)
  await soon()
  expect(now().page).toEqual({ kind: 'edit-profile', id: one.id })
  expect(now().leavingFor).toMatchObject({ kind: 'import' })
})

test('a refused file is shown with its reason, and a waiting one is announced', async () => {
  const refused = { kind: 'refused', name: 'a.tokendesk', reason: 'damaged' } as const
  const { open, actions, now } = createMain({ kind: 'waits' })
  await actions.load()
  await soon()
  expect(now()).toMatchObject({ fileWaits: true, page: { kind: 'profile' } })
  open(refused)
  await soon()
  expect(now()).toMatchObject({ fileWaits: false, page: { kind: 'import', file: refused } })
})

test('before everything is there, an event asks for nothing', async () => {
  const { open, actions, now } = createMain({ kind: 'none' })
  open(opened)
  expect(now().page).toEqual({ kind: 'nothing' })
  await actions.load()
  await soon()
  expect(now().page).toMatchObject({ kind: 'import' })
})
