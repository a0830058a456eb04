export interface KeyedQueue<Key> {
  /** Runs `work` after all earlier work with the same key. */
  take<Value>(key: Key, work: () => Promise<Value>): Promise<Value>
  /** Resolves when the queue is idle. */
  settle(): Promise<void>
}

/** Creates a queue that runs work with one key in order; different keys run in parallel. */
export function createKeyedQueue<Key>(): KeyedQueue<Key> {
  const last = new Map<Key, Promise<unknown>>()

  return {
    take: (key, work) => {
      const before = last.get(key) ?? Promise.resolve()
      const mine = before.then(work, work)
      last.set(key, mine)
      const forget = () => {
        if (last.get(key) === mine) last.delete(key)
      }
      mine.then(forget, forget)
      return mine
    },
    settle: async () => {
      while (last.size > 0) await Promise.allSettled(last.values())
    },
  }
}
