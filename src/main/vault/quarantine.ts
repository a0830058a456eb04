import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ProfileId } from '../../shared/profile.ts'
import { moveDurably, removeDurably } from './durable-file.ts'
import { isMissing } from './not-saved.ts'
import { makeSubfolder } from './prepare-folder.ts'
import { idOf } from './record-folder.ts'

/** Where files go that could not be read, untouched, for somebody to look at. */
export interface Quarantine {
  /** Moves a file here under a name of its own. Rejects with the file system's error. */
  take(path: string): Promise<void>
  /** The records of which something was set aside, ever. Rejects with the file system's error. */
  records(): Promise<ReadonlySet<ProfileId>>
  /** Removes what was set aside of one record. */
  forget(recordId: string): Promise<void>
}

export function createQuarantine(folder: string): Quarantine {
  async function namesHere(): Promise<readonly string[]> {
    try {
      return await readdir(folder)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  return {
    async records() {
      const ids = (await namesHere()).map((name) => idOf(name.slice(0, name.lastIndexOf('.'))))
      return new Set(ids.filter((id) => id !== undefined))
    },
    async take(path) {
      await makeSubfolder(folder)
      const name = `${basename(path)}.${randomBytes(6).toString('hex')}`
      await moveDurably(path, join(folder, name))
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
