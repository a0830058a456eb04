import { powerMonitor } from 'electron'
import type { LockSettings } from '../../shared/app-settings.ts'
import type { Locking } from './locking.ts'

/** Milliseconds between two looks at how long nobody has touched the computer. */
const lookEvery = 10_000

/** Locks when the user has asked for it: idle, screen locked, going to sleep. */
export function lockByItself(
  settings: () => LockSettings,
  locking: Pick<Locking, 'byItself' | 'noteReturn'>,
): void {
  const lock = () => void locking.byItself()
  powerMonitor.on('lock-screen', () => {
    if (settings().onScreenLock) lock()
  })
  powerMonitor.on('suspend', () => {
    if (settings().onSleep) lock()
  })
  const timer = setInterval(() => {
    const { idleMinutes, onScreenLock } = settings()
    const isIdle = idleMinutes !== null && powerMonitor.getSystemIdleTime() >= idleMinutes * 60
    // There is no event for it on Linux, where not every desktop tells it at all.
    const isScreenLocked = onScreenLock && powerMonitor.getSystemIdleState(1) === 'locked'
    if (isIdle || isScreenLocked) lock()
    else locking.noteReturn()
  }, lookEvery)
  timer.unref()
}
