import type { EventData } from '../../shared/contract.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import type { EngineChange } from '../engine/engine-api.ts'
import type { EngineClock } from '../engine/ports.ts'

type Change = EventData<'changed'>

/** Returns the vault as the window shows it: locked as soon as a lock has begun. */
export function shownVault(vault: VaultView, isLocking: boolean): VaultView {
  if (!isLocking) return vault
  return { ...vault, protection: { kind: 'locked', reason: 'locked-by-user' } }
}

/** Returns true for a vault whose profiles must not reach the page: a locked one. */
export function hidesProfiles({ protection }: VaultView): boolean {
  return protection.kind === 'locked'
}

/** Returns a change as a page may see it; the page loads a snapshot when the vault is opened. */
export function shownChange(
  change: Omit<Change, 'vault' | 'toCome'>,
  vault: VaultView,
  toCome: number,
): Change {
  if (!hidesProfiles(vault)) return { ...change, vault, toCome }
  return { revision: change.revision, profiles: [], removed: [], vault, toCome: 0 }
}

/** Milliseconds between two messages to the page; shorter steps are not visible. */
const minPause = 50

interface Parts {
  readonly clock: Pick<EngineClock, 'after'>
  /** Sends one message to the page. */
  readonly send: (change: Omit<EventData<'changed'>, 'vault' | 'toCome'>) => void
}

export interface ChangeFeed {
  add(change: EngineChange): void
  /** Begins with the changes after the snapshot that the page is getting. */
  begin(): void
  /** Sends pending changes. Call before a response, so that the page has them first. */
  flush(): void
}

/**
 * Sends changes to the page, at most twenty times a second: the first at once, those that follow
 * closely in one message. Ten thousand tokens that are renewed within a
 * minute would otherwise be ten thousand messages to parse, copy and draw.
 */
export function createChangeFeed({ clock, send }: Parts): ChangeFeed {
  const changed = new Map<ProfileId, ProfileView>()
  const removed = new Set<ProfileId>()
  let revision = 0
  let hasBegun = false
  let isPausing = false
  /** Also set by a change that concerns the vault alone. */
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
