import type { ProfileId } from '../../shared/profile.ts'
import type { EngineClock, Network } from './ports.ts'

/** Profiles that are retried without a pause; ten thousand at once would hold up the window. */
const maxAtOnce = 100

interface Parts {
  readonly network: Network
  readonly clock: EngineClock
  readonly retry: (id: ProfileId) => void
}

export interface NetworkRetries {
  /** Remembers whether the profile is retried as soon as the network is another one. */
  note(id: ProfileId, waits: boolean): void
  /** Retries all that wait, each as soon as the shortest gap between two attempts allows. */
  retryAll(): void
  stop(): void
}

/** Retries what the network kept from its server. Watches the network only while something waits. */
export function createNetworkRetries({ network, clock, retry }: Parts): NetworkRetries {
  const waiting = new Set<ProfileId>()
  let stopWatching: (() => void) | undefined
  let stopRetrying = () => {}
  let isStopped = false

  function retrySome(ids: readonly ProfileId[]): void {
    for (const id of ids.slice(0, maxAtOnce)) if (waiting.has(id)) retry(id)
    const others = ids.slice(maxAtOnce)
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
