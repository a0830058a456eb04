/** Milliseconds before each attempt to bring the page back; there is none after the last. */
const pauses = [0, 1000, 2000, 4000, 8000] as const

/** Milliseconds after which an end of the page's process no longer counts. */
const memory = 120_000

export interface RecoveryParts {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Calls `work` after `milliseconds`, unless the returned function is called before. */
  readonly after: (milliseconds: number, work: () => void) => () => void
  /** Asks the user for permission to try again; otherwise the app quits. */
  readonly mayTryAgain: () => Promise<boolean>
  readonly quit: () => void
  readonly log: (event: 'page-gone', fields: { readonly count: number }) => void
}

/** Brings the page back when its process has ended. */
export interface PageRecovery {
  /** The process has ended: calls `reload` at once, after a pause, or when the user wants it. */
  gone(reload: () => void): void
  /** The process is about to be ended on purpose; the page then comes back at once. */
  expectEnd(): void
  /** The page is loaded by other means: cancels the pause. */
  cancel(): void
}

/**
 * A page that ends again and again would keep the computer busy without ever being usable. So
 * the pause before it comes back doubles, and after five attempts in two minutes the user decides.
 */
export function createPageRecovery(parts: RecoveryParts): PageRecovery {
  let ends: readonly number[] = []
  let isExpected = false
  let cancelPause = () => {}
  let isAsking = false

  async function ask(reload: () => void): Promise<void> {
    if (isAsking) return
    isAsking = true
    const isWanted = await parts.mayTryAgain()
    isAsking = false
    if (!isWanted) return parts.quit()
    ends = []
    reload()
  }

  return {
    gone(reload) {
      cancelPause()
      if (isExpected) {
        isExpected = false
        return reload()
      }
      const now = parts.now()
      ends = [...ends.filter((end) => Math.abs(now - end) < memory), now]
      parts.log('page-gone', { count: ends.length })
      const pause = pauses[ends.length - 1]
      if (pause === undefined) void ask(reload)
      else if (pause === 0) reload()
      else cancelPause = parts.after(pause, reload)
    },
    expectEnd() {
      cancelPause()
      isExpected = true
    },
    cancel: () => cancelPause(),
  }
}
