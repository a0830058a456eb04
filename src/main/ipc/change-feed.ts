import type { EventData } from '../../shared/contract.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { EngineChange } from '../engine/engine-api.ts'
import type { EngineClock } from '../engine/ports.ts'

/** Milliseconds between two messages to the page: often enough for an eye. */
const minPause = 50

interface Parts {
  readonly clock: Pick<EngineClock, 'after'>
  /** Sends one message to the page. */
  readonly send: (change: Omit<EventData<'changed'>, 'vault' | 'toCome'>) => void
}

export interface ChangeFeed {
  add(change: EngineChange): void
  /** A page has asked what there is: from then on it is told. What was before, it knows. */
  begin(): void
  /** Sends what waits. To be called before a request is answered, so that the page knows more. */
  flush(): void
}

/**
 * Tells the page what changed, at most twenty times a second: the first change at once,
 * what follows closely in one message. Ten thousand tokens that are renewed within a
 * minute would otherwise be ten thousand messages to parse, copy and draw.
 */
export function createChangeFeed({ clock, send }: Parts): ChangeFeed {
  const changed = new Map<ProfileId, ProfileView>()
  const removed = new Set<ProfileId>()
  let revision = 0
  let hasBegun = false
  let isPausing = false
  /** Also where nothing but how the secrets are kept has changed. */
  let isWaiting = false

  function flush(): void {
    if (!isWaiting) return
    isWaiting = false
    const message = { revision, profiles: [...changed.values()], removed: [...removed] }
    changed.clear()
    removed.clear()
    send(message)
  }

  function pause(): void {
    isPausing = true
    clock.after(minPause, () => {
      isPausing = false
      if (!isWaiting) return
      flush()
      pause()
    })
  }

  return {
    begin: () => {
      hasBegun = true
    },
    add: (change) => {
      if (!hasBegun) return
      revision = change.revision
      isWaiting = true
      for (const profile of change.profiles) {
        changed.set(profile.id, profile)
        removed.delete(profile.id)
      }
      for (const id of change.removed) {
        changed.delete(id)
        removed.add(id)
      }
      if (isPausing) return
      flush()
      pause()
    },
    flush,
  }
}
