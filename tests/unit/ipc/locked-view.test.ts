import { expect, test } from 'vitest'
import { hidesProfiles, shownChange, shownVault } from '../../../src/main/ipc/locked-view.ts'
import type { VaultView } from '../../../src/shared/vault-view.ts'

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
