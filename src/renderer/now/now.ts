import type { Clock, Instant } from '../../shared/clock.ts'

const second = 1000

/** The one clock that ticks in the window. */
export interface Now {
  /** The time of the last tick; the true time, if none is awaited. */
  get(): Instant
  /** Calls `listener` about once a second until the returned function is called. */
  subscribe(listener: () => void): () => void
}

/** The parts of the page that the clock needs. */
interface Environment {
  readonly clock: Clock
  isVisible(): boolean
  onVisibilityChange(listener: () => void): void
  /** Calls `callback` after `delay` milliseconds, unless the returned function is called first. */
  after(delay: number, callback: () => void): () => void
}

/**
 * Ticks on the full second, while it has listeners and the page is visible; a page that becomes
 * visible gets the time at once.
 */
export function createNow({ clock, isVisible, onVisibilityChange, after }: Environment): Now {
  const listeners = new Set<() => void>()
  let current = clock.now()
  let stop: (() => void) | undefined

  function tick(): void {
    current = clock.now()
    for (const listener of [...listeners]) listener()
    schedule()
  }

  function schedule(): void {
    stop?.()
    stop = undefined
    if (listeners.size === 0 || !isVisible()) return
    stop = after(second - (clock.now() % second), tick)
  }

  onVisibilityChange(() => {
    if (isVisible() && listeners.size > 0) tick()
    else schedule()
  })

  return {
    get() {
      if (stop === undefined) current = clock.now()
      return current
    },
    subscribe(listener) {
      listeners.add(listener)
      if (stop === undefined) schedule()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) schedule()
      }
    },
  }
}

export const browserEnvironment: Environment = {
  clock: { now: () => Date.now() },
  isVisible: () => document.visibilityState === 'visible',
  onVisibilityChange: (listener) => document.addEventListener('visibilitychange', listener),
  after(delay, callback) {
    const timer = setTimeout(callback, delay)
    return () => clearTimeout(timer)
  },
}
