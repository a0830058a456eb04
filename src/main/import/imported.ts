import type { ImportReading, ImportSource, NoImportReason } from '../../shared/import.ts'
import type { Candidate } from './candidate.ts'

/** The candidates in a text, with their secrets. */
export type Import =
  | {
      readonly kind: 'profiles'
      readonly source: ImportSource
      readonly candidates: readonly Candidate[]
    }
  | { readonly kind: 'nothing'; readonly reason: NoImportReason }

/** Returns the reading for the window, without the secrets. */
export function shownImport(read: Import): ImportReading {
  return read.kind === 'nothing'
    ? read
    : { ...read, candidates: read.candidates.map(({ shown }) => shown) }
}
