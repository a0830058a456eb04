import type { EngineClock, Network } from '../engine/ports.ts'

/** Facts read from the operating system. */
export interface NetworkSystem {
  /** Returns false only if requests to other computers can't work. */
  isOnline(): boolean
  /** Returns a text that differs between networks. */
  addresses(): string
  onResume(listener: () => void): void
}

/**
 * Milliseconds. Electron's main process has no event for a change of the network, so this polls while
 * there are listeners; a poll takes a tenth of a millisecond.
 */
const pollInterval = 3000

/** Milliseconds after which most computers have an address and a name server again. */
const afterResume = 15_000

/** Watches the networks of a computer. */
export function createNetwork(clock: EngineClock, system: NetworkSystem): Network {
  const listeners = new Set<() => void>()
  let stopPolling = () => {}
  let stopResuming = () => {}
  /** The network that was announced last; `null`: none since the connection was lost. */
  let announced: string | null = null
  let previous: string | null = null

  const current = () => (system.isOnline() ? system.addresses() : null)

  function announce(network: string): void {
    announced = network
    for (const listener of [...listeners]) listener()
  }

  /** Announces a network only when it is stable: joining one adds several addresses in turn. */
  function poll(): void {
    const now = current()
    const isSettled = now === previous
    previous = now
    if (now === null) announced = null
    else if (isSettled && now !== announced) announce(now)
    pollLater()
  }

  function pollLater(): void {
    stopPolling()
    stopPolling = listeners.size > 0 ? clock.after(pollInterval, poll) : () => {}
  }

  system.onResume(() => {
    stopResuming()
    stopResuming = clock.after(afterResume, () => {
      const now = current()
      if (now !== null) announce(now)
    })
  })

  return {
    watch: (listener) => {
      const own = () => listener()
      if (listeners.size === 0) {
        announced = current()
        previous = announced
      }
      listeners.add(own)
      if (listeners.size === 1) pollLater()
      return () => {
        listeners.delete(own)
        if (listeners.size === 0) pollLater()
      }
    },
  }
}
