import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isProfileId, type ProfileId } from '../../shared/profile.ts'
import { isTooLarge, readBoundedSync } from './bounded-file.ts'
import { isTemporary } from './durable-file.ts'
import { inSlices } from './in-slices.ts'
import { fingerprintOf } from './known-file-hashes.ts'
import { isForGood, isMissing } from './not-saved.ts'
import { type DataKey, decodeRecord, maxRecordBytes, type RecordReading } from './record-file.ts'

/** One record as it was found on disk. Nothing has been changed to find it. */
export interface FoundRecord {
  readonly id: ProfileId
  /** Of the current file, or of the generation before where that is no good. */
  readonly reading: RecordReading
  readonly damagedFiles: readonly string[]
  /** A file is there that the system did not let us read: perhaps it does later. */
  readonly isUnreadable: boolean
  /** A file is there that has more bytes than a record; it was not read and stays as it is. */
  readonly isTooLarge: boolean
  /** The newest file is damaged or gone: this is the generation before it. */
  readonly isOlder: boolean
  /** Of the current file's bytes, where it is the one that was read. */
  readonly fingerprint: string | undefined
}

/** What a folder holds, by the names of its files. */
export interface ListedRecords {
  readonly ids: readonly ProfileId[]
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
  const id = name.slice(0, -suffix.length)
  return isProfileId(id) ? id : undefined
}

interface Generation {
  readonly reading:
    | RecordReading
    | { readonly kind: 'absent' }
    | { readonly kind: 'unreadable' }
    | { readonly kind: 'too-large' }
  readonly fingerprint: string | undefined
}

/** Synchronous, because a promise for each costs seven times as much as reading a small file. */
function readGeneration(path: string, id: ProfileId, key: DataKey | null): Generation {
  try {
    const bytes = readBoundedSync(path, maxRecordBytes)
    const reading = decodeRecord(bytes.toString('utf8'), id, key)
    return { reading, fingerprint: fingerprintOf(bytes) }
  } catch (error) {
    const none = (kind: 'absent' | 'damaged' | 'too-large' | 'unreadable') =>
      ({ reading: { kind }, fingerprint: undefined }) as const
    if (isMissing(error)) return none('absent')
    if (isForGood(error)) return none('damaged')
    return none(isTooLarge(error) ? 'too-large' : 'unreadable')
  }
}

function findRecord(folder: string, id: ProfileId, key: DataKey | null): FoundRecord {
  const { current, previous } = recordPaths(folder, id)
  const damagedFiles: string[] = []
  let isUnreadable = false
  let hasLarge = false
  const left = () => ({ id, damagedFiles, isUnreadable, isTooLarge: hasLarge })
  for (const path of [current, previous]) {
    const { reading, fingerprint } = readGeneration(path, id, key)
    if (reading.kind === 'absent') continue
    if (reading.kind === 'unreadable' || reading.kind === 'too-large') {
      if (reading.kind === 'unreadable') isUnreadable = true
      else hasLarge = true
      continue
    }
    if (reading.kind !== 'damaged') {
      const isCurrent = path === current
      const isOlder = !isCurrent && !isUnreadable && !hasLarge
      const found = isCurrent ? fingerprint : undefined
      return { ...left(), reading, isOlder, fingerprint: found }
    }
    damagedFiles.push(path)
  }
  const nothing = { reading: { kind: 'damaged' }, isOlder: false, fingerprint: undefined } as const
  return { ...left(), ...nothing }
}

/**
 * Lists the records of a folder; a folder that is missing holds none.
 * Rejects with the file system's error if the folder itself can't be read.
 */
export async function listRecords(folder: string): Promise<ListedRecords> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    if (!isMissing(error)) throw error
    names = []
  }
  return {
    ids: [...new Set(names.map(idOf).filter((id) => id !== undefined))],
    temporaryFiles: names.filter(isTemporary).map((name) => join(folder, name)),
  }
}

/** Reads records, some at a time, in this order. Never throws because of what is on disk. */
export function readRecords(
  folder: string,
  ids: readonly ProfileId[],
  key: DataKey | null,
): AsyncIterable<readonly FoundRecord[]> {
  return inSlices(ids, (id) => findRecord(folder, id, key))
}
