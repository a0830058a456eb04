import { hash } from 'node:crypto'
import type { ProfileId } from '../../shared/profile.ts'
import { isTooLarge, readBoundedSync } from './bounded-file.ts'
import { decodeChecked } from './checked-json.ts'
import { isMissing, isNotAFile } from './file-error.ts'
import { recordFormat } from './migrations.ts'
import { maxRecordBytes } from './record-file.ts'

/** The present state of a record's file, compared with what this vault last read or wrote. */
export type Standing = 'ours' | 'absent' | 'damaged' | 'changed'

/** Returns the SHA-256 of the bytes of a file, in hex. */
export function fingerprintOf(bytes: Uint8Array | string): string {
  return hash('sha256', bytes)
}

/**
 * Hashes of what this vault has read from and written to the files of its records, so that it never
 * overwrites another program's changes.
 */
export interface KnownFileHashes {
  /** Records the only possible contents of the file. */
  hold(id: ProfileId, fingerprint: string): void
  /** Adds possible contents of the file: a failed write may still have reached the disk. */
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
        if (isNotAFile(error)) return 'damaged'
        // This vault never writes such a file.
        if (isTooLarge(error)) return 'changed'
        throw error
      }
      if (known.get(id)?.has(fingerprintOf(bytes)) === true) return 'ours'
      const { kind } = decodeChecked(bytes.toString('utf8'), recordFormat)
      return kind === 'damaged' ? 'damaged' : 'changed'
    },
  }
}
