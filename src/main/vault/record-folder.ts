import { hash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { isProfileId, type ProfileId } from '../../shared/profile.ts'
import { decodeChecked } from './checked-json.ts'
import { isMissing, isNotAFile, isTooLarge, readBoundedSync } from './disk.ts'
import { isTemporary } from './durable-file.ts'
import { recordFormat } from './migrations.ts'
import { type DataKey, decodeRecord, maxRecordBytes, type RecordReading } from './record-file.ts'

/** A record as found on disk; finding it changes nothing. */
export interface FoundRecord {
  readonly id: ProfileId
  /** Of the current file, or of the previous generation if that is not usable. */
  readonly reading: RecordReading
  readonly damagedFiles: readonly string[]
  /** Reading a file failed, perhaps temporarily. */
  readonly isUnreadable: boolean
  /** A file exceeds the maximum size of a record; it is neither read nor changed. */
  readonly isTooLarge: boolean
  /** The newest file is damaged or missing; this is the generation before it. */
  readonly isOlder: boolean
  /** Of the current file's bytes, if `reading` is of that file. */
  readonly fingerprint: string | undefined
}

/** The contents of a folder, by the names of its files. */
export interface ListedRecords {
  readonly ids: readonly ProfileId[]
  /** Leftovers of interrupted writes. */
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

/** Returns the record that a file belongs to, by its name; `undefined`: none. */
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

/** Synchronous, because a promise costs seven times as much as reading a small file. */
function readGeneration(path: string, id: ProfileId, key: DataKey | null): Generation {
  try {
    const bytes = readBoundedSync(path, maxRecordBytes)
    const reading = decodeRecord(bytes.toString('utf8'), id, key)
    return { reading, fingerprint: fingerprintOf(bytes) }
  } catch (error) {
    const none = (kind: 'absent' | 'damaged' | 'too-large' | 'unreadable') =>
      ({ reading: { kind }, fingerprint: undefined }) as const
    if (isMissing(error)) return none('absent')
    if (isNotAFile(error)) return none('damaged')
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

/** Nanoseconds for which the process may be busy before a click feels slow. */
const slice = 8_000_000n

/** Does synchronous work on items, yielding to other tasks after every slice of time. */
export async function* inSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): AsyncGenerator<readonly Result[]> {
  let results: Result[] = []
  // Not `performance`: its first use loads a module, which takes 7 ms of a start.
  let begun = process.hrtime.bigint()
  for (const item of items) {
    results.push(work(item))
    if (process.hrtime.bigint() - begun < slice) continue
    yield results
    results = []
    await othersTurn()
    begun = process.hrtime.bigint()
  }
  if (results.length > 0) yield results
}

/**
 * Lists the records of a folder; a missing folder has none.
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

/** Reads records in order, some at a time. Never throws because of the contents of the disk. */
export function readRecords(
  folder: string,
  ids: readonly ProfileId[],
  key: DataKey | null,
): AsyncIterable<readonly FoundRecord[]> {
  return inSlices(ids, (id) => findRecord(folder, id, key))
}

/** The present state of a record's file, compared with what this vault last read or wrote. */
export type Standing = 'ours' | 'absent' | 'damaged' | 'changed'

/** Returns the SHA-256 of the bytes of a file, in hex. */
export function fingerprintOf(bytes: Uint8Array | string): string {
  return hash('sha256', bytes)
}

/**
 * Hashes of what this vault has read from and written to the files of its records, so that it never
 * overwrites another program's changes.
 */
export interface KnownFileHashes {
  /** Records the only possible contents of the file. */
  hold(id: ProfileId, fingerprint: string): void
  /** Adds possible contents of the file: a failed write may still have reached the disk. */
  expect(id: ProfileId, fingerprint: string): void
  forget(id: ProfileId): void
  /** Throws the file system's error if the file can't be read. */
  standingOf(id: ProfileId, path: string): Standing
}

export function createKnownFileHashes(): KnownFileHashes {
  const known = new Map<ProfileId, ReadonlySet<string>>()
  return {
    hold: (id, fingerprint) => void known.set(id, new Set([fingerprint])),
    expect: (id, fingerprint) =>
      void known.set(id, new Set([...(known.get(id) ?? []), fingerprint])),
    forget: (id) => void known.delete(id),
    standingOf(id, path) {
      let bytes: Buffer
      try {
        bytes = readBoundedSync(path, maxRecordBytes)
      } catch (error) {
        if (isMissing(error)) return 'absent'
        if (isNotAFile(error)) return 'damaged'
        // This vault never writes such a file.
        if (isTooLarge(error)) return 'changed'
        throw error
      }
      if (known.get(id)?.has(fingerprintOf(bytes)) === true) return 'ours'
      const { kind } = decodeChecked(bytes.toString('utf8'), recordFormat)
      return kind === 'damaged' ? 'damaged' : 'changed'
    },
  }
}
