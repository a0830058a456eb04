import type { ProfileId } from '../../shared/profile.ts'
import type { EngineClock, Network } from './ports.ts'

/** Profiles that are retried without a pause; ten thousand at once would block the window. */
const maxRetriedAtOnce = 100

interface NetworkParts {
  readonly network: Network
  readonly clock: EngineClock
  readonly retry: (id: ProfileId) => void
}

interface NetworkRetries {
  /** Sets if the profile is retried when the network changes. */
  note(id: ProfileId, waits: boolean): void
  /** Retries all waiting profiles, each as soon as the minimum gap between attempts allows. */
  retryAll(): void
  stop(): void
}

/**
 * Retries requests that failed because of the network, as soon as it changes. Watches the network
 * only while a profile waits for it.
 */
export function createNetworkRetries({ network, clock, retry }: NetworkParts): NetworkRetries {
  const waiting = new Set<ProfileId>()
  let stopWatching: (() => void) | undefined
  let stopRetrying = () => {}
  let isStopped = false

  function retrySome(ids: readonly ProfileId[]): void {
    for (const id of ids.slice(0, maxRetriedAtOnce)) if (waiting.has(id)) retry(id)
    const others = ids.slice(maxRetriedAtOnce)
    stopRetrying = others.length > 0 ? clock.after(0, () => retrySome(others)) : () => {}
  }

  function retryAll(): void {
    stopRetrying()
    retrySome([...waiting])
  }

  function watchIfNeeded(): void {
    const isNeeded = waiting.size > 0 && !isStopped
    if (isNeeded) stopWatching ??= network.watch(retryAll)
    else {
      stopWatching?.()
      stopWatching = undefined
    }
  }

  return {
    note: (id, waits) => {
      if (waits) waiting.add(id)
      else waiting.delete(id)
      watchIfNeeded()
    },
    retryAll,
    stop: () => {
      isStopped = true
      stopRetrying()
      watchIfNeeded()
    },
  }
}

const minWait = 1000
const maxWait = 60_000

interface SaveRetries {
  /** Adds a profile to those that are saved again. */
  add(id: ProfileId): void
  /** Tries all once more, immediately, and stops. */
  finish(): Promise<void>
}

/**
 * Retries failed saves after 1 s, 2 s, 4 s … up to a minute. All profiles share one timer, and a
 * failure ends a round, because a full disk is full for all. The next round starts with another
 * profile, so that one that can never be saved does not block the others.
 */
export function createSaveRetries(
  clock: EngineClock,
  saveAgain: (id: ProfileId) => Promise<boolean>,
): SaveRetries {
  const unsaved = new Set<ProfileId>()
  let wait = minWait
  let stopTimer: (() => void) | undefined
  let isFinished = false

  function arm(): void {
    if (unsaved.size === 0 || isFinished || stopTimer !== undefined) return
    stopTimer = clock.after(wait, () => void round())
  }

  async function round(): Promise<void> {
    for (const id of [...unsaved]) {
      if (!(await saveAgain(id))) {
        unsaved.delete(id)
        unsaved.add(id)
        wait = Math.min(wait * 2, maxWait)
        break
      }
      unsaved.delete(id)
      wait = minWait
    }
    stopTimer = undefined
    arm()
  }

  return {
    add: (id) => {
      unsaved.add(id)
      arm()
    },
    finish: async () => {
      isFinished = true
      stopTimer?.()
      for (const id of unsaved) await saveAgain(id)
    },
  }
}
