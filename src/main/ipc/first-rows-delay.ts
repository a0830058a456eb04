import type { EngineClock } from '../engine/ports.ts'

/** Milliseconds after which the window has had its time, whatever became of it. */
const longest = 3000

/** The time in which the first rows are drawn, and nothing else is read. */
export interface HeadStart {
  /** Begins it, where there are rows to draw; resolves when it is over. */
  begin(): Promise<void>
  /** The rows are drawn, somebody waits for the others, or they are not wanted any more. */
  end(): void
}

/**
 * Reading a long list takes a processor, and the turns of the process that every event of the
 * window passes through: the rows that are there already would be drawn later for it. A locked
 * window has none (`hasRows`).
 */
export function createFirstRowsDelay(
  clock: Pick<EngineClock, 'after'>,
  hasRows: () => boolean,
): HeadStart {
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  return {
    begin: () => {
      if (!hasRows()) return Promise.resolve()
      const stopWaiting = clock.after(longest, end)
      return over.then(stopWaiting)
    },
    end,
  }
}
