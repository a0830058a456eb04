import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import { type Disk, realDisk } from './disk.ts'
import { errorCode, isMissing } from './not-saved.ts'

const temporarySuffix = '.tmp'
const temporary = /\.[0-9a-f]+\.tmp$/

/** Whether a file is left over from a write that was cut off. */
export function isTemporary(name: string): boolean {
  return temporary.test(name)
}

/** A name in the same folder that nothing else has. */
export function temporaryName(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}${temporarySuffix}`
}

/** Makes what was renamed or removed in a folder survive a power cut. */
export async function syncFolder(folder: string, disk = realDisk): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    // Windows neither opens nor syncs folders; its journal keeps renames by itself.
    const isForeseen = ['EPERM', 'EINVAL', 'EISDIR', 'EACCES'].includes(errorCode(error) ?? '')
    if (process.platform !== 'win32' || !isForeseen) throw error
  }
}

/** What can't be cleared away now is cleared at the next start. */
async function clearAway(path: string, disk: Disk): Promise<void> {
  try {
    await disk.rm(path, { force: true })
  } catch {
    // Whatever led here says more.
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

/** Gives a file a second name, or a synced copy where the file system knows no hard links. */
async function linkOrCopy(path: string, to: string, disk: Disk): Promise<void> {
  try {
    await disk.link(path, to)
  } catch (error) {
    if (isMissing(error)) throw error
    await writeNew(to, await disk.readFile(path), disk)
  }
}

/** Resolves when both have ended; rejects with the first error in their order. */
async function together<One>(one: Promise<One>, other: Promise<unknown>): Promise<One> {
  const [first, second] = await Promise.allSettled([one, other])
  if (first.status === 'rejected') throw first.reason
  if (second.status === 'rejected') throw second.reason
  return first.value
}

/** Gives the old contents a second name, if there are any. */
async function linkGeneration(path: string, spare: string, disk: Disk): Promise<boolean> {
  try {
    await linkOrCopy(path, spare, disk)
    return true
  } catch (error) {
    // Nothing to keep: then the previous generation is the last good one and stays.
    if (isMissing(error)) return false
    throw error
  }
}

async function keepGeneration(spare: string, previous: string, disk: Disk): Promise<void> {
  await disk.rename(spare, previous)
  // Renaming one hard link over another of the same file leaves both (POSIX rename).
  await disk.rm(spare, { force: true })
}

/** As `writeDurably`, but that the folder is not synced. */
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
 * The same, keeping the old contents. What need not wait for each other goes side by side;
 * nothing is replaced before the new contents are there for good and the old have a second name.
 */
async function replaceAndKeep(
  path: string,
  bytes: Uint8Array,
  previous: string,
  disk: Disk,
): Promise<void> {
  const [temporary, spare] = [temporaryName(path), temporaryName(previous)]
  try {
    const linking = linkGeneration(path, spare, disk)
    const isKept = await together(linking, writeNew(temporary, bytes, disk))
    const keep = async () => isKept && keepGeneration(spare, previous, disk)
    const place = async () => disk.rename(temporary, path)
    await together(keep(), place())
  } catch (error) {
    for (const each of [temporary, spare]) await clearAway(each, disk)
    throw error
  }
}

/**
 * Replaces a file so that at every moment, also after a power cut, the old or the new
 * contents are there whole. With `previous`, the old contents are kept under that name.
 * Rejects with the file system's error; the file is then as it was, or, where only the
 * last step failed, already the new one.
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
 * Removes files of one folder, each for good before the next: no power cut brings back a
 * later one without those before it. Files that are missing are no error.
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
 * Moves a file into another folder; at every moment it is for good in at least one of the
 * two. Rejects with the file system's error.
 */
export async function moveDurably(path: string, to: string, disk = realDisk): Promise<void> {
  try {
    await linkOrCopy(path, to, disk)
  } catch {
    // It can't be linked and can't be read, but perhaps it can be moved all the same.
    await disk.rename(path, to)
  }
  await syncFolder(dirname(to), disk)
  await removeDurably(dirname(path), [path], disk)
}
