import type { EngineClock } from '../../../src/main/engine/ports.ts'
import type { Instant } from '../../../src/shared/clock.ts'

const maxWait = 2 ** 31 - 1

export interface ManualClock extends EngineClock {
  /** Lets time pass; timers fire in their order, and what they start settles in between. */
  advance(milliseconds: number): Promise<void>
  /** Sets the clock on the wall without letting time pass, as a user or a server may. */
  set(now: Instant): void
  /** How long each armed timer still has. */
  armed(): readonly number[]
}

/** Lets everything happen that waits for nothing but promises. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** A clock that is turned by hand. */
export function createManualClock(start: Instant = Date.UTC(2026, 0, 1)): ManualClock {
  const timers = new Map<symbol, { readonly at: number; readonly callback: () => void }>()
  let elapsed = 0
  let offset = start

  function nextUntil(end: number) {
    const [first] = [...timers].sort(([, one], [, other]) => one.at - other.at)
    return first !== undefined && first[1].at <= end ? first : undefined
  }

  return {
    now: () => offset + elapsed,
    after: (milliseconds, callback) => {
      if (milliseconds > maxWait) throw new RangeError('the wait is too long')
      const key = Symbol('timer')
      timers.set(key, { at: elapsed + Math.max(0, milliseconds), callback })
      return () => {
        timers.delete(key)
      }
    },
    advance: async (milliseconds) => {
      const end = elapsed + milliseconds
      await settled()
      for (let next = nextUntil(end); next !== undefined; next = nextUntil(end)) {
        const [key, { at, callback }] = next
        timers.delete(key)
        elapsed = Math.max(elapsed, at)
        callback()
        await settled()
      }
      elapsed = end
    },
    set: (now) => {
      offset = now - elapsed
    },
    armed: () => [...timers.values()].map(({ at }) => at - elapsed),
  }
}
