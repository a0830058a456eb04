import type { NamedProfile } from '../../shared/backup.ts'
import { type AppError, Failure } from '../../shared/errors.ts'
import type { BackedUpProfile } from './backed-up-profile.ts'
import { backedUp, changedByBackup, isAsBackedUp, newFromBackup } from './backup-profile.ts'
import type { Engine } from './engine-api.ts'
import type { ProfileEntry, Profiles } from './profiles.ts'
import type { StoredProfile } from './stored-profile.ts'
import type { TokenRuns } from './token-runs.ts'

interface Parts {
  readonly allProfiles: Profiles
  readonly tokenRuns: Pick<TokenRuns, 'cancel'>
}

/** A profile of a backup, compared with the existing profiles. */
type Standing = 'fresh' | 'same' | 'different' | 'locked'

/** How many profiles are written at a time: most of it is waiting for the disk. */
const writersAtOnce = 16

/** Runs the work for each item until one fails; returns the failure once all started work has ended. */
async function untilRefused<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<AppError | null> {
  const waiting = items.values()
  const causes: unknown[] = []
  const write = async () => {
    for (const item of waiting) {
      if (causes.length > 0) return
      await work(item).catch((cause: unknown) => causes.push(cause))
    }
  }
  await Promise.all(Array.from({ length: writersAtOnce }, write))
  const [first] = causes
  if (first === undefined || first instanceof Failure) return first?.error ?? null
  throw first
}

function named({ id, settings }: Pick<StoredProfile, 'id' | 'settings'>) {
  return { id, name: settings.about.name } satisfies NamedProfile
}

/** Makes backups of the profiles, and restores them. */
export function createBackups({
  allProfiles,
  tokenRuns,
}: Parts): Pick<Engine, 'backUp' | 'compareBackup' | 'restore'> {
  /** A practice profile lives shorter than any backup. */
  function saved(): readonly ProfileEntry[] {
    return [...allProfiles.all()].filter(({ lifetime }) => lifetime === 'saved')
  }

  function standingOf(profile: BackedUpProfile): Standing {
    const live = allProfiles.find(profile.id)
    if (live === undefined) return 'fresh'
    const { stored, lifetime } = live
    if (stored.sealed === 'locked' || lifetime === 'session') return 'locked'
    return isAsBackedUp(stored, stored.sealed, profile) ? 'same' : 'different'
  }

  /** A request that is under way goes on as when a profile is edited meanwhile. */
  async function take(profile: BackedUpProfile): Promise<'added' | 'changed'> {
    if (allProfiles.find(profile.id) === undefined) {
      await allProfiles.add(newFromBackup(profile), 'saved')
      return 'added'
    }
    await allProfiles.change(profile.id, (stored) => changedByBackup(stored, profile))
    return 'changed'
  }

  return {
    backUp: () => {
      const profiles: BackedUpProfile[] = []
      const notIncluded: NamedProfile[] = []
      for (const { stored } of saved()) {
        if (stored.sealed === 'locked') notIncluded.push(named(stored))
        else profiles.push(backedUp(stored, stored.sealed))
      }
      return { profiles, notIncluded }
    },
    compareBackup: ({ profiles, notIncluded }) => {
      const sorted: Record<Standing, NamedProfile[]> = {
        fresh: [],
        same: [],
        different: [],
        locked: [],
      }
      for (const profile of profiles) sorted[standingOf(profile)].push(named(profile))
      const known = new Set([...profiles, ...notIncluded].map(({ id }) => id))
      const stays = ({ stored }: ProfileEntry) => known.has(stored.id) || stored.sealed === 'locked'
      return {
        ...sorted,
        missing: saved()
          .filter((live) => !stays(live))
          .map(({ stored }) => named(stored)),
        notIncluded: [...notIncluded],
        withoutRefreshToken: profiles
          .filter(({ withoutRefreshToken }) => withoutRefreshToken)
          .map(named),
      }
    },
    restore: async ({ profiles, different, remove: unwanted }) => {
      const done = { added: 0, changed: 0, removed: 0 }
      const isWanted = (profile: BackedUpProfile) => {
        const standing = standingOf(profile)
        return standing === 'fresh' || (standing === 'different' && different === 'take')
      }
      const refusal = await untilRefused(profiles.filter(isWanted), async (profile) => {
        const what = await take(profile)
        done[what] += 1
      })
      if (refusal !== null) return { ...done, stoppedBy: refusal }
      // All that is to come is durable: only now may something go.
      const stoppedBy = await untilRefused(unwanted, async (id) => {
        if (allProfiles.find(id) === undefined) return
        await allProfiles.remove(id)
        tokenRuns.cancel(id)
        done.removed += 1
      })
      return { ...done, stoppedBy }
    },
  }
}
