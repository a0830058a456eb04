import type { PowerMonitor } from 'electron'
import type { LockSettings } from '../../shared/app-settings.ts'
import type { LockNews } from '../../shared/contract.ts'
import { type AppError, Failure } from '../../shared/errors.ts'

interface Parts {
  /** Locks everything; calls `begin` once nothing is known to stand in the way. */
  readonly lock: (begin: () => void) => Promise<void>
  /** Discards the page with its contents and loads a new one. */
  readonly renewPage: () => void
  /** Returns the error to show for a lock that failed; `null` for a failure that needs no report. */
  readonly reasonOf: (cause: unknown) => AppError | null
  /** Reports an automatic lock that failed to the page, which is unchanged. */
  readonly reportRefused: (error: AppError) => void
}

export interface Locking {
  /**
   * Locks because the user asked for it and has agreed to lose unsaved input. Rejects as `lock`
   * does, if the page is still there.
   */
  now(): Promise<void>
  /**
   * Locks because the user seems to be away: unsaved input is lost and reported later. Call it
   * again as long as the absence lasts: a lock that failed is tried again, and the reason is
   * reported once. Never rejects.
   */
  automatically(): Promise<void>
  /** Records that the user is back: the next refused automatic lock is reported again. */
  noteReturn(): void
  /** Records if a form of the page holds unsaved input. */
  reportTyping(hasTyped: boolean): void
  hasTyped(): boolean
  /** Returns, once, the news that the page which a lock has ended could not show any more. */
  takeNews(): LockNews | null
}

/** Five minutes, where a lock is asked for every ten seconds. */
const maxPause = 30

/** Locks everything, and renews the page with what is typed in it. */
export function createLocking({ lock, renewPage, reasonOf, reportRefused }: Parts): Locking {
  let hasTyped = false
  let news: LockNews | null = null
  /** The refusal that the page was sent in this absence. */
  let reported: AppError['code'] | null = null
  /** A lock that fails when the page is gone costs a page: skips so many calls before the next. */
  let pause = 0
  let left = 0

  /** Calls `failedBefore` for a failure while the page that has to show it is still there. */
  async function run(isAgreed: boolean, failedBefore: (cause: unknown) => void): Promise<void> {
    let hasBegun = false
    try {
      await lock(() => {
        hasBegun = true
        // News that no page has shown yet is shown with it.
        const lostTyping = (news?.lostTyping ?? false) || (hasTyped && !isAgreed)
        news = lostTyping ? { refused: null, lostTyping } : null
        hasTyped = false
        renewPage()
      })
      reported = null
      pause = 0
    } catch (cause) {
      if (!hasBegun) return failedBefore(cause)
      left = pause
      pause = Math.min(2 * pause + 1, maxPause)
      const refused = reasonOf(cause)
      if (refused !== null) news = { refused, lostTyping: news?.lostTyping ?? false }
    }
  }

  return {
    now: () =>
      run(true, (cause) => {
        throw cause
      }),
    automatically: async () => {
      if (left > 0) {
        left -= 1
        return
      }
      await run(false, (cause) => {
        const error = reasonOf(cause)
        if (error === null || error.code === reported) return
        reported = error.code
        reportRefused(error)
      })
    },
    noteReturn: () => {
      reported = null
      pause = 0
      left = 0
    },
    reportTyping: (now) => {
      hasTyped = now
    },
    hasTyped: () => hasTyped,
    takeNews: () => {
      const taken = news
      news = null
      return taken
    },
  }
}

/** Milliseconds between two checks of the idle time. */
const checkEvery = 10_000

/** Locks when the settings ask for it: idle, screen locked, going to sleep. */
export function lockAutomatically(
  power: PowerMonitor,
  settings: () => LockSettings,
  locking: Pick<Locking, 'automatically' | 'noteReturn'>,
): void {
  const lock = () => void locking.automatically()
  power.on('lock-screen', () => {
    if (settings().onScreenLock) lock()
  })
  power.on('suspend', () => {
    if (settings().onSleep) lock()
  })
  const timer = setInterval(() => {
    const { idleMinutes, onScreenLock } = settings()
    const isIdle = idleMinutes !== null && power.getSystemIdleTime() >= idleMinutes * 60
    // Linux has no event for it, and not every desktop reports the state.
    const isScreenLocked = onScreenLock && power.getSystemIdleState(1) === 'locked'
    if (isIdle || isScreenLocked) lock()
    else locking.noteReturn()
  }, checkEvery)
  timer.unref()
}

/** Returns the error to show for a lock that failed, if the user could have meant that lock. */
export function lockFailure(
  log: { incident(event: string, cause: unknown): string },
  cause: unknown,
): AppError | null {
  if (!(cause instanceof Failure)) {
    return { code: 'internal', incident: log.incident('lock', cause) }
  }
  // Without a passphrase, or with a vault in memory, an automatic lock is not meant.
  const isMeant = cause.error.code !== 'no-passphrase' && cause.error.code !== 'lock-in-memory'
  return isMeant ? cause.error : null
}
