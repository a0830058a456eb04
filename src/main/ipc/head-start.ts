import type { EngineClock } from '../engine/ports.ts'

/** Milliseconds after which the window has had its time, whatever became of it. */
const longest = 3000

/** The time in which the first rows are drawn, and nothing else is read. */
export interface HeadStart {
  /** Begins it; resolves when it is over. */
  begin(): Promise<void>
  /** The rows are drawn, somebody waits for the others, or they are not wanted any more. */
  end(): void
}

/**
 * Reading a long list takes a processor, and the turns of the process that every event of the
 * window passes through: the rows that are there already would be drawn later for it.
 */
export function createHeadStart(clock: Pick<EngineClock, 'after'>): HeadStart {
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  return {
    begin: () => {
      over.then(clock.after(longest, end))
      return over
    },
    end,
  }
}
