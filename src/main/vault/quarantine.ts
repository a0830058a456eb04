import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { moveDurably, removeDurably } from './durable-file.ts'
import { isMissing } from './not-saved.ts'
import { makeSubfolder } from './prepare-folder.ts'

/** Where files go that could not be read, untouched, for somebody to look at. */
export interface Quarantine {
  /** Moves a file here under a name of its own. Rejects with the file system's error. */
  take(path: string): Promise<void>
  /** Removes what was set aside of one record. */
  forget(recordId: string): Promise<void>
}

export function createQuarantine(folder: string): Quarantine {
  return {
    async take(path) {
      await makeSubfolder(folder)
      const name = `${basename(path)}.${randomBytes(6).toString('hex')}`
      await moveDurably(path, join(folder, name))
    },
    async forget(recordId) {
      let names: readonly string[]
      try {
        names = await readdir(folder)
      } catch (error) {
        if (isMissing(error)) return
        throw error
      }
      const own = names.filter((name) => name.startsWith(`${recordId}.`))
      if (own.length === 0) return
      await removeDurably(
        folder,
        own.map((name) => join(folder, name)),
      )
    },
  }
}
