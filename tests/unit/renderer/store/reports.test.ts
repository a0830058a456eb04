import { expect, test } from 'vitest'
import { createClient } from '../../../../src/renderer/client.ts'
import { createAppStore } from '../../../../src/renderer/store/app-store.ts'
import { reportFirstRows } from '../../../../src/renderer/store/reports.ts'
import { maxFirstRows } from '../../../../src/shared/limits.ts'
import type { ProfileView } from '../../../../src/shared/profile-view.ts'
import type { VaultView } from '../../../../src/shared/vault-view.ts'
import type { ListSort } from '../../../../src/shared/window.ts'
import { idOf, noon } from '../../../support/profiles/views.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { makeProfile, makeSnapshot, safeVault } from '../make.ts'

interface Beginning {
  readonly toCome?: number
  readonly listSort?: ListSort
  readonly vault?: VaultView
}

async function open(profiles: ProfileView[], beginning: Beginning = {}) {
  const { toCome = 0, listSort = 'name', vault = safeVault } = beginning
  const reported: (readonly string[])[] = []
  const snapshot = makeSnapshot(profiles)
  const settings = { ...snapshot.settings, listSort, showFolders: true }
  const opening = toCome === 0 ? null : { atTop: profiles.length, toCome }
  const main = createFakeBridge({
    getSnapshot: () => ({ ok: true, value: { ...snapshot, opening, settings, vault } }),
    reportFirstRows: ({ ids }) => {
      reported.push(ids)
      return { ok: true, value: {} }
    },
  })
  const { state, actions } = createAppStore(main.bridge, { now: () => noon })
  reportFirstRows(state, createClient(main.bridge))
  await actions.load()
  return { main, actions, reported }
}

test('the rows at the top are reported once, and again when they change', async () => {
  const { main, actions, reported } = await open([makeProfile(1), makeProfile(2)])
  expect(reported).toEqual([[idOf(1), idOf(2)]])
  actions.set({ search: 'nothing like it' })
  main.change({
    revision: 2,
    profiles: [makeProfile(2, { tokenRun: { what: 'obtain', progress: { kind: 'requesting' } } })],
  })
  expect(reported).toHaveLength(1)
  main.change({ revision: 3, profiles: [makeProfile(1, {}, { name: 'Zebra' })] })
  expect(reported.at(-1)).toEqual([idOf(2), idOf(1)])
})

test('the rows are those of the list with folders, and the profile shown first', async () => {
  const { reported } = await open([
    makeProfile(1, {}, { name: 'A' }),
    makeProfile(2, {}, { name: 'B', group: 'Finance' }),
    makeProfile(3, {}, { name: 'C', group: 'Audit' }),
  ])
  expect(reported).toEqual([[idOf(1), idOf(3), idOf(2)]])
})

test('at most as many as fill a window are reported', async () => {
  const { reported } = await open(Array.from({ length: 300 }, (_, index) => makeProfile(index + 1)))
  expect(reported).toHaveLength(1)
  expect(reported[0]).toHaveLength(maxFirstRows)
  expect(reported[0]?.[0]).toBe(idOf(1))
})

test('a list sorted by time reports no rows, so that main forgets the earlier ones', async () => {
  const all = [makeProfile(1), makeProfile(2)]
  expect((await open(all, { listSort: 'expiry' })).reported).toEqual([[]])
  expect((await open(all, { listSort: 'last-used' })).reported).toEqual([[]])
})

test('nothing is reported before main has read all profiles', async () => {
  const all = [makeProfile(1), makeProfile(2)]
  const { main, reported } = await open(all, { toCome: 1 })
  expect(reported).toEqual([])
  main.change({ revision: 2, profiles: [makeProfile(3)] })
  expect(reported).toEqual([[idOf(1), idOf(2), idOf(3)]])

  const protection = { kind: 'locked', reason: 'locked-by-user' } as const
  expect((await open([], { vault: { ...safeVault, protection } })).reported).toEqual([])
})
