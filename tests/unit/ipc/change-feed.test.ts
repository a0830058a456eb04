import { expect, test } from 'vitest'
import type { EngineChange } from '../../../src/main/engine/engine-api.ts'
import { profileEntry } from '../../../src/main/engine/profiles.ts'
import { viewOf } from '../../../src/main/engine/projection.ts'
import {
  createChangeFeed,
  hidesProfiles,
  shownChange,
  shownVault,
} from '../../../src/main/ipc/change-feed.ts'
import type { VaultView } from '../../../src/shared/vault-view.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { optionsOf } from '../../support/profiles/settings.ts'

function startFeed(isAsked = true) {
  const clock = createManualClock()
  const sent: { revision: number; names: string[]; removed: string[] }[] = []
  const feed = createChangeFeed({
    clock,
    send: ({ revision, profiles, removed }) =>
      sent.push({
        revision,
        names: profiles.map(({ settings }) => optionsOf(settings).name),
        removed,
      }),
  })
  if (isAsked) feed.begin()
  return { feed, clock, sent }
}

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const viewNamed = (number: number, name: string) =>
  viewOf(profileEntry(sampleProfile(name, idOf(number)), 'saved'), 0, false)

let revision = 0
const renamed = (number: number, name: string): EngineChange => {
  revision += 1
  return { revision, profiles: [viewNamed(number, name)], removed: [] }
}
const gone = (number: number): EngineChange => {
  revision += 1
  return { revision, profiles: [], removed: [idOf(number)] }
}

test('the first change is sent at once', () => {
  const { feed, sent } = startFeed()
  feed.add(renamed(1, 'one'))
  expect(sent).toEqual([{ revision, names: ['one'], removed: [] }])
})

test('changes before the first snapshot are never sent', async () => {
  const { feed, clock, sent } = startFeed(false)
  feed.add(renamed(1, 'one'))
  feed.flush()
  feed.begin()
  await clock.advance(1000)
  expect(sent).toEqual([])
  feed.add(renamed(1, 'two'))
  expect(sent).toEqual([{ revision, names: ['two'], removed: [] }])
})

test('changes that follow closely are sent in one message, each profile once and as it is last', async () => {
  const { feed, clock, sent } = startFeed()
  feed.add(renamed(1, 'one'))
  for (const name of ['a', 'b', 'c']) {
    feed.add(renamed(1, name))
    feed.add(renamed(2, name))
  }
  expect(sent).toHaveLength(1)
  await clock.advance(50)
  expect(sent.slice(1)).toEqual([{ revision, names: ['c', 'c'], removed: [] }])
})

test('ten thousand changes within a second are at most twenty-one messages', async () => {
  const { feed, clock, sent } = startFeed()
  const views = Array.from({ length: 10 }, (_, number) => viewNamed(number, `of ${number}`))
  for (let count = 0; count < 10_000; count += 10) {
    for (const [index, view] of views.entries()) {
      feed.add({ revision: count + index + 1, profiles: [view], removed: [] })
    }
    await clock.advance(1)
  }
  await clock.advance(50)
  expect(sent.length).toBeLessThanOrEqual(21)
  expect(sent.at(-1)?.revision).toBe(10_000)
})

test('a removed profile is sent as removed, and not as changed', async () => {
  const { feed, clock, sent } = startFeed()
  feed.add(renamed(1, 'one'))
  feed.add(renamed(2, 'two'))
  feed.add(gone(2))
  await clock.advance(50)
  expect(sent[1]).toEqual({ revision, names: [], removed: [idOf(2)] })
})

test('pending changes are sent by a flush, once', async () => {
  const { feed, clock, sent } = startFeed()
  feed.add(renamed(1, 'one'))
  feed.add(renamed(1, 'two'))
  feed.flush()
  expect(sent[1]?.names).toEqual(['two'])
  await clock.advance(1000)
  expect(sent).toHaveLength(2)
})

test('after a quiet moment a change is sent at once again, and no timer is left', async () => {
  const { feed, clock, sent } = startFeed()
  feed.add(renamed(1, 'one'))
  await clock.advance(50)
  expect(clock.armed()).toEqual([])
  feed.add(renamed(1, 'two'))
  expect(sent).toHaveLength(2)
})

const safeVault: VaultView = {
  protection: { kind: 'key-store' },
  keys: { keyStore: 'stays', passphrase: 'stays' },
  needsRestart: false,
  quarantined: 0,
  unreadable: 0,
  tooLarge: 0,
}
const locked: VaultView = {
  ...safeVault,
  protection: { kind: 'locked', reason: 'locked-by-user' },
}
const change = { revision: 7, profiles: [], removed: ['4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11'] }

test('a vault counts as locked while a lock waits for requests under way', () => {
  expect(shownVault(safeVault, true)).toEqual(locked)
  expect(shownVault(safeVault, false)).toBe(safeVault)
})

test('a change holds no profile while the vault is locked', () => {
  expect(hidesProfiles(locked)).toBe(true)
  expect(hidesProfiles(safeVault)).toBe(false)
  expect(shownChange(change, locked, 5)).toEqual({
    revision: 7,
    profiles: [],
    removed: [],
    toCome: 0,
    vault: locked,
  })
  const shown = { ...change, vault: safeVault, toCome: 5 }
  expect(shownChange(change, safeVault, 5)).toEqual(shown)
})
