/** Encodes the UTF-8 bytes of a text in base64 (RFC 4648 §4). */
export const encodeBase64 = (text: string): string => Buffer.from(text).toString('base64')

const foreign = /[^A-Za-z0-9_+/-]/

/** Removes up to two signs of padding. */
function withoutPadding(encoded: string): string {
  if (!encoded.endsWith('=')) return encoded
  return encoded.slice(0, encoded.endsWith('==') ? -2 : -1)
}

/**
 * Decodes base64 in either alphabet of RFC 4648 (§4, §5), with or without padding, which some
 * issuers of tokens add (as AWS load balancers do). `null` for any other text.
 */
export function decodeBase64(encoded: string): Uint8Array | null {
  const digits = withoutPadding(encoded)
  if (digits === '') return null
  const bytes = Buffer.from(digits, 'base64url')
  // A text that encodes to itself again needs no check of each character.
  const isWhole = bytes.toString('base64url') === digits
  return isWhole || (digits.length % 4 !== 1 && !foreign.test(digits)) ? bytes : null
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decodes UTF-8 and keeps a byte order mark; `undefined` if the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Decodes UTF-8 and drops a byte order mark, as RFC 8259 §8.1 allows for JSON. */
export const decodeText = (bytes: Uint8Array): string | undefined =>
  decodeUtf8(bytes)?.replace(/^\ufeff/, '')

/** Returns the character of a code point, or the replacement character if there is none. */
export const fromCodePoint = (point: number): string =>
  point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
