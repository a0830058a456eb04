import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ProfileId } from '../../shared/profile.ts'
import type { Log } from '../engine/ports.ts'
import { errorCode, isMissing } from './disk.ts'
import { makeSubfolder, moveDurably, removeDurably } from './durable-file.ts'
import { idOf } from './record-folder.ts'

/** The folder for damaged files, which are kept unchanged for inspection. */
export interface Quarantine {
  /** Moves files here under unique names. Returns those that could not be moved. Never rejects. */
  take(paths: readonly string[]): Promise<ReadonlySet<string>>
  /** `take` for one file. Rejects with the file system's error. */
  takeOne(path: string): Promise<void>
  /** Returns the records of which any file is here; none if the folder can't be read. */
  records(): Promise<ReadonlySet<ProfileId>>
  /** Removes the files of one record. Rejects with the file system's error. */
  forget(recordId: string): Promise<void>
}

export function createQuarantine(folder: string, log: Log): Quarantine {
  async function namesHere(): Promise<readonly string[]> {
    try {
      return await readdir(folder)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  async function takeOne(path: string): Promise<void> {
    await makeSubfolder(folder)
    const name = `${basename(path)}.${randomBytes(6).toString('hex')}`
    await moveDurably(path, join(folder, name))
  }

  return {
    takeOne,

    async take(paths) {
      const stuckFiles = new Set<string>()
      for (const path of paths) {
        try {
          await takeOne(path)
        } catch (error) {
          stuckFiles.add(path)
          log.info('quarantine-failed', { reason: errorCode(error) ?? 'unknown' })
        }
      }
      const count = paths.length - stuckFiles.size
      if (count > 0) log.info('files-quarantined', { count })
      return stuckFiles
    },

    async records() {
      try {
        const ids = (await namesHere()).map((name) => idOf(name.slice(0, name.lastIndexOf('.'))))
        return new Set(ids.filter((id) => id !== undefined))
      } catch (error) {
        log.info('quarantine-unreadable', { reason: errorCode(error) ?? 'unknown' })
        return new Set()
      }
    },

    async forget(recordId) {
      const own = (await namesHere()).filter((name) => name.startsWith(`${recordId}.`))
      if (own.length === 0) return
      await removeDurably(
        folder,
        own.map((name) => join(folder, name)),
      )
    },
  }
}
