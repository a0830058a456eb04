import type { ProfileId } from '../../shared/profile.ts'
import type { Network } from './ports.ts'

export interface NetworkRetries {
  /** Remembers whether the profile is retried as soon as the network is another one. */
  note(id: ProfileId, waits: boolean): void
  /** Retries all that wait, each as soon as the shortest gap between two attempts allows. */
  retryAll(): void
  stop(): void
}

/** Retries what the network kept from its server. Watches the network only while something waits. */
export function createNetworkRetries(
  network: Network,
  retry: (id: ProfileId) => void,
): NetworkRetries {
  const waiting = new Set<ProfileId>()
  let stopWatching: (() => void) | undefined
  let isStopped = false

  function retryAll(): void {
    for (const id of [...waiting]) retry(id)
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
      watchIfNeeded()
    },
  }
}
