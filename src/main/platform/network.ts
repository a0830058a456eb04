import type { EngineClock, Network } from '../engine/ports.ts'

/** Facts read from the operating system. */
export interface NetworkSystem {
  /** Returns false only if requests to other computers can't work. */
  isOnline(): boolean
  /** Returns a text that is another one on another network. */
  addresses(): string
  onResume(listener: () => void): void
}

/**
 * Electron announces no change of the network in main on any system, so it is looked for: only
 * while something waits for it, and one look takes a tenth of a millisecond.
 */
const betweenLooks = 3000

/** By then most computers have an address and a name server again. */
const afterResume = 15_000

/** Watches the networks of a computer. */
export function createNetwork(clock: EngineClock, system: NetworkSystem): Network {
  const listeners = new Set<() => void>()
  let stopLooking = () => {}
  let stopResuming = () => {}
  /** The network that was announced last; `null`: there was none since. */
  let announced: string | null = null
  let previous: string | null = null

  const current = () => (system.isOnline() ? system.addresses() : null)

  function announce(network: string): void {
    announced = network
    for (const listener of [...listeners]) listener()
  }

  /** A network that is being joined gets one address after the other: wait until it is settled. */
  function look(): void {
    const now = current()
    const isSettled = now === previous
    previous = now
    if (now === null) announced = null
    else if (isSettled && now !== announced) announce(now)
    lookLater()
  }

  function lookLater(): void {
    stopLooking()
    stopLooking = listeners.size > 0 ? clock.after(betweenLooks, look) : () => {}
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
      if (listeners.size === 1) lookLater()
      return () => {
        listeners.delete(own)
        if (listeners.size === 0) lookLater()
      }
    },
  }
}
