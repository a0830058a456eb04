import { randomBytes } from 'node:crypto'
import { copyFile, link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import { errorCode, isMissing } from './not-saved.ts'

const temporarySuffix = '.tmp'

/** Whether a file is left over from a write that was cut off. */
export function isTemporary(name: string): boolean {
  return name.endsWith(temporarySuffix)
}

function temporaryName(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}${temporarySuffix}`
}

/** Makes what was renamed or removed in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
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

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    const { size } = await handle.stat()
    if (size !== bytes.length) throw new Failure({ code: 'not-saved', reason: 'other' })
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function keepGeneration(path: string, previous: string): Promise<void> {
  const spare = temporaryName(previous)
  try {
    try {
      await link(path, spare)
    } catch (error) {
      // Nothing to keep: then the previous generation is the last good one and stays.
      if (isMissing(error)) return
      await copyFile(path, spare)
    }
    await rename(spare, previous)
  } finally {
    // Renaming one hard link over another of the same file leaves both (POSIX rename).
    await rm(spare, { force: true })
  }
}

/**
 * Replaces a file so that at every moment, also after a power cut, the old or the new
 * contents are there whole. With `previous`, the old contents are kept under that name.
 * Rejects with the file system's error and leaves the file as it was.
 */
export async function writeDurably(path: string, text: string, previous?: string): Promise<void> {
  const temporary = temporaryName(path)
  try {
    await writeNew(temporary, Buffer.from(text))
    if (previous !== undefined) await keepGeneration(path, previous)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Removes files of one folder, in the order given; those that are missing are no error. */
export async function removeDurably(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true })
  await syncFolder(folder)
}
