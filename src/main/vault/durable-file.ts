import { randomBytes } from 'node:crypto'
import { mkdir, opendir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import { type Disk, errorCode, isMissing, notSaved, realDisk } from './disk.ts'

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

/** Removes a file if possible; the next start removes the others. */
async function clearAway(path: string, disk: Disk): Promise<void> {
  try {
    await disk.rm(path, { force: true })
  } catch {
    // The error that led here explains more.
  }
}

async function writeNew(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const handle = await disk.open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    const { size } = await handle.stat()
    if (size !== bytes.length) throw new Failure({ code: 'not-saved', reason: 'other' })
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Gives a file a second name, or makes a synced copy on a file system without hard links. */
async function linkOrCopy(path: string, to: string, disk: Disk): Promise<void> {
  try {
    await disk.link(path, to)
  } catch (error) {
    if (isMissing(error)) throw error
    await writeNew(to, await disk.readFile(path), disk)
  }
}

/** Resolves when both have ended; rejects with the first error in argument order. */
async function together<One>(one: Promise<One>, other: Promise<unknown>): Promise<One> {
  const [first, second] = await Promise.allSettled([one, other])
  if (first.status === 'rejected') throw first.reason
  if (second.status === 'rejected') throw second.reason
  return first.value
}

/** Gives the old contents a second name; returns false if there are none. */
async function linkGeneration(path: string, linked: string, disk: Disk): Promise<boolean> {
  try {
    await linkOrCopy(path, linked, disk)
    return true
  } catch (error) {
    // The existing previous generation is then the last good one and stays.
    if (isMissing(error)) return false
    throw error
  }
}

async function keepGeneration(linked: string, previous: string, disk: Disk): Promise<void> {
  await disk.rename(linked, previous)
  // Renaming one hard link over another of the same file leaves both (POSIX rename).
  await disk.rm(linked, { force: true })
}

/** `writeDurably` without the folder's sync. */
async function replace(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const temporary = temporaryName(path)
  try {
    await writeNew(temporary, bytes, disk)
    await disk.rename(temporary, path)
  } catch (error) {
    await clearAway(temporary, disk)
    throw error
  }
}

/**
 * `replace` that keeps the old contents under `previous`. Independent steps run in parallel;
 * nothing is replaced before the new contents are durable and the old ones have a second name.
 */
async function replaceAndKeep(
  path: string,
  bytes: Uint8Array,
  previous: string,
  disk: Disk,
): Promise<void> {
  const [temporary, linked] = [temporaryName(path), temporaryName(previous)]
  try {
    const linking = linkGeneration(path, linked, disk)
    const isKept = await together(linking, writeNew(temporary, bytes, disk))
    const keep = async () => isKept && keepGeneration(linked, previous, disk)
    const place = async () => disk.rename(temporary, path)
    await together(keep(), place())
  } catch (error) {
    for (const each of [temporary, linked]) await clearAway(each, disk)
    throw error
  }
}

/**
 * Replaces a file so that the old or the new contents are complete at every moment, also after a
 * power cut. With `previous`, keeps the old contents under that name. Rejects with the file
 * system's error; the file is then unchanged, or, if only the last step failed, already new.
 */
export async function writeDurably(
  path: string,
  contents: string | Uint8Array,
  previous?: string,
  disk = realDisk,
): Promise<void> {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents
  if (previous === undefined) await replace(path, bytes, disk)
  else await replaceAndKeep(path, bytes, previous, disk)
  await syncFolder(dirname(path), disk)
}

/**
 * Writes a file outside the vault, at a place that the user chose: completely or not at all, and
 * readable by this user only. Throws `Failure` `not-saved`.
 */
export async function saveFile(path: string, text: string): Promise<void> {
  try {
    await writeDurably(path, text)
  } catch (error) {
    throw notSaved(error)
  }
}

/**
 * Removes files of one folder in order, each durably before the next, so that no power cut brings
 * back a later one without the earlier ones. Missing files are no error.
 */
export async function removeDurably(
  folder: string,
  paths: readonly string[],
  disk = realDisk,
): Promise<void> {
  for (const path of paths) {
    await disk.rm(path, { force: true })
    await syncFolder(folder, disk)
  }
}

/**
 * Moves a file into another folder; at every moment it is durable in at least one of the two.
 * Rejects with the file system's error.
 */
export async function moveDurably(path: string, to: string, disk = realDisk): Promise<void> {
  try {
    await linkOrCopy(path, to, disk)
  } catch {
    // A file that can be neither linked nor read may still be moved.
    await disk.rename(path, to)
  }
  await syncFolder(dirname(to), disk)
  await removeDurably(dirname(path), [path], disk)
}
