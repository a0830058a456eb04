import type { BackupProblem } from '../../shared/errors.ts'

/**
 * The base-2 logarithm of scrypt's N: what age itself writes. A guess costs 256 MiB, and a
 * file that asks for more is none of ours.
 */
export const workFactor = 18

const intro = 'age-encryption.org/v1\n'
const stanza = '-> scrypt '

/** The header of a file for one passphrase (C2SP, age-encryption.org/v1): a single stanza. */
const passphraseHeader =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/
const maxHeaderLength = 256

export type ReadHeader =
  | { readonly kind: 'header'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly problem: BackupProblem }

/** The reason why the start of a file is not that of a backup. */
function refusalOf(beginning: string): BackupProblem {
  const expected = `${intro}${stanza}`
  const isOurs = beginning.startsWith(expected) || expected.startsWith(beginning)
  return isOurs ? 'damaged' : 'not-a-backup'
}

/** Distinguishes a backup from other files without a passphrase or any work. Never throws. */
export function readHeader(file: Uint8Array): ReadHeader {
  const beginning = Buffer.from(file.subarray(0, maxHeaderLength)).toString('latin1')
  const [header, logN] = passphraseHeader.exec(beginning) ?? []
  if (header === undefined) return { kind: 'refused', problem: refusalOf(beginning) }
  if (Number(logN) > workFactor) return { kind: 'refused', problem: 'not-a-backup' }
  return { kind: 'header', bytes: file.subarray(0, header.length) }
}
