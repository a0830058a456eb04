import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import {
  emptyRecordIndex,
  openProfiles,
  readProfiles,
} from '../../../src/main/vault/open-profiles.ts'
import type { FoundRecord } from '../../../src/main/vault/record-folder.ts'
import type { Access } from '../../../src/main/vault/vault-access.ts'
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
  const found = { isUnreadable: false, isTooLarge: false, isOlder: false, fingerprint: undefined }
  return { id, reading, damagedFiles, ...found }
}

function opened(stuckFiles: readonly string[]) {
  const record = recordOf(['/vault/records/one.json'])
  return openProfiles(
    [record],
    new Set(stuckFiles),
    emptyRecordIndex([]),
    access,
    createMemoryLog(),
  )
}

test('a profile whose damaged file was set aside can be used', () => {
  expect(opened([])).toMatchObject([{ sealed: { secretsRevision: expect.any(Number) } }])
})

// Its next token could not be written, and the refresh token would be spent all the same.
test('a profile that can not be written any more is locked', () => {
  expect(opened(['/vault/records/one.json'])).toMatchObject([{ sealed: 'locked' }])
})

describe('reading the profiles of a vault', () => {
  const readOnly = { kind: 'read-only', reason: 'changed-elsewhere' } as const
  const givenWay: Access = { kind: 'closed', protection: readOnly, contents: access.contents }
  let folder = ''
  let damagedFile = ''

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'open-profiles-'))
    mkdirSync(path.join(folder, 'records'))
    damagedFile = path.join(folder, 'records', 'damaged.json')
    writeFileSync(damagedFile, 'damaged')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  interface World {
    now: Access
    isWanted: boolean
  }

  /** Reads two slices of one record, and does something between the two. */
  async function read(between: (world: World) => void, damaged: readonly string[] = []) {
    const world: World = { now: access, isWanted: true }
    const taken: { readonly ids: number; readonly toCome: number; readonly files: string[] }[] = []
    let wasEnded = false
    async function* slices() {
      try {
        yield [recordOf([])]
        between(world)
        yield [recordOf(damaged)]
      } finally {
        wasEnded = true
      }
    }
    const profiles = await readProfiles(
      { records: slices(), count: 2, together: 1 },
      emptyRecordIndex([]),
      () => world.now,
      () => world.isWanted,
      { folder, log: createMemoryLog() },
      {
        first: [],
        take: ({ length }, toCome) => {
          taken.push({ ids: length, toCome, files: readdirSync(path.join(folder, 'records')) })
        },
      },
    )
    return { profiles, taken, wasEnded }
  }

  // A save that follows would put a good one there, and that must not be moved.
  it('a damaged file is gone when its profile is handed over', async () => {
    const { taken } = await read(() => {}, [damagedFile])
    expect(taken).toEqual([
      { ids: 1, toCome: 1, files: ['damaged.json'] },
      { ids: 1, toCome: 0, files: [] },
    ])
  })

  // The files are another Token Desk's from then on.
  it('records read after it became read-only are shown, locked, and no file is moved', async () => {
    const { profiles } = await read(
      (world) => {
        world.now = givenWay
      },
      [damagedFile],
    )
    const open = { secretsRevision: expect.any(Number) }
    expect(profiles).toMatchObject([{ sealed: open }, { sealed: 'locked' }])
    expect(readFileSync(damagedFile, 'utf8')).toBe('damaged')
  })

  it('ends where nothing more is wanted, and says that nothing is to come', async () => {
    const { profiles, taken, wasEnded } = await read(
      (world) => {
        world.isWanted = false
      },
      [damagedFile],
    )
    expect(profiles).toHaveLength(1)
    expect(taken.map(({ ids, toCome }) => [ids, toCome])).toEqual([
      [1, 1],
      [0, 0],
    ])
    expect(wasEnded).toBe(true)
    expect(readFileSync(damagedFile, 'utf8')).toBe('damaged')
  })
})
