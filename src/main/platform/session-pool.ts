interface Parts<Own> {
  /** Creates an item, which can't be destroyed. */
  readonly open: () => Promise<Own>
  /** Removes all traces of one use before the next. */
  readonly clean: (own: Own) => Promise<void>
  /** Maximum number of items. */
  readonly max: number
}

export interface SessionPool<Own> {
  /**
   * Runs `work` with an item for its exclusive use; waits if all are in use. Resolves to `null`,
   * without running `work`, if `signal` is aborted while it waits.
   */
  lend<Value>(signal: AbortSignal, work: (own: Own) => Promise<Value>): Promise<Value | null>
}

/** Creates a pool of items that are expensive and can't be destroyed. First come, first served. */
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
      // Creating an item may succeed for the next one in the queue.
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
