import type { LockNews } from '../../shared/contract.ts'
import type { AppError } from '../../shared/errors.ts'

interface Parts {
  /** Locks everything; calls `begin` once nothing is known to stand in the way. */
  readonly lock: (begin: () => void) => Promise<void>
  /** Ends the page, with all that it holds, and begins another one. */
  readonly renewPage: () => void
  /** What to say of a lock that failed; `null`: nothing that anybody must know. */
  readonly reasonOf: (cause: unknown) => AppError | null
  /** Tells the page, which is as it was, of a lock that nobody asked for and that failed. */
  readonly tellRefused: (error: AppError) => void
}

export interface Locking {
  /**
   * Because the user asked for it, who has agreed to lose what is typed. Rejects as `lock` does, if
   * the page is still there.
   */
  now(): Promise<void>
  /**
   * Because nobody seems to be there: what is typed is lost, and told of later. Call it again as
   * long as it lasts: a lock that failed is tried again, and what prevents it is told once. Never
   * rejects.
   */
  byItself(): Promise<void>
  /** The user is back: report again what prevents the next automatic lock. */
  noteReturn(): void
  /** The page tells whether a form holds something that is not saved. */
  reportTyping(hasTyped: boolean): void
  hasTyped(): boolean
  /** What the page that a lock has ended can't be told any more: for the next one, once. */
  takeNews(): LockNews | null
}

/** Five minutes, where a lock is asked for every ten seconds. */
const maxPause = 30

/** What becomes of the page, and of what is typed in it, when everything is locked. */
export function createLocking({ lock, renewPage, reasonOf, tellRefused }: Parts): Locking {
  let hasTyped = false
  let news: LockNews | null = null
  /** The refusal that the page was sent in this absence. */
  let told: AppError['code'] | null = null
  /** A lock that fails when the page is gone costs a page: so many calls go by before the next. */
  let pause = 0
  let left = 0

  /** Whether the page that would have to be told of a failure is gone by then. */
  async function run(isAgreed: boolean, failedBefore: (cause: unknown) => void): Promise<void> {
    let hasBegun = false
    try {
      await lock(() => {
        hasBegun = true
        // What was not told of yet is told with it.
        const lostTyping = (news?.lostTyping ?? false) || (hasTyped && !isAgreed)
        news = lostTyping ? { refused: null, lostTyping } : null
        hasTyped = false
        renewPage()
      })
      told = null
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
    byItself: async () => {
      if (left > 0) {
        left -= 1
        return
      }
      await run(false, (cause) => {
        const error = reasonOf(cause)
        if (error === null || error.code === told) return
        told = error.code
        tellRefused(error)
      })
    },
    noteReturn: () => {
      told = null
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
