import { fromCodePoint } from '../formats/encodings.ts'
import { decodeEntity } from '../formats/html.ts'

/** An encoding of characters in a text. */
export interface Decoder {
  readonly pattern: RegExp
  readonly decode: (match: string) => string
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Decodes bytes in hex, each behind a sign. */
function decodeBytes(match: string, sign: '%' | '='): string {
  return utf8.decode(Uint8Array.from(match.slice(1).split(sign), (hex) => Number.parseInt(hex, 16)))
}

/**
 * Decodes percent-encoding (RFC 3986 §2.1), and the variant of `escape()` in JavaScript and of
 * IIS.
 */
function decodePercent(match: string): string {
  return match.replace(/(?:%[0-9a-f]{2})+|%u[0-9a-f]{4}/gi, (each) =>
    /^%u/i.test(each)
      ? String.fromCharCode(Number.parseInt(each.slice(2), 16))
      : decodeBytes(each, '%'),
  )
}

const jsonEscapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** Decodes the escapes of JSON, of JavaScript, and in octal, of C. */
function decodeBackslash(match: string): string {
  const octal = /^\\([0-3][0-7]{2})$/.exec(match)?.[1]
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
  const hex = /^\\[ux]\{?([0-9a-f]+)/i.exec(match)?.[1]
  if (hex === undefined) return jsonEscapes[match.slice(1)] ?? match.slice(1)
  return fromCodePoint(Number.parseInt(hex, 16))
}

/**
 * Decodes quoted-printable (RFC 2045 §6.7), with its soft line breaks, of which a blank may be
 * left.
 */
function decodeQuotedPrintable(match: string): string {
  const hex = match.replace(/=\s+/g, '')
  return hex === '' ? '' : decodeBytes(hex, '=')
}

/** Removes zeros of UTF-16, line breaks of base64 and invisible characters. */
export const unseen: Decoder = { pattern: /[\p{Cc}\p{Cf}]+/gu, decode: () => '' }

/** Encodings that servers apply to a text before they send it back. */
export const decoders: readonly Decoder[] = [
  { pattern: /(?:%(?:u[0-9a-f]{4}|[0-9a-f]{2}))+/gi, decode: decodePercent },
  {
    pattern: /\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[0-3][0-7]{2}|.)/gis,
    decode: decodeBackslash,
  },
  { pattern: /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,12});?/gi, decode: decodeEntity },
  { pattern: /(?:=[0-9a-f]{2}|=\s{1,3})+/gi, decode: decodeQuotedPrintable },
  { pattern: /\+/g, decode: () => ' ' },
  unseen,
]
