interface Parts {
  /** Locks everything; calls `begin` once nothing is known to stand in the way. */
  readonly lock: (begin: () => void) => Promise<void>
  /** Ends the page, with all that it holds, and begins another one. */
  readonly renewPage: () => void
  /** Told of a lock that failed and that nobody waits for: its page is gone, or there was none. */
  readonly refused: (cause: unknown) => void
}

export interface Locking {
  /** Because the user asked for it, who has agreed to lose what is typed. Rejects as `lock` does. */
  now(): Promise<void>
  /** Because nobody seems to be there: what is typed is lost, and told of later. Never rejects. */
  byItself(): Promise<void>
  /** The page tells whether a form holds something that is not saved. */
  noteTyping(hasTyped: boolean): void
  /** Whether the last lock has cost something typed, to be told once. */
  takeLostTyping(): boolean
}

/** What becomes of the page, and of what is typed in it, when everything is locked. */
export function createLocking({ lock, renewPage, refused }: Parts): Locking {
  let hasTyped = false
  let hasLost = false

  function begin(isAgreed: boolean): void {
    hasLost ||= hasTyped && !isAgreed
    hasTyped = false
    renewPage()
  }

  return {
    now: async () => {
      let hasBegun = false
      try {
        await lock(() => {
          hasBegun = true
          begin(true)
        })
      } catch (cause) {
        if (hasBegun) refused(cause)
        throw cause
      }
    },
    byItself: () => lock(() => begin(false)).catch(refused),
    noteTyping: (now) => {
      hasTyped = now
    },
    takeLostTyping: () => {
      const lost = hasLost
      hasLost = false
      return lost
    },
  }
}
