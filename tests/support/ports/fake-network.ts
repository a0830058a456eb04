import type { Network } from '../../../src/main/engine/ports.ts'

export interface FakeNetwork extends Network {
  /** Connects the computer to another network. */
  change(): void
  /** Takes the computer off every network. */
  disconnect(): void
  /** Wakes the computer up, and waits until its network is back. */
  resume(): void
  /** How many listen. */
  listeners(): number
}

/** A network that a test plays. */
export function createFakeNetwork(): FakeNetwork {
  const listeners = new Set<() => void>()
  let isConnected = true

  function announce(): void {
    for (const listener of [...listeners]) listener()
  }

  return {
    watch: (listener) => {
      const own = () => listener()
      listeners.add(own)
      return () => listeners.delete(own)
    },
    change: () => {
      isConnected = true
      announce()
    },
    disconnect: () => {
      isConnected = false
    },
    resume: () => {
      if (isConnected) announce()
    },
    listeners: () => listeners.size,
  }
}
