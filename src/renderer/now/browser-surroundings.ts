import type { Environment } from './now.ts'

export const browserEnvironment: Environment = {
  clock: { now: () => Date.now() },
  isVisible: () => document.visibilityState === 'visible',
  onVisibilityChange: (listener) => document.addEventListener('visibilitychange', listener),
  after(delay, callback) {
    const timer = setTimeout(callback, delay)
    return () => clearTimeout(timer)
  },
}
