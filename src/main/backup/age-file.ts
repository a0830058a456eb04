import { Decrypter, Encrypter } from 'age-encryption'
import type { BackupProblem } from '../../shared/errors.ts'
import { readHeader } from './age-header.ts'

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

/**
 * Returns the key that encrypts the payload; `undefined` if the passphrase does not open the header.
 * A flipped bit of the header looks the same as a wrong passphrase.
 */
async function fileKeyOf(header: Uint8Array, passphrase: string): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(composed(passphrase))
  return decrypter.decryptHeader(header).catch(() => undefined)
}

/** Decrypts what `sealFile` wrote. Never throws because of what a file holds. */
export async function openFile(file: Uint8Array, passphrase: string): Promise<OpenedFile> {
  const header = readHeader(file)
  if (header.kind === 'refused') return header
  const fileKey = await fileKeyOf(header.bytes, passphrase)
  if (fileKey === undefined) return { kind: 'refused', problem: 'wrong-passphrase' }
  const decrypter = new Decrypter()
  decrypter.addIdentity({ unwrapFileKey: () => fileKey })
  try {
    return { kind: 'opened', plain: await decrypter.decrypt(file) }
  } catch {
    return { kind: 'refused', problem: 'damaged' }
  }
}
