import { Decrypter, Encrypter } from 'age-encryption'
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
const longestHeader = 256

/** The same passphrase, however a keyboard composed its letters (Unicode Annex #15). */
function composed(passphrase: string): string {
  return passphrase.normalize('NFC')
}

/** Encrypts in the age format, so that `age --decrypt` opens the file, too. */
export async function sealFile(
  plain: Uint8Array,
  passphrase: string,
  logN: number,
): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(composed(passphrase))
  encrypter.setScryptWorkFactor(logN)
  return encrypter.encrypt(plain)
}

export type OpenedFile =
  | { readonly kind: 'opened'; readonly plain: Uint8Array }
  | { readonly kind: 'refused'; readonly problem: BackupProblem }

/** Why the beginning of a file is not that of a backup. */
function refusalOf(beginning: string): BackupProblem {
  const expected = `${intro}${stanza}`
  const isOurs = beginning.startsWith(expected) || expected.startsWith(beginning)
  return isOurs ? 'damaged' : 'not-a-backup'
}

/**
 * The key that the payload is encrypted with; `undefined` if the passphrase does not open the
 * header. A flipped bit of the header can't be told from a wrong passphrase.
 */
async function fileKeyOf(header: Uint8Array, passphrase: string): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(composed(passphrase))
  return decrypter.decryptHeader(header).catch(() => undefined)
}

/** Decrypts what `sealFile` wrote. Never throws because of what a file holds. */
export async function openFile(file: Uint8Array, passphrase: string): Promise<OpenedFile> {
  const beginning = Buffer.from(file.subarray(0, longestHeader)).toString('latin1')
  const [header, logN] = passphraseHeader.exec(beginning) ?? []
  if (header === undefined) return { kind: 'refused', problem: refusalOf(beginning) }
  if (Number(logN) > workFactor) return { kind: 'refused', problem: 'not-a-backup' }
  const fileKey = await fileKeyOf(file.subarray(0, header.length), passphrase)
  if (fileKey === undefined) return { kind: 'refused', problem: 'wrong-passphrase' }
  const decrypter = new Decrypter()
  decrypter.addIdentity({ unwrapFileKey: () => fileKey })
  try {
    return { kind: 'opened', plain: await decrypter.decrypt(file) }
  } catch {
    return { kind: 'refused', problem: 'damaged' }
  }
}
