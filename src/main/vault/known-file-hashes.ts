import { hash } from 'node:crypto'
import type { ProfileId } from '../../shared/profile.ts'
import { isTooLarge, readBoundedSync } from './bounded-file.ts'
import { decodeChecked } from './checked-json.ts'
import { recordFormat } from './migrations.ts'
import { isForGood, isMissing } from './not-saved.ts'
import { maxRecordBytes } from './record-file.ts'

/** How the file of a record is now, seen from what this vault last read or wrote there. */
export type Standing = 'ours' | 'absent' | 'damaged' | 'changed'

/** SHA-256 of the bytes of a file, in hex. */
export function fingerprintOf(bytes: Uint8Array | string): string {
  return hash('sha256', bytes)
}

/**
 * Remembers what this vault has read from and written to the files of its records, so that
 * it never writes over what somebody else has put there.
 */
export interface KnownFileHashes {
  /** From now on the file of the record holds this and nothing else. */
  hold(id: ProfileId, fingerprint: string): void
  /** The file may hold this from now on: a write that fails may have come through. */
  expect(id: ProfileId, fingerprint: string): void
  forget(id: ProfileId): void
  /** Throws the file system's error if the file can't be read. */
  standingOf(id: ProfileId, path: string): Standing
}

export function createKnownFileHashes(): KnownFileHashes {
  const known = new Map<ProfileId, ReadonlySet<string>>()
  return {
    hold: (id, fingerprint) => void known.set(id, new Set([fingerprint])),
    expect: (id, fingerprint) =>
      void known.set(id, new Set([...(known.get(id) ?? []), fingerprint])),
    forget: (id) => void known.delete(id),
    standingOf(id, path) {
      let bytes: Buffer
      try {
        bytes = readBoundedSync(path, maxRecordBytes)
      } catch (error) {
        if (isMissing(error)) return 'absent'
        if (isForGood(error)) return 'damaged'
        // Never ours, and left alone.
        if (isTooLarge(error)) return 'changed'
        throw error
      }
      if (known.get(id)?.has(fingerprintOf(bytes)) === true) return 'ours'
      const { kind } = decodeChecked(bytes.toString('utf8'), recordFormat)
      return kind === 'damaged' ? 'damaged' : 'changed'
    },
  }
}
