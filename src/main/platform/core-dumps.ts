import { writeFileSync } from 'node:fs'

/** The part of Node's `process` that knows and changes the current folder. */
type Place = Pick<NodeJS.Process, 'platform' | 'cwd' | 'chdir'>

/** Changes the current folder; `false`: it stays as it is. */
function enter(folder: string | undefined, place: Place): boolean {
  if (folder === undefined) return false
  try {
    place.chdir(folder)
    return true
  } catch {
    // It is gone, or not for this user.
    return false
  }
}

/** Returns the folder in which a process is, if that is still there. */
export function currentFolder(place: Pick<Place, 'cwd'> = process): string | undefined {
  try {
    return place.cwd()
  } catch {
    return undefined
  }
}

/**
 * Leaves the folder in which the app was started for one where no file can be made. What is left of
 * a dump, the registers of the processor, may still hold some letters of a secret; where the system
 * names dumps without a folder, as the kernel does by itself, it then has no place for one at all.
 * Call when no relative path is needed any more. Returns a function that runs its argument in the
 * folder of the start, for paths that are relative to it. On other systems no folder changes.
 */
export function leavePlaceOfDumps(place: Place = process): (work: () => void) => void {
  const started = currentFolder(place)
  const withoutDumps = '/proc'
  if (place.platform !== 'linux' || !enter(withoutDumps, place)) return (work) => work()
  return (work) => {
    const isBack = enter(started, place)
    try {
      work()
    } finally {
      if (isBack) enter(withoutDumps, place)
    }
  }
}

/**
 * Leaves the memory of a process of this app out of the file that Linux writes when it crashes
 * (core(5), "Controlling which mappings are written to the core dump"). Node has no call that forbids
 * dumps, but this is a file that a process may write. What the process starts from now on inherits
 * it. Elsewhere, and where the system does not let it be set, nothing happens.
 */
export function leaveMemoryOutOfDumps(
  pid: number | 'self' = 'self',
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform !== 'linux') return
  try {
    writeFileSync(`/proc/${pid}/coredump_filter`, '0')
  } catch {
    // A sandboxed process belongs to nobody in /proc; for the same reason it leaves no dump.
  }
}
