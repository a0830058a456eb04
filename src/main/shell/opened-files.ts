import path from 'node:path'
import { z } from 'zod'

/** How a share file ends, as every package tells its system (`build/packaging/desktop-entry.mjs`). */
const shareFileEnd = '.tokendesk'

/** What a second start hands to the first; a path says enough, and is all that is taken. */
const handedOver = z.strictObject({ shareFile: z.string().min(1).max(32_768) })

/**
 * The share file that a command line names, absolute; of several the last. `args` are those of
 * a process, without the program; `folder` is where it was started.
 */
export function shareFileIn(args: readonly string[], folder: string): string | undefined {
  const given = args.filter((arg) => !arg.startsWith('-') && isShareFile(arg)).at(-1)
  return given === undefined ? undefined : path.resolve(folder, given)
}

function isShareFile(file: string): boolean {
  return file.toLowerCase().endsWith(shareFileEnd)
}

/** Share files that the system opens with this app. One waits at a time: the last. */
export interface OpenedFiles {
  /** For `requestSingleInstanceLock`: what the instance that runs already is to open. */
  readonly handOver: Record<string, unknown>
  add(file: string): void
  /** Takes what a second start handed over; anything else is left alone. */
  takeOver(data: unknown): void
  /** Calls back from now on when a file comes that waits. */
  onWaiting(listener: () => void): void
  isWaiting(): boolean
  /** Its path; nothing waits then. */
  take(): string | undefined
}

/** Begins with what the command line names: `args` and `folder` as of `shareFileIn`. */
export function createOpenedFiles(args: readonly string[], folder: string): OpenedFiles {
  let waiting = shareFileIn(args, folder)
  let tell = () => {}

  function add(file: string): void {
    if (!isShareFile(file)) return
    waiting = file
    tell()
  }

  return {
    add,
    handOver: waiting === undefined ? {} : { shareFile: waiting },
    takeOver: (data) => {
      const { data: handed } = handedOver.safeParse(data)
      if (handed !== undefined && path.isAbsolute(handed.shareFile)) add(handed.shareFile)
    },
    onWaiting: (listener) => {
      tell = listener
    },
    isWaiting: () => waiting !== undefined,
    take: () => {
      const taken = waiting
      waiting = undefined
      return taken
    },
  }
}
