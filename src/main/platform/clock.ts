import type { EngineClock } from '../engine/ports.ts'

/** Above this, `setTimeout` fires at once. */
const maxWait = 2 ** 31 - 1

/** The clock of the computer. `after` throws `RangeError` for waits it can't keep. */
export function createClock(): EngineClock {
  return {
    now: () => Date.now(),
    after(milliseconds, callback) {
      if (!(milliseconds >= 0 && milliseconds <= maxWait)) {
        throw new RangeError(`cannot wait ${milliseconds} ms`)
      }
      const timer = setTimeout(callback, milliseconds)
      return () => clearTimeout(timer)
    },
  }
}
