import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import { type Disk, realDisk } from './disk.ts'
import { errorCode, isMissing } from './not-saved.ts'

const temporarySuffix = '.tmp'

/** Whether a file is left over from a write that was cut off. */
export function isTemporary(name: string): boolean {
  return name.endsWith(temporarySuffix)
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

async function keepGeneration(path: string, previous: string, disk: Disk): Promise<void> {
  const spare = temporaryName(previous)
  try {
    await linkOrCopy(path, spare, disk)
    await disk.rename(spare, previous)
  } catch (error) {
    // Nothing to keep: then the previous generation is the last good one and stays.
    if (!isMissing(error)) throw error
  } finally {
    // Renaming one hard link over another of the same file leaves both (POSIX rename).
    await disk.rm(spare, { force: true })
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
  const temporary = temporaryName(path)
  try {
    const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents
    await writeNew(temporary, bytes, disk)
    if (previous !== undefined) await keepGeneration(path, previous, disk)
    await disk.rename(temporary, path)
  } catch (error) {
    await clearAway(temporary, disk)
    throw error
  }
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
