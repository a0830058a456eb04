interface Parts<Own> {
  /** Makes another one; it is never made undone. */
  readonly open: () => Promise<Own>
  /** Leaves nothing of one use for the next. */
  readonly clean: (own: Own) => Promise<void>
  /** How many there may ever be. */
  readonly max: number
}

export interface SessionPool<Own> {
  /**
   * Runs `work` with one that no other work uses meanwhile; waits for one where all are in use.
   * Resolves to `null` if `signal` is aborted before there is one; then `work` was not run.
   */
  lend<Value>(signal: AbortSignal, work: (own: Own) => Promise<Value>): Promise<Value | null>
}

/** Lends what is expensive to make and can't be got rid of again. Serves in the order of asking. */
export function createSessionPool<Own extends object | number>({
  open,
  clean,
  max,
}: Parts<Own>): SessionPool<Own> {
  const free: Own[] = []
  const waiting = new Set<(own: Own | 'again' | null) => void>()
  let count = 0

  function give(own: Own): void {
    const [first] = waiting
    if (first === undefined) free.push(own)
    else first(own)
  }

  async function make(): Promise<Own> {
    count += 1
    try {
      return await open()
    } catch (cause) {
      count -= 1
      // One that waits may have more luck.
      const [first] = waiting
      first?.('again')
      throw cause
    }
  }

  function wait(signal: AbortSignal): Promise<Own | 'again' | null> {
    return new Promise((resolve) => {
      function settle(own: Own | 'again' | null): void {
        waiting.delete(settle)
        signal.removeEventListener('abort', giveUp)
        resolve(own)
      }
      const giveUp = () => settle(null)
      waiting.add(settle)
      signal.addEventListener('abort', giveUp)
    })
  }

  async function take(signal: AbortSignal): Promise<Own | null> {
    for (;;) {
      const own = free.pop() ?? (count < max ? await make() : await wait(signal))
      if (own !== 'again') return own
    }
  }

  return {
    async lend(signal, work) {
      if (signal.aborted) return null
      const own = await take(signal)
      if (own === null) return null
      try {
        return await work(own)
      } finally {
        const ready = () => give(own)
        clean(own).then(ready, ready)
      }
    },
  }
}
