import type { Instant } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import type { Log, Opener, ProfileStore } from './ports.ts'
import type { SealedPart, StoredProfile } from './stored-profile.ts'

/** A profile in memory. Every change replaces it; it is never mutated. */
export interface ProfileEntry {
  readonly stored: StoredProfile
  readonly lifetime: ProfileView['lifetime']
  readonly tokenRun: ProfileView['tokenRun']
  /** True if `stored` is on disk, or is a session profile, which never is. */
  readonly saved: boolean
  /** Newer than the one in `stored` if the profile was used since it was written. */
  readonly lastUsed: Instant | null
  readonly retryFraction: number
  /** The network may have changed since the last attempt. */
  readonly networkChanged: boolean
  readonly notBefore: Instant
  /** Builds the support report of the last run; `null` if that was a successful renewal. */
  readonly report: (() => string) | null
}

/** Creates the entry of a profile that was just read or created. */
export function profileEntry(
  stored: StoredProfile,
  lifetime: ProfileView['lifetime'],
): ProfileEntry {
  const { lastUsed } = stored
  const fresh = { tokenRun: null, saved: true, retryFraction: 0.5, notBefore: 0, report: null }
  // The computer may have moved to another network since the app last ran.
  return { stored, lifetime, lastUsed, networkChanged: true, ...fresh }
}

/** A profile that exists and is not locked. */
export interface OpenProfile {
  readonly entry: ProfileEntry
  readonly sealed: SealedPart
}

export type Touch = Partial<
  Pick<
    ProfileEntry,
    'tokenRun' | 'retryFraction' | 'networkChanged' | 'notBefore' | 'report' | 'lastUsed'
  >
>

export interface Profiles {
  /**
   * Reads all profiles, those of `first` before the others. Calls `arrived` with each part and the
   * number of records still to read, and waits for it.
   */
  load(
    first: readonly ProfileId[],
    arrived: (profiles: readonly ProfileEntry[], toCome: number) => Promise<void> | void,
  ): Promise<void>
  /** Reads all profiles again after a lock. Throws as the store does, and changes nothing then. */
  reload(opener: Opener): Promise<void>
  /** Removes all secrets, and all session profiles, from memory. */
  lock(): void
  all(): Iterable<ProfileEntry>
  find(id: ProfileId): ProfileEntry | undefined
  /** Throws `profile-not-found`, or the reason why the profile is locked. */
  open(id: ProfileId): OpenProfile
  add(stored: StoredProfile, lifetime: ProfileEntry['lifetime']): Promise<void>
  /** Changes a profile, on disk first. Throws as the store does, and changes nothing then. */
  change(id: ProfileId, edit: (stored: StoredProfile) => StoredProfile): Promise<void>
  /**
   * Keeps the result of a request: on disk before it is visible or, if that fails, in memory until
   * it can be saved. Resolves with `false` if the profile was removed.
   */
  keep(
    id: ProfileId,
    edit: (stored: StoredProfile) => StoredProfile,
    touch: Touch,
  ): Promise<boolean>
  /** Changes the parts that live in memory only. */
  touch(id: ProfileId, touch: Touch): void
  remove(id: ProfileId): Promise<void>
  /** Writes the profiles that were used since they were last written; ignores failures. */
  saveUses(): Promise<void>
  /** Retries a failed save. Resolves with `true` if the profile is on disk now. */
  saveAgain(id: ProfileId): Promise<boolean>
  /** Resolves when no write is under way. */
  settle(): Promise<void>
}

/**
 * Holds the profiles. Changes of one profile are queued, so that each write includes the one
 * before: an edit can't undo a token that is being written. `changed` is called after each visible
 * change.
 */
export function createProfiles(
  store: ProfileStore,
  log: Log,
  changed: (id: ProfileId) => void,
): Profiles {
  const profiles = new Map<ProfileId, ProfileEntry>()
  const turns = createKeyedQueue<ProfileId>()

  function put(entry: ProfileEntry): void {
    profiles.set(entry.stored.id, entry)
    changed(entry.stored.id)
  }

  function forget(id: ProfileId): void {
    profiles.delete(id)
    changed(id)
  }

  function open(id: ProfileId): OpenProfile {
    const entry = profiles.get(id)
    if (entry === undefined) throw new Failure({ code: 'profile-not-found' })
    const { sealed } = entry.stored
    if (sealed !== 'locked') return { entry, sealed }
    // While another process uses the vault, no key would help.
    const { protection } = store.view()
    const isReadOnly = protection.kind === 'read-only'
    throw new Failure({ code: isReadOnly ? readOnlyCodes[protection.reason] : 'vault-locked' })
  }

  /** Returns true while the user works without the locked profiles: nothing is written then. */
  function isInMemory(): boolean {
    const { protection } = store.view()
    return protection.kind === 'memory-only' && protection.reason === 'locked'
  }

  function used({ lastUsed }: ProfileEntry, stored: StoredProfile): StoredProfile {
    return stored.lastUsed === lastUsed ? stored : { ...stored, lastUsed }
  }

  /** Resolves with `true` if nothing is left to write. */
  async function save({ lifetime }: ProfileEntry, stored: StoredProfile): Promise<boolean> {
    if (lifetime === 'session') return true
    if (isInMemory()) return false
    await store.save(stored)
    return true
  }

  /** Resolves with `true` if it was written. A bug in the store must not lose a token either. */
  async function isWritten(entry: ProfileEntry, stored: StoredProfile): Promise<boolean> {
    try {
      return await save(entry, stored)
    } catch (cause) {
      if (!(cause instanceof Failure)) log.incident('profile-not-written', cause)
      return false
    }
  }

  /** Updates an entry after a wait, in which all but `stored` may have changed. */
  function putStored(id: ProfileId, stored: StoredProfile, saved: boolean, touch: Touch): void {
    const entry = profiles.get(id)
    if (entry !== undefined) put({ ...entry, ...touch, stored, saved })
  }

  return {
    load: async (first, arrived) => {
      const take = (found: readonly StoredProfile[], toCome: number) => {
        const lives = found.map((stored) => profileEntry(stored, 'saved'))
        for (const entry of lives) profiles.set(entry.stored.id, entry)
        return arrived(lives, toCome)
      }
      await store.open({ kind: 'start' }, { first, take })
    },
    reload: async (opener) => {
      const found = await store.open(opener)
      const ids = new Set(found.map(({ id }) => id))
      for (const [id, { stored }] of profiles) {
        // An entry that is not locked was created in memory since.
        if (stored.sealed === 'locked' && !ids.has(id)) forget(id)
      }
      for (const stored of found) {
        const lastUsed = profiles.get(stored.id)?.lastUsed ?? stored.lastUsed
        put({ ...profileEntry(stored, 'saved'), lastUsed })
      }
    },
    lock: () => {
      for (const [id, { stored, lifetime, lastUsed }] of profiles) {
        if (lifetime === 'session') forget(id)
        else put({ ...profileEntry({ ...stored, sealed: 'locked' }, lifetime), lastUsed })
      }
    },
    all: () => profiles.values(),
    find: (id) => profiles.get(id),
    open,
    add: async (stored, lifetime) => {
      const entry = profileEntry(stored, lifetime)
      const saved = await turns.take(stored.id, () => save(entry, stored))
      put({ ...entry, saved })
    },
    change: (id, edit) =>
      turns.take(id, async () => {
        const { entry } = open(id)
        const stored = used(entry, edit(entry.stored))
        const saved = await save(entry, stored)
        putStored(id, stored, saved, {})
      }),
    keep: (id, edit, touch) =>
      turns.take(id, async () => {
        const entry = profiles.get(id)
        if (entry === undefined) return false
        const stored = used({ ...entry, ...touch }, edit(entry.stored))
        const saved = await isWritten(entry, stored)
        putStored(id, stored, saved, touch)
        return true
      }),
    touch: (id, touch) => {
      const entry = profiles.get(id)
      if (entry !== undefined) put({ ...entry, ...touch })
    },
    remove: (id) =>
      turns.take(id, async () => {
        const { entry } = open(id)
        if (entry.lifetime === 'saved' && !isInMemory()) await store.remove(id)
        forget(id)
      }),
    saveUses: async () => {
      for (const { stored, lastUsed, saved, lifetime } of [...profiles.values()]) {
        const isNews = saved && lifetime === 'saved' && lastUsed !== stored.lastUsed
        if (!isNews || stored.sealed === 'locked') continue
        // A failure costs only a place in a list.
        await turns.take(stored.id, async () => {
          const entry = profiles.get(stored.id)
          if (entry === undefined || entry.stored.sealed === 'locked') return
          const next = used(entry, entry.stored)
          if (await save(entry, next).catch(() => false)) putStored(stored.id, next, true, {})
        })
      }
    },
    saveAgain: (id) =>
      turns.take(id, async () => {
        const entry = profiles.get(id)
        if (entry === undefined || entry.saved) return true
        const stored = used(entry, entry.stored)
        const saved = await isWritten(entry, stored)
        if (saved) putStored(id, stored, true, {})
        return saved
      }),
    settle: turns.settle,
  }
}
