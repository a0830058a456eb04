import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openProfiles } from '../../../src/main/vault/open-profiles.ts'
import type { Access } from '../../../src/main/vault/open-vault.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'

const access = {
  kind: 'writable',
  contents: { format: 2, vaultId: randomUUID(), slots: [], check: null },
  onDisk: undefined,
  isWritten: true,
  ring: null,
  reason: 'no-key-store',
} satisfies Access

function opened(stuckFiles: readonly string[]) {
  const { id, sealed, settings, needsSignIn, lostAnswers, lastUsed, activity } = sampleProfile()
  const open = { settings, needsSignIn, lostAnswers, lastUsed, activity }
  const reading = { kind: 'good', generation: 1, open, sealed } as const
  const record = {
    id,
    reading,
    damagedFiles: ['/vault/records/one.json'],
    isUnreadable: false,
    isOlder: false,
    fingerprint: undefined,
  }
  return openProfiles(
    { records: [record], setAside: new Set(), stuckFiles: new Set(stuckFiles) },
    access,
    createMemoryLog(),
  ).profiles
}

test('a profile whose damaged file was set aside can be used', () => {
  expect(opened([])).toMatchObject([{ sealed: { secretsRevision: expect.any(Number) } }])
})

// Its next token could not be written, and the refresh token would be spent all the same.
test('a profile that can not be written any more is locked', () => {
  expect(opened(['/vault/records/one.json'])).toMatchObject([{ sealed: 'locked' }])
})
