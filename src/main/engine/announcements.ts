import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Engine, EngineChange } from './engine-api.ts'
import type { EngineClock, Log, ProfileStore } from './ports.ts'
import type { ProfileEntry, Profiles } from './profiles.ts'
import { viewOf } from './projection.ts'

interface Parts {
  readonly store: ProfileStore
  readonly profiles: Pick<Profiles, 'all' | 'find' | 'load'>
  readonly clock: EngineClock
  readonly log: Log
}

interface Announcements
  extends Pick<Engine, 'revision' | 'profiles' | 'subscribe' | 'opening' | 'start'> {
  /** Announces that a profile was changed, added or removed. */
  profileChanged(id: ProfileId): void
  /** Announces that something beside the profiles has changed, such as the vault's protection. */
  stateChanged(): void
}

/**
 * Keeps the view of each profile, and notifies the listeners of every change. `loaded` is called
 * once all profiles are in memory.
 */
export function createAnnouncements(
  { store, profiles, clock, log }: Parts,
  loaded: () => void,
): Announcements {
  const listeners = new Set<(change: EngineChange) => void>()
  const views = new WeakMap<ProfileEntry, ProfileView>()
  let revision = 0
  let toCome = 0
  let atTop = 0

  function viewed(entry: ProfileEntry): ProfileView {
    const view = views.get(entry) ?? viewOf(entry, clock.now(), store.isOlder(entry.stored.id))
    views.set(entry, view)
    return view
  }

  /** A failing listener must not come between a token and the callers that wait for it. */
  function notify(listener: (change: EngineChange) => void, change: EngineChange): void {
    try {
      listener(change)
    } catch (cause) {
      log.incident('listener-failed', cause)
    }
  }

  function announce(profiles: EngineChange['profiles'], removed: EngineChange['removed']): void {
    revision += 1
    for (const listener of listeners) notify(listener, { revision, profiles, removed })
  }

  return {
    profileChanged: (id) => {
      const entry = profiles.find(id)
      announce(entry === undefined ? [] : [viewed(entry)], entry === undefined ? [id] : [])
    },
    stateChanged: () => announce([], []),
    revision: () => revision,
    profiles: () => Array.from(profiles.all(), viewed),
    subscribe: (listener) => {
      const own = (change: EngineChange) => listener(change)
      listeners.add(own)
      return () => listeners.delete(own)
    },
    opening: () => (toCome === 0 ? null : { atTop, toCome }),
    start: (first = [], pause = () => Promise.resolve()) => {
      let begin = () => {}
      const begun = new Promise<void>((resolve) => {
        begin = resolve
      })
      let areFirstThere = false
      const load = async () => {
        await profiles.load(first, (entries, left) => {
          toCome = left
          if (areFirstThere) return announce(entries.map(viewed), [])
          // The first are part of the answer to the first request, so they are not announced.
          areFirstThere = true
          atTop = entries.length
          begin()
          return left === 0 ? undefined : pause()
        })
        loaded()
      }
      const all = load()
      return { first: Promise.race([begun, all]), all }
    },
  }
}
