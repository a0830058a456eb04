import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import { createTurns } from '../../shared/turns.ts'
import { type LiveProfile, liveProfile } from './live-profile.ts'
import type { Log, Opener, ProfileStore } from './ports.ts'
import type { SealedPart, StoredProfile } from './stored-profile.ts'

/** A profile that may be acted on: there, and not locked. */
export interface OpenProfile {
  readonly live: LiveProfile
  readonly sealed: SealedPart
}

export type Touch = Partial<
  Pick<
    LiveProfile,
    'flight' | 'retryFraction' | 'networkChanged' | 'notBefore' | 'report' | 'lastUsed'
  >
>

export interface ProfileBook {
  /**
   * Reads everything, those of `first` before the others; tells `arrived` how many are to come,
   * and waits for it.
   */
  load(
    first: readonly ProfileId[],
    arrived: (profiles: readonly LiveProfile[], toCome: number) => Promise<void> | void,
  ): Promise<void>
  /** Reads everything again, after a lock. Throws as the store does and changes nothing then. */
  reload(opener: Opener): Promise<void>
  /** Forgets every secret; a session profile whole. */
  lock(): void
  all(): Iterable<LiveProfile>
  find(id: ProfileId): LiveProfile | undefined
  /** Throws `profile-not-found`, and, if it is locked, why nothing can be done with it. */
  open(id: ProfileId): OpenProfile
  add(stored: StoredProfile, lifetime: LiveProfile['lifetime']): Promise<void>
  /** Changes a profile, on disk first. Throws as the store does and changes nothing then. */
  change(id: ProfileId, edit: (stored: StoredProfile) => StoredProfile): Promise<void>
  /**
   * Keeps what came from a server: on disk before anybody sees it, or, if that can't
   * be, in memory until it can. Resolves with `false` if the profile is gone.
   */
  keep(
    id: ProfileId,
    edit: (stored: StoredProfile) => StoredProfile,
    touch: Touch,
  ): Promise<boolean>
  /** Changes what lives in memory only. */
  touch(id: ProfileId, touch: Touch): void
  remove(id: ProfileId): Promise<void>
  /** Writes what was used since it was last written. What can't be is no loss. */
  saveUses(): Promise<void>
  /** Tries again to write a profile that could not be written; whether it is on disk now. */
  saveAgain(id: ProfileId): Promise<boolean>
  /** Resolves when nothing is being written. */
  settle(): Promise<void>
}

/**
 * Holds the profiles. Changes of one profile take turns, so that what is written
 * always holds what was written before it: an edit can't undo a token that is on its
 * way to the disk. `changed` is called after each change that can be seen.
 */
export function createProfileBook(
  store: ProfileStore,
  log: Log,
  changed: (id: ProfileId) => void,
): ProfileBook {
  const profiles = new Map<ProfileId, LiveProfile>()
  const turns = createTurns<ProfileId>()

  function put(live: LiveProfile): void {
    profiles.set(live.stored.id, live)
    changed(live.stored.id)
  }

  function forget(id: ProfileId): void {
    profiles.delete(id)
    changed(id)
  }

  function open(id: ProfileId): OpenProfile {
    const live = profiles.get(id)
    if (live === undefined) throw new Failure({ code: 'profile-not-found' })
    const { sealed } = live.stored
    if (sealed !== 'locked') return { live, sealed }
    // Where another one uses the vault, no key would help.
    const { protection } = store.view()
    const isReadOnly = protection.kind === 'read-only'
    throw new Failure({ code: isReadOnly ? readOnlyCodes[protection.reason] : 'vault-locked' })
  }

  /** While the user works without what is locked, nothing at all is written. */
  function isInMemory(): boolean {
    const { protection } = store.view()
    return protection.kind === 'memory-only' && protection.reason === 'locked'
  }

  function used({ lastUsed }: LiveProfile, stored: StoredProfile): StoredProfile {
    return stored.lastUsed === lastUsed ? stored : { ...stored, lastUsed }
  }

  /** Whether there is nothing left to write. */
  async function save({ lifetime }: LiveProfile, stored: StoredProfile): Promise<boolean> {
    if (lifetime === 'session') return true
    if (isInMemory()) return false
    await store.save(stored)
    return true
  }

  /** Whether it was written. A bug of the store is no reason to lose a token either. */
  async function isWritten(live: LiveProfile, stored: StoredProfile): Promise<boolean> {
    try {
      return await save(live, stored)
    } catch (cause) {
      if (!(cause instanceof Failure)) log.incident('profile-not-written', cause)
      return false
    }
  }

  /** The profile as it is after a wait: only `stored` was ours to hold still. */
  function putStored(id: ProfileId, stored: StoredProfile, saved: boolean, touch: Touch): void {
    const live = profiles.get(id)
    if (live !== undefined) put({ ...live, ...touch, stored, saved })
  }

  return {
    load: async (first, arrived) => {
      const take = (found: readonly StoredProfile[], toCome: number) => {
        const lives = found.map((stored) => liveProfile(stored, 'saved'))
        for (const live of lives) profiles.set(live.stored.id, live)
        return arrived(lives, toCome)
      }
      await store.open({ kind: 'start' }, { first, take })
    },
    reload: async (opener) => {
      const found = await store.open(opener)
      const ids = new Set(found.map(({ id }) => id))
      for (const [id, { stored }] of profiles) {
        // What is not locked was made in memory meanwhile.
        if (stored.sealed === 'locked' && !ids.has(id)) forget(id)
      }
      for (const stored of found) {
        const lastUsed = profiles.get(stored.id)?.lastUsed ?? stored.lastUsed
        put({ ...liveProfile(stored, 'saved'), lastUsed })
      }
    },
    lock: () => {
      for (const [id, { stored, lifetime, lastUsed }] of profiles) {
        if (lifetime === 'session') forget(id)
        else put({ ...liveProfile({ ...stored, sealed: 'locked' }, lifetime), lastUsed })
      }
    },
    all: () => profiles.values(),
    find: (id) => profiles.get(id),
    open,
    add: async (stored, lifetime) => {
      const live = liveProfile(stored, lifetime)
      const saved = await turns.take(stored.id, () => save(live, stored))
      put({ ...live, saved })
    },
    change: (id, edit) =>
      turns.take(id, async () => {
        const { live } = open(id)
        const stored = used(live, edit(live.stored))
        const saved = await save(live, stored)
        putStored(id, stored, saved, {})
      }),
    keep: (id, edit, touch) =>
      turns.take(id, async () => {
        const live = profiles.get(id)
        if (live === undefined) return false
        const stored = used({ ...live, ...touch }, edit(live.stored))
        const saved = await isWritten(live, stored)
        putStored(id, stored, saved, touch)
        return true
      }),
    touch: (id, touch) => {
      const live = profiles.get(id)
      if (live !== undefined) put({ ...live, ...touch })
    },
    remove: (id) =>
      turns.take(id, async () => {
        const { live } = open(id)
        if (live.lifetime === 'saved' && !isInMemory()) await store.remove(id)
        forget(id)
      }),
    saveUses: async () => {
      for (const { stored, lastUsed, saved, lifetime } of [...profiles.values()]) {
        const isNews = saved && lifetime === 'saved' && lastUsed !== stored.lastUsed
        if (!isNews || stored.sealed === 'locked') continue
        // What can't be written is the place in a list, and nothing to hold anybody up for.
        await turns.take(stored.id, async () => {
          const live = profiles.get(stored.id)
          if (live === undefined || live.stored.sealed === 'locked') return
          const next = used(live, live.stored)
          if (await save(live, next).catch(() => false)) putStored(stored.id, next, true, {})
        })
      }
    },
    saveAgain: (id) =>
      turns.take(id, async () => {
        const live = profiles.get(id)
        if (live === undefined || live.saved) return true
        const stored = used(live, live.stored)
        const saved = await isWritten(live, stored)
        if (saved) putStored(id, stored, true, {})
        return saved
      }),
    settle: turns.settle,
  }
}
