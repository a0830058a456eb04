import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ProfileId, profileId } from '../../shared/profile.ts'
import { isTemporary } from './durable-file.ts'
import { fingerprintOf } from './holdings.ts'
import { mapInSlices } from './in-slices.ts'
import { isForGood, isMissing } from './not-saved.ts'
import { type DataKey, decodeRecord, type RecordReading } from './record-file.ts'

/** One record as it was found on disk. Nothing has been changed to find it. */
export interface FoundRecord {
  readonly id: ProfileId
  /** Of the current file, or of the generation before where that is no good. */
  readonly reading: RecordReading
  readonly damagedFiles: readonly string[]
  /** A file is there that the system did not let us read: perhaps it does later. */
  readonly isUnreadable: boolean
  /** The newest file is damaged or gone: this is the generation before it. */
  readonly isOlder: boolean
  /** Of the current file's bytes, where it is the one that was read. */
  readonly fingerprint: string | undefined
}

export interface FoundRecords {
  readonly records: readonly FoundRecord[]
  /** Left over from writes that were cut off. */
  readonly temporaryFiles: readonly string[]
}

const currentSuffix = '.json'
const previousSuffix = '.previous.json'

export function recordPaths(folder: string, id: ProfileId) {
  return {
    current: join(folder, `${id}${currentSuffix}`),
    previous: join(folder, `${id}${previousSuffix}`),
  }
}

/** Of which record a file is, by its name; `undefined`: of none. */
export function idOf(name: string): ProfileId | undefined {
  const suffix = [previousSuffix, currentSuffix].find((ending) => name.endsWith(ending))
  if (suffix === undefined) return undefined
  return profileId.safeParse(name.slice(0, -suffix.length)).data
}

interface Generation {
  readonly reading: RecordReading | { readonly kind: 'absent' } | { readonly kind: 'unreadable' }
  readonly fingerprint: string | undefined
}

/** Synchronous, because a promise for each costs seven times as much as reading a small file. */
function readGeneration(path: string, id: ProfileId, key: DataKey | null): Generation {
  try {
    const bytes = readFileSync(path)
    const reading = decodeRecord(bytes.toString('utf8'), id, key)
    return { reading, fingerprint: fingerprintOf(bytes) }
  } catch (error) {
    if (isMissing(error)) return { reading: { kind: 'absent' }, fingerprint: undefined }
    return {
      reading: { kind: isForGood(error) ? 'damaged' : 'unreadable' },
      fingerprint: undefined,
    }
  }
}

function findRecord(folder: string, id: ProfileId, key: DataKey | null): FoundRecord {
  const { current, previous } = recordPaths(folder, id)
  const damagedFiles: string[] = []
  let isUnreadable = false
  for (const path of [current, previous]) {
    const { reading, fingerprint } = readGeneration(path, id, key)
    if (reading.kind === 'absent') continue
    if (reading.kind === 'unreadable') {
      isUnreadable = true
      continue
    }
    if (reading.kind !== 'damaged') {
      const isCurrent = path === current
      const isOlder = !isCurrent && !isUnreadable
      const found = isCurrent ? fingerprint : undefined
      return { id, reading, damagedFiles, isUnreadable, isOlder, fingerprint: found }
    }
    damagedFiles.push(path)
  }
  const nothing = { reading: { kind: 'damaged' }, isOlder: false, fingerprint: undefined } as const
  return { id, damagedFiles, isUnreadable, ...nothing }
}

/**
 * Reads all records of a folder; a folder that is missing holds none.
 * Rejects with the file system's error if the folder itself can't be read.
 */
export async function findRecords(folder: string, key: DataKey | null): Promise<FoundRecords> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    if (!isMissing(error)) throw error
    names = []
  }
  const ids = new Set(names.map(idOf).filter((id) => id !== undefined))
  return {
    records: await mapInSlices([...ids], (id) => findRecord(folder, id, key)),
    temporaryFiles: names.filter(isTemporary).map((name) => join(folder, name)),
  }
}
