/** Runs work of one key in the order of the calls; work of different keys side by side. */
export interface Queues {
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result>
  /** Resolves when nothing runs or waits. Never to be waited for by what runs. */
  settle(): Promise<void>
}

export function createQueues(): Queues {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run(key, work) {
      const before = tails.get(key) ?? Promise.resolve()
      // A failure is its own caller's; whoever comes next starts all the same.
      const result = before.then(work, work)
      tails.set(key, result)
      const forget = () => {
        if (tails.get(key) === result) tails.delete(key)
      }
      result.then(forget, forget)
      return result
    },
    async settle() {
      while (tails.size > 0) await Promise.allSettled(tails.values())
    },
  }
}
