import type { ImportReader } from '../../../src/main/import/import-reader.ts'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { endless, greedy } from './reading-texts.ts'

/** Reads texts in this very process; of those that take too long it only says so. */
export function createFakeImportReader(): ImportReader {
  const ends = new Set<() => void>()
  return {
    read: (text) =>
      new Promise((resolve, reject) => {
        const end = () => reject(new Failure({ code: 'reading-stopped' }))
        ends.add(end)
        setImmediate(() => {
          if (!ends.delete(end)) return
          if (text === endless || text === greedy) {
            resolve({ kind: 'nothing', reason: 'too-complicated' })
          } else resolve(readImport(text, presets))
        })
      }),
    stop: () => {
      for (const end of ends) end()
      ends.clear()
    },
  }
}
