import { expect, test, vi } from 'vitest'
import { createClient } from '../../../../src/renderer/client.ts'
import { createAppStore } from '../../../../src/renderer/store/app-store.ts'
import { reportShown } from '../../../../src/renderer/store/reports.ts'
import { idOf, noon } from '../../../support/profiles/views.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { makeProfile, makeSnapshot } from '../make.ts'

function open(toCome = 0) {
  const shown: (string | null)[] = []
  const copies: string[] = []
  const main = createFakeBridge({
    getSnapshot: () => {
      const snapshot = makeSnapshot([makeProfile(1), makeProfile(2)])
      const opening = toCome === 0 ? null : { atTop: 2, toCome }
      return { ok: true, value: { ...snapshot, opening } }
    },
    reportShown: ({ id }) => {
      shown.push(id)
      return { ok: true, value: {} }
    },
    copyHeader: ({ id }) => {
      copies.push(id)
      return { ok: true, value: { expiresAt: null, renewal: 'not-needed', clearedAfter: 60 } }
    },
  })
  const { state, actions } = createAppStore(main.bridge, { now: () => noon })
  reportShown(state, createClient(main.bridge))
  return {
    main,
    state,
    actions,
    shown,
    copies,
    ask: (id: string) => main.tell({ name: 'profileAsked', data: { id } }),
    askToCopy: (id: string) => main.tell({ name: 'copyAsked', data: { id } }),
  }
}

test('a profile that was chosen outside the window is shown', async () => {
  const { actions, state, ask } = open()
  await actions.load()
  ask(idOf(2))
  expect(state.getState().page).toEqual({ kind: 'profile', id: idOf(2) })
})

test('a profile that was chosen while the page loads is shown once it is there', async () => {
  const { actions, state, ask } = open()
  const loaded = actions.load()
  ask(idOf(2))
  await loaded
  expect(state.getState().page).toEqual({ kind: 'profile', id: idOf(2) })
})

test('a profile that main is still reading is shown once all are read', async () => {
  const { actions, state, ask, main } = open(1)
  await actions.load()
  ask(idOf(3))
  const three = makeProfile(3)
  main.change({ revision: 2, profiles: [three], toCome: 1 })
  expect(state.getState().page).toEqual({ kind: 'profile', id: idOf(1) })
  main.change({ revision: 3, profiles: [makeProfile(4)] })
  expect(state.getState().page).toEqual({ kind: 'profile', id: idOf(3) })
})

test('choosing a profile outside the window does not discard typed input', async () => {
  const { actions, state, ask } = open()
  await actions.load()
  actions.leaveFor({ kind: 'edit-profile', id: idOf(1) })
  actions.setTyped(true)
  ask(idOf(2))
  expect(state.getState().page).toEqual({ kind: 'edit-profile', id: idOf(1) })
  expect(state.getState().leavingFor).toEqual({ kind: 'profile', id: idOf(2) })
})

test('choosing a deleted profile changes nothing', async () => {
  const { actions, state, ask } = open()
  await actions.load()
  ask(idOf(9))
  expect(state.getState().page).toEqual({ kind: 'profile', id: idOf(1) })
})

test('each profile on show is reported to main once, and null for none', async () => {
  const { actions, shown } = open()
  await actions.load()
  actions.set({ search: 'x' })
  actions.goTo({ kind: 'profile', id: idOf(2) })
  actions.goTo({ kind: 'settings', from: idOf(2) })
  expect(shown).toEqual([idOf(1), idOf(2), null])
})

test('a copy requested outside the window is offered over the current page and done after a yes', async () => {
  const { actions, state, askToCopy, copies } = open()
  await actions.load()
  actions.leaveFor({ kind: 'edit-profile', id: idOf(1) })
  actions.setTyped(true)
  askToCopy(idOf(2))
  expect(state.getState().copyOffered).toBe(idOf(2))
  expect(state.getState().page).toEqual({ kind: 'edit-profile', id: idOf(1) })
  expect(copies).toEqual([])
  actions.answerCopyOffer(true)
  expect(state.getState().copyOffered).toBeNull()
  await vi.waitFor(() => expect(state.getState().toast?.message.kind).toBe('copied'))
  expect(copies).toEqual([idOf(2)])
})

test('a no copies nothing, nor does the offer of a deleted profile', async () => {
  const { actions, state, askToCopy, copies } = open()
  await actions.load()
  askToCopy(idOf(2))
  actions.answerCopyOffer(false)
  askToCopy(idOf(9))
  expect(state.getState().copyOffered).toBeNull()
  actions.answerCopyOffer(true)
  expect(copies).toEqual([])
})

test('an offer made while the page loads waits until the profile is there', async () => {
  const { actions, state, askToCopy } = open()
  const loaded = actions.load()
  askToCopy(idOf(2))
  expect(state.getState().copyOffered).toBeNull()
  await loaded
  expect(state.getState().copyOffered).toBe(idOf(2))
})

test('an offer disappears with its profile', async () => {
  const { actions, state, askToCopy, main } = open()
  await actions.load()
  askToCopy(idOf(2))
  main.change({ revision: 2, removed: [idOf(2)] })
  expect(state.getState().copyOffered).toBeNull()
})
