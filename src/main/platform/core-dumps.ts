import { writeFileSync } from 'node:fs'

/** The part of Node's `process` that returns and changes the current folder. */
type Place = Pick<NodeJS.Process, 'platform' | 'cwd' | 'chdir'>

/** Changes the current folder; returns false if it is unchanged. */
function enter(folder: string | undefined, place: Place): boolean {
  if (folder === undefined) return false
  try {
    place.chdir(folder)
    return true
  } catch {
    // It was removed, or this user may not enter it.
    return false
  }
}

/** Returns the current folder of a process, if it still exists. */
export function currentFolder(place: Pick<Place, 'cwd'> = process): string | undefined {
  try {
    return place.cwd()
  } catch {
    return undefined
  }
}

/**
 * Changes from the folder in which the app was started to one where no file can be created. Core dumps
 * without memory still contain the processor's registers, which may hold parts of a secret; with the
 * kernel's default pattern, dumps are written to the current folder, so this prevents them. Call when
 * no relative path is needed any more. Returns a function that runs its argument in the start folder,
 * for relative paths. Does nothing on other systems.
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
 * Excludes the memory of this process, and of the processes it starts later, from core dumps on Linux
 * (core(5), "Controlling which mappings are written to the core dump"). Node can't disable dumps, but
 * a process may write this setting. Does nothing on other systems, or if the system refuses.
 */
export function leaveMemoryOutOfDumps(
  pid: number | 'self' = 'self',
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform !== 'linux') return
  try {
    writeFileSync(`/proc/${pid}/coredump_filter`, '0')
  } catch {
    // The files in /proc of a sandboxed process are not its own; for the same reason it never dumps.
  }
}
