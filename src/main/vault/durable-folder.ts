import { randomBytes } from 'node:crypto'
import { mkdir, opendir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { realDisk } from './disk.ts'
import { errorCode, isMissing } from './file-error.ts'

const temporarySuffix = '.tmp'
const temporary = /\.[0-9a-f]+\.tmp$/

/** Returns true for the name of a file that an interrupted write left behind. */
export function isTemporary(name: string): boolean {
  return temporary.test(name)
}

/** Returns a new, unused path in the same folder. */
export function temporaryName(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}${temporarySuffix}`
}

/** Makes renamed and removed names in a folder survive a power cut. */
export async function syncFolder(folder: string, disk = realDisk): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    // Windows can't open or sync folders; its journal makes renames durable.
    const isExpected = ['EPERM', 'EINVAL', 'EISDIR', 'EACCES'].includes(errorCode(error) ?? '')
    if (process.platform !== 'win32' || !isExpected) throw error
  }
}

/** Creates a folder, if it is missing, in an existing one. */
export async function makeSubfolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    // It may exist and not be durable yet: an earlier attempt failed at the sync.
    if (errorCode(error) !== 'EEXIST') throw error
  }
  await syncFolder(dirname(folder))
}

/** Creates a folder and its parents, if they are missing. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeSubfolder(folder)
  } catch (error) {
    // Not `recursive` at once: it reports a full disk as a missing folder.
    if (!isMissing(error)) throw error
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await syncFolder(dirname(folder))
  }
}

/** A write leaves at most two. More of them in one folder come from other programs. */
const maxLeftovers = 200

/**
 * Removes files that interrupted writes left behind. A start waits for this, so only some of very
 * many are removed; the next start tries the others, and those that can't be removed now.
 */
export async function removeLeftovers(paths: readonly string[]): Promise<void> {
  for (const path of paths.slice(0, maxLeftovers)) await rm(path, { force: true }).catch(() => {})
}

/**
 * Removes the leftovers of the file `name` in a folder, or of any file. Reads the folder in parts
 * and on another thread, because other programs may have put very many files there.
 */
export async function clearLeftovers(folder: string, name?: string): Promise<void> {
  const found: string[] = []
  try {
    for await (const entry of await opendir(folder, { bufferSize: 1000 })) {
      const isOurs = name === undefined || entry.name.startsWith(`${name}.`)
      if (isOurs && isTemporary(entry.name)) found.push(join(folder, entry.name))
      if (found.length === maxLeftovers) break
    }
  } catch {
    // Leftovers only take space, and the next start tries again.
  }
  await removeLeftovers(found)
}
