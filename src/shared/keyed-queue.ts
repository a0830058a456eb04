export interface KeyedQueue<Key> {
  /** Runs `work` when everything that was asked for the same key before it has ended. */
  take<Value>(key: Key, work: () => Promise<Value>): Promise<Value>
  /** Resolves when nobody is at work or waiting. */
  settle(): Promise<void>
}

/** One after the other per key; different keys do not wait for each other. */
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
