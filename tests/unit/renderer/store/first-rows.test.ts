import { expect, test } from 'vitest'
import { createClient } from '../../../../src/renderer/client.ts'
import { createAppStore } from '../../../../src/renderer/store/app-store.ts'
import { tellFirstRows } from '../../../../src/renderer/store/first-rows.ts'
import type { VaultView } from '../../../../src/shared/contract.ts'
import { maxFirstRows } from '../../../../src/shared/first-rows.ts'
import type { ListSort } from '../../../../src/shared/list-sorts.ts'
import type { ProfileView } from '../../../../src/shared/profile-view.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { idOf, makeProfile, makeSnapshot, noon, safeVault } from '../make.ts'

interface Beginning {
  readonly toCome?: number
  readonly listSort?: ListSort
  readonly vault?: VaultView
}

async function open(profiles: ProfileView[], beginning: Beginning = {}) {
  const { toCome = 0, listSort = 'name', vault = safeVault } = beginning
  const told: (readonly string[])[] = []
  const snapshot = makeSnapshot(profiles)
  const settings = { ...snapshot.settings, listSort, showFolders: true }
  const opening = toCome === 0 ? null : { atTop: profiles.length, toCome }
  const main = createFakeBridge({
    getSnapshot: () => ({ ok: true, value: { ...snapshot, opening, settings, vault } }),
    reportFirstRows: ({ ids }) => {
      told.push(ids)
      return { ok: true, value: {} }
    },
  })
  const { state, actions } = createAppStore(main.bridge, { now: () => noon })
  tellFirstRows(state, createClient(main.bridge))
  await actions.load()
  return { main, actions, told }
}

test('main is told which rows are at the top, once, and again when there are others', async () => {
  const { main, actions, told } = await open([makeProfile(1), makeProfile(2)])
  expect(told).toEqual([[idOf(1), idOf(2)]])
  actions.search('nothing like it')
  main.change({
    revision: 2,
    profiles: [makeProfile(2, { tokenRun: { what: 'obtain', progress: { kind: 'requesting' } } })],
  })
  expect(told).toHaveLength(1)
  main.change({ revision: 3, profiles: [makeProfile(1, {}, { name: 'Zebra' })] })
  expect(told.at(-1)).toEqual([idOf(2), idOf(1)])
})

test('the rows are those of the list with its folders, and the profile that is shown first', async () => {
  const { told } = await open([
    makeProfile(1, {}, { name: 'A' }),
    makeProfile(2, {}, { name: 'B', group: 'Finance' }),
    makeProfile(3, {}, { name: 'C', group: 'Audit' }),
  ])
  expect(told).toEqual([[idOf(1), idOf(3), idOf(2)]])
})

test('no more are told than fill a window', async () => {
  const { told } = await open(Array.from({ length: 300 }, (_, index) => makeProfile(index + 1)))
  expect(told).toHaveLength(1)
  expect(told[0]).toHaveLength(maxFirstRows)
  expect(told[0]?.[0]).toBe(idOf(1))
})

test('none are named where rows move as time goes by, so that what main knows is forgotten', async () => {
  const all = [makeProfile(1), makeProfile(2)]
  expect((await open(all, { listSort: 'expiry' })).told).toEqual([[]])
  expect((await open(all, { listSort: 'last-used' })).told).toEqual([[]])
})

test('nothing is told before all are known', async () => {
  const all = [makeProfile(1), makeProfile(2)]
  const { main, told } = await open(all, { toCome: 1 })
  expect(told).toEqual([])
  main.change({ revision: 2, profiles: [makeProfile(3)] })
  expect(told).toEqual([[idOf(1), idOf(2), idOf(3)]])

  const protection = { kind: 'locked', reason: 'locked-by-user' } as const
  expect((await open([], { vault: { ...safeVault, protection } })).told).toEqual([])
})
