import { from1To2 } from './migration-1-to-2.ts'
import { from2To3 } from './migration-2-to-3.ts'
import { from3To4 } from './migration-3-to-4.ts'

/**
 * What a record holds once it is opened, before it is checked. A migration turns
 * the contents of one format into those of the next, with no I/O.
 */
export interface RecordContents {
  readonly open: unknown
  readonly secrets: unknown
  readonly token: unknown
}

export type Migration = (contents: RecordContents) => RecordContents

export const recordFormat = 4

/** By the format it starts from: `1` leads from 1 to 2. */
export const recordMigrations: ReadonlyMap<number, Migration> = new Map([
  [1, from1To2],
  [2, from2To3],
  [3, from3To4],
])

/** Brings contents from one format to another. Throws if a step is missing. */
export function migrate(
  contents: RecordContents,
  from: number,
  to: number,
  migrations: ReadonlyMap<number, Migration>,
): RecordContents {
  let result = contents
  for (let format = from; format < to; format += 1) {
    const step = migrations.get(format)
    if (step === undefined) throw new Error(`no migration starts from format ${format}`)
    result = step(result)
  }
  return result
}
