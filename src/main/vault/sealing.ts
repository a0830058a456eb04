import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** What a sealed value belongs to. It opens in no other place (NIST SP 800-38D §5.2.1.1). */
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
  // An array of JSON values has one reading only, whatever the values hold.
  return Buffer.from(
    JSON.stringify([context.format, context.vaultId, context.recordId, context.field]),
  )
}

/**
 * Seals bytes with AES-256-GCM under a nonce of its own.
 * Gives base64 of nonce, ciphertext and tag.
 */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, context: SealContext): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagLength })
  cipher.setAAD(associatedData(context))
  const ciphertext = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([nonce, ...ciphertext, cipher.getAuthTag()]).toString('base64')
}

/** Opens what `sealBytes` made. Gives `undefined` if key, context or bytes do not fit. */
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
    // GCM is a stream: all of it has come out, and `final` only judges it.
    decipher.final()
    return opened
  } catch {
    opened.fill(0)
    return undefined
  }
}

/** Seals text, as `sealBytes` does its UTF-8. */
export function seal(key: Uint8Array, text: string, context: SealContext): string {
  return sealBytes(key, Buffer.from(text), context)
}

/** Opens what `seal` made. Gives `undefined` if key, context or bytes do not fit. */
export function unseal(key: Uint8Array, sealed: string, context: SealContext): string | undefined {
  return unsealBytes(key, sealed, context)?.toString('utf8')
}
