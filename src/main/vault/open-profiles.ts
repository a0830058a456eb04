import type { ProfileId } from '../../shared/profile.ts'
import type { Arrival, Log } from '../engine/ports.ts'
import type { StoredProfile } from '../engine/stored-profile.ts'
import type { OpenedVault } from './open-vault.ts'
import { createQuarantine } from './quarantine.ts'
import { createKnownFileHashes, type FoundRecord, type KnownFileHashes } from './record-folder.ts'
import { type Access, type VaultOptions, vaultPaths } from './vault-access.ts'

export type Refusal = 'vault-locked' | 'vault-read-only'

/** The state of a vault's records in memory, so that a save reads nothing else from disk. */
export interface RecordIndex {
  readonly generations: Map<ProfileId, number>
  /** Hashes of the files that this vault has read or written. */
  readonly knownFileHashes: KnownFileHashes
  /** Profiles shown from the generation before the newest. */
  readonly older: Set<ProfileId>
  /** Profiles without a good file; their files are in quarantine, or still in place. */
  readonly lost: Set<ProfileId>
  /** Profiles of which no file can be read now, perhaps temporarily. */
  readonly unreadable: Set<ProfileId>
  /** Profiles with a file that is larger than this app writes; it stays unchanged. */
  readonly tooLarge: Set<ProfileId>
  /** Records that must not be changed on disk, with the reason. */
  readonly refusals: Map<ProfileId, Refusal>
}

/** `setAside`: records that have quarantined files and no others. */
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
 * Returns the profiles of found records, and adds the records to the index. `stuckFiles` are damaged
 * and could not be quarantined; they must not be overwritten.
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
      // A profile that can't be saved must not be used: its next refresh token would be lost.
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
 * Returns the profiles of a vault's records, and passes them to `arrival` as they are read. Calls
 * `access` for every slice, because another Token Desk may have been detected in the meantime.
 * Quarantines damaged files before their profiles can be saved. Ends early when `isWanted` returns
 * false.
 */
export async function readProfiles(
  { records, count, together }: Pick<OpenedVault, 'records' | 'count' | 'together'>,
  recordIndex: RecordIndex,
  access: () => Access,
  isWanted: () => boolean,
  { folder, log }: Pick<VaultOptions, 'folder' | 'log'>,
  arrival?: Arrival,
): Promise<readonly StoredProfile[]> {
  const quarantine = createQuarantine(vaultPaths(folder).quarantine, log)
  const profiles: StoredProfile[] = []
  let read = 0
  let arrived = 0
  for await (const slice of records) {
    if (!isWanted()) break
    read += slice.length
    const damagedFiles = slice.flatMap((record) => record.damagedFiles)
    const isWritable = access().kind === 'writable'
    const stuckFiles = isWritable ? await quarantine.take(damagedFiles) : nothingStuck
    profiles.push(...openProfiles(slice, stuckFiles, recordIndex, access(), log))
    if (read < together) continue
    await arrival?.take(profiles.slice(arrived), count - read)
    arrived = profiles.length
  }
  if (read < count) await arrival?.take([], 0)
  return profiles
}
