import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** The place of a sealed value; it opens nowhere else (NIST SP 800-38D §5.2.1.1). */
export interface SealContext {
  readonly format: number
  readonly vaultId: string
  readonly recordId: string
  readonly field: string
}

const cipherName = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16
export const keyLength = 32

function associatedData(context: SealContext): Buffer {
  // A JSON array is unambiguous for any field values.
  return Buffer.from(
    JSON.stringify([context.format, context.vaultId, context.recordId, context.field]),
  )
}

/**
 * Seals bytes with AES-256-GCM under a fresh nonce.
 * Returns base64 of nonce, ciphertext and tag.
 */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, context: SealContext): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagLength })
  cipher.setAAD(associatedData(context))
  const ciphertext = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([nonce, ...ciphertext, cipher.getAuthTag()]).toString('base64')
}

/** Opens the result of `sealBytes`. Returns `undefined` if key, context or bytes do not fit. */
export function unsealBytes(
  key: Uint8Array,
  sealed: string,
  context: SealContext,
): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < nonceLength + tagLength) return undefined
  const nonce = bytes.subarray(0, nonceLength)
  const ciphertext = bytes.subarray(nonceLength, -tagLength)
  const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagLength })
  decipher.setAAD(associatedData(context))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  const opened = decipher.update(ciphertext)
  try {
    // GCM is a stream cipher: `update` returned all of the text; `final` only verifies the tag.
    decipher.final()
    return opened
  } catch {
    opened.fill(0)
    return undefined
  }
}

/** Seals the UTF-8 of a text with `sealBytes`. */
export function seal(key: Uint8Array, text: string, context: SealContext): string {
  return sealBytes(key, Buffer.from(text), context)
}

/** Opens the result of `seal`. Returns `undefined` if key, context or bytes do not fit. */
export function unseal(key: Uint8Array, sealed: string, context: SealContext): string | undefined {
  return unsealBytes(key, sealed, context)?.toString('utf8')
}

const checkText = 'token-desk'

/** Independent of the file format, so that no migration of the vault file needs the key. */
const keyFormat = 1

/** Returns the context of a value that the vault file seals with the data key or a wrapping key. */
export function keyContext(vaultId: string, field: 'check' | 'passphrase'): SealContext {
  return { format: keyFormat, vaultId, recordId: 'vault', field }
}

/** Makes the check value that later identifies the data key of a vault. */
export function makeCheck(key: Uint8Array, vaultId: string): string {
  return seal(key, checkText, keyContext(vaultId, 'check'))
}

/** Returns true for the data key of the vault; distinguishes a wrong key from damage. */
export function doesFit(key: Uint8Array, check: string | null, vaultId: string): boolean {
  if (key.length !== keyLength || check === null) return false
  return unseal(key, check, keyContext(vaultId, 'check')) === checkText
}
