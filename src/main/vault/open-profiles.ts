import type { ProfileId } from '../../shared/profile.ts'
import type { Arrival, Log } from '../engine/ports.ts'
import type { StoredProfile } from '../engine/stored-profile.ts'
import { createKnownFileHashes, type KnownFileHashes } from './known-file-hashes.ts'
import { type Access, type OpenedVault, setAside, type VaultOptions } from './open-vault.ts'
import type { FoundRecord } from './record-folder.ts'

export type Refusal = 'vault-locked' | 'vault-read-only'

/** What a vault remembers of its records, so that a save looks nothing up on disk. */
export interface RecordIndex {
  readonly generations: Map<ProfileId, number>
  /** What the files hold, as far as this vault has read or written it. */
  readonly knownFileHashes: KnownFileHashes
  /** Profiles of which the generation before the newest is shown. */
  readonly older: Set<ProfileId>
  /** Profiles of which no file is good; what there was is set aside or where it was. */
  readonly lost: Set<ProfileId>
  /** Profiles of which no file can be read now, and perhaps later. */
  readonly unreadable: Set<ProfileId>
  /** Profiles of which a file is larger than any that this app writes; it is left alone. */
  readonly tooLarge: Set<ProfileId>
  /** Records that must stay as they are on disk, and what to say about it. */
  readonly refusals: Map<ProfileId, Refusal>
}

/** `setAside`: records of which something was set aside before, and nothing is on disk now. */
export function emptyRecordIndex(setAside: Iterable<ProfileId>): RecordIndex {
  return {
    generations: new Map(),
    knownFileHashes: createKnownFileHashes(),
    older: new Set(),
    lost: new Set(setAside),
    unreadable: new Set(),
    tooLarge: new Set(),
    refusals: new Map(),
  }
}

/**
 * Makes profiles of records that were found, and remembers what may become of them.
 * `stuckFiles` are damaged and could not be set aside; nothing may be written over them.
 */
export function openProfiles(
  records: readonly FoundRecord[],
  stuckFiles: ReadonlySet<string>,
  recordIndex: RecordIndex,
  access: Access,
  log: Log,
): readonly StoredProfile[] {
  const profiles: StoredProfile[] = []
  for (const record of records) {
    const { id, reading, damagedFiles, isUnreadable, isTooLarge, isOlder, fingerprint } = record
    if (isTooLarge) recordIndex.tooLarge.add(id)
    if (reading.kind === 'damaged' && !isUnreadable && !isTooLarge) recordIndex.lost.add(id)
    if (reading.kind === 'damaged' && isUnreadable) recordIndex.unreadable.add(id)
    if (fingerprint !== undefined) recordIndex.knownFileHashes.hold(id, fingerprint)
    if (isUnreadable || isTooLarge || damagedFiles.some((path) => stuckFiles.has(path))) {
      recordIndex.refusals.set(id, 'vault-read-only')
    }
    if (reading.kind === 'newer') {
      recordIndex.refusals.set(id, 'vault-read-only')
      if (reading.open === null) log.info('newer-record-not-shown', { profileId: id })
      else profiles.push({ id, ...reading.open, sealed: 'locked' })
    }
    if (reading.kind === 'good') {
      const { open, generation } = reading
      // What can't be written must not be used either: a token would be rotated and lost.
      const isFixed = access.kind === 'closed' || recordIndex.refusals.has(id)
      const sealed = isFixed ? 'locked' : reading.sealed
      if (sealed === 'locked' && !recordIndex.refusals.has(id))
        recordIndex.refusals.set(id, 'vault-locked')
      recordIndex.generations.set(id, generation)
      if (isOlder) recordIndex.older.add(id)
      profiles.push({ id, ...open, sealed })
    }
  }
  return profiles
}

const nothingStuck: ReadonlySet<string> = new Set()

/**
 * Makes profiles of the records of a vault, and hands them over as they are read. `access` is
 * asked each time: another Token Desk may have been found meanwhile. What is damaged is set
 * aside before its profile can be saved. Ends when all is read, or nothing more is `wanted`.
 */
export async function readProfiles(
  { records, count, together }: Pick<OpenedVault, 'records' | 'count' | 'together'>,
  recordIndex: RecordIndex,
  access: () => Access,
  wanted: () => boolean,
  options: Pick<VaultOptions, 'folder' | 'log'>,
  arrival?: Arrival,
): Promise<readonly StoredProfile[]> {
  const profiles: StoredProfile[] = []
  let read = 0
  let arrived = 0
  for await (const slice of records) {
    if (!wanted()) break
    read += slice.length
    const damagedFiles = slice.flatMap((record) => record.damagedFiles)
    const isWritable = access().kind === 'writable'
    const stuckFiles = isWritable ? await setAside(damagedFiles, options) : nothingStuck
    profiles.push(...openProfiles(slice, stuckFiles, recordIndex, access(), options.log))
    if (read < together) continue
    await arrival?.take(profiles.slice(arrived), count - read)
    arrived = profiles.length
  }
  if (read < count) await arrival?.take([], 0)
  return profiles
}
