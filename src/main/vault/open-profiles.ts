import type { ProfileId } from '../../shared/profile.ts'
import type { Log } from '../engine/ports.ts'
import type { StoredProfile } from '../engine/stored-profile.ts'
import { createHoldings, type Holdings } from './holdings.ts'
import type { Access, OpenedVault } from './open-vault.ts'
import type { FoundRecord } from './record-folder.ts'

export type Refusal = 'vault-locked' | 'vault-read-only'

/** What a vault remembers of its records, so that a save looks nothing up on disk. */
export interface Roll {
  readonly generations: Map<ProfileId, number>
  /** What the files hold, as far as this vault has read or written it. */
  readonly holdings: Holdings
  /** Profiles of which the generation before the newest is shown. */
  readonly older: Set<ProfileId>
  /** Profiles of which no file is good; what there was is set aside or where it was. */
  readonly lost: Set<ProfileId>
  /** Profiles of which no file can be read now, and perhaps later. */
  readonly unreadable: Set<ProfileId>
  /** Records that must stay as they are on disk, and what to say about it. */
  readonly refusals: Map<ProfileId, Refusal>
}

interface Found extends Pick<OpenedVault, 'setAside' | 'stuckFiles'> {
  readonly records: readonly FoundRecord[]
}

/** Makes profiles of the records that were found, and remembers what may become of them. */
export function openProfiles(
  { records, setAside, stuckFiles }: Found,
  access: Access,
  log: Log,
): { readonly profiles: readonly StoredProfile[]; readonly roll: Roll } {
  const profiles: StoredProfile[] = []
  const roll: Roll = {
    generations: new Map(),
    holdings: createHoldings(),
    older: new Set(),
    lost: new Set(setAside),
    unreadable: new Set(),
    refusals: new Map(),
  }
  for (const { id, reading, damagedFiles, isUnreadable, isOlder, fingerprint } of records) {
    if (reading.kind !== 'damaged' || isUnreadable) roll.lost.delete(id)
    else roll.lost.add(id)
    if (reading.kind === 'damaged' && isUnreadable) roll.unreadable.add(id)
    if (fingerprint !== undefined) roll.holdings.hold(id, fingerprint)
    if (isUnreadable || damagedFiles.some((path) => stuckFiles.has(path))) {
      roll.refusals.set(id, 'vault-read-only')
    }
    if (reading.kind === 'newer') {
      roll.refusals.set(id, 'vault-read-only')
      if (reading.open === null) log.info('newer-record-not-shown', { profileId: id })
      else profiles.push({ id, ...reading.open, sealed: 'locked' })
    }
    if (reading.kind === 'good') {
      const { open, generation } = reading
      // What can't be written must not be used either: a token would be rotated and lost.
      const isFixed = access.kind === 'closed' || roll.refusals.has(id)
      const sealed = isFixed ? 'locked' : reading.sealed
      if (sealed === 'locked' && !roll.refusals.has(id)) roll.refusals.set(id, 'vault-locked')
      roll.generations.set(id, generation)
      if (isOlder) roll.older.add(id)
      profiles.push({ id, ...open, sealed })
    }
  }
  return { profiles, roll }
}
