import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { emptyRoll, openProfiles, readProfiles } from '../../../src/main/vault/open-profiles.ts'
import type { Access } from '../../../src/main/vault/open-vault.ts'
import type { FoundRecord } from '../../../src/main/vault/record-folder.ts'
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

function recordOf(damagedFiles: readonly string[]): FoundRecord {
  const { id, sealed, settings, needsSignIn, lostAnswers, lastUsed, activity } = sampleProfile()
  const open = { settings, needsSignIn, lostAnswers, lastUsed, activity }
  const reading = { kind: 'good', generation: 1, open, sealed } as const
  const found = { isUnreadable: false, isOlder: false, fingerprint: undefined }
  return { id, reading, damagedFiles, ...found }
}

function opened(stuckFiles: readonly string[]) {
  const record = recordOf(['/vault/records/one.json'])
  return openProfiles([record], new Set(stuckFiles), emptyRoll([]), access, createMemoryLog())
}

test('a profile whose damaged file was set aside can be used', () => {
  expect(opened([])).toMatchObject([{ sealed: { secretsRevision: expect.any(Number) } }])
})

// Its next token could not be written, and the refresh token would be spent all the same.
test('a profile that can not be written any more is locked', () => {
  expect(opened(['/vault/records/one.json'])).toMatchObject([{ sealed: 'locked' }])
})

// Its key is forgotten, and the files are another Token Desk's from then on.
test('what is read after the vault has given way is shown, locked, and nothing is moved', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'given-way-'))
  const records = path.join(folder, 'records')
  const damagedFile = path.join(records, 'damaged.json')
  mkdirSync(records)
  writeFileSync(damagedFile, 'damaged')
  let now: Access = access
  async function* slices() {
    yield [recordOf([])]
    const protection = { kind: 'read-only', reason: 'changed-elsewhere' } as const
    now = { kind: 'closed', protection, contents: access.contents }
    yield [recordOf([damagedFile])]
  }
  const profiles = await readProfiles(
    { records: slices(), count: 2, together: 2 },
    emptyRoll([]),
    () => now,
    { folder, log: createMemoryLog() },
  )
  expect(profiles).toMatchObject([
    { sealed: { secretsRevision: expect.any(Number) } },
    { sealed: 'locked' },
  ])
  expect(readFileSync(damagedFile, 'utf8')).toBe('damaged')
  rmSync(folder, { recursive: true })
})
