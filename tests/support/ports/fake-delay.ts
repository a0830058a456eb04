import type { Delay } from '../../../src/main/engine/ports.ts'

export interface FakeDelay extends Delay {
  /** Lets time pass, and waits until what it ended has settled. */
  pass(milliseconds: number): Promise<void>
  /** Returns the milliseconds that each wait under way still has. */
  waiting(): readonly number[]
}

/** Delays whose time passes only when a test says so. */
export function createFakeDelay(): FakeDelay {
  const waits = new Map<symbol, { left: number; readonly end: () => void }>()
  return {
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted || milliseconds <= 0) return resolve()
        const key = Symbol('wait')
        const end = () => {
          waits.delete(key)
          signal.removeEventListener('abort', end)
          resolve()
        }
        waits.set(key, { left: milliseconds, end })
        signal.addEventListener('abort', end)
      }),
    pass: async (milliseconds) => {
      for (const wait of [...waits.values()]) {
        wait.left -= milliseconds
        if (wait.left <= 0) wait.end()
      }
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    },
    waiting: () => [...waits.values()].map(({ left }) => left),
  }
}
