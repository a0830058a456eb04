import path from 'node:path'
import { z } from 'zod'

/** The extension of a share file, as packages register it (`build/packaging/desktop-entry.mjs`). */
const shareFileEnd = '.tokendesk'

/** The data that a second start passes to the first: a path and nothing else is taken. */
const handedOver = z.strictObject({ shareFile: z.string().min(1).max(32_768) })

/**
 * Returns the absolute path of the share file on a command line; of several the last. `args` are
 * those of a process, without the program; `folder` is its current folder.
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
  /** The data for `requestSingleInstanceLock`: the file for the instance that already runs. */
  readonly handOver: Record<string, unknown>
  add(file: string): void
  /** Takes the data of a second start; ignores anything else. */
  takeOver(data: unknown): void
  /** Calls `listener` from now on when a file arrives. */
  onWaiting(listener: () => void): void
  isWaiting(): boolean
  /** Returns the path of the waiting file, which waits no longer. */
  take(): string | undefined
}

/** Begins with the file on the command line; `args` and `folder` as for `shareFileIn`. */
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
