import type { Delay, EngineClock } from '../engine/ports.ts'

/** The longest wait that a timer of Node keeps: a longer one fires at once. */
const maxTimer = 2 ** 31 - 1

/** Waits by the timers of `clock`, longer waits by several in a row. */
export function createDelay(clock: Pick<EngineClock, 'after'>): Delay {
  return {
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        let left = Math.max(0, milliseconds)
        let stopTimer = () => {}
        function end(): void {
          stopTimer()
          signal.removeEventListener('abort', end)
          resolve()
        }
        function next(): void {
          const slice = Math.min(left, maxTimer)
          left -= slice
          stopTimer = clock.after(slice, left > 0 ? next : end)
        }
        if (signal.aborted) return resolve()
        signal.addEventListener('abort', end)
        next()
      }),
  }
}
