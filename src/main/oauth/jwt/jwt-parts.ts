import { decodeBase64, decodeUtf8 } from '../formats/encodings.ts'
import { type ExactMember, readExactly } from '../formats/json.ts'

type Members = readonly ExactMember[]
export type PayloadReading =
  | { readonly kind: 'object'; readonly members: Members }
  /** The payload is sent separately (RFC 7515 appendix F). */
  | { readonly kind: 'detached' }
  | { readonly kind: 'not-json' | 'not-utf8' | 'too-deep' | 'too-many-values' }

/** A token in compact form, taken apart; nothing of it is verified. */
export type TokenParts =
  /** RFC 7515 §7.1 */
  | {
      readonly format: 'jwt'
      readonly header: Members
      /** The payload is not encoded (RFC 7797). */
      readonly isPlain: boolean
      readonly readPayload: () => PayloadReading
      readonly isSigned: boolean
    }
  /** RFC 7516 §7.1 */
  | { readonly format: 'encrypted'; readonly header: Members }
  | { readonly format: 'opaque' }

/** Returns the text of a part; `null` if it is not base64url, `undefined` if it is not UTF-8. */
function decodedText(part: string): string | null | undefined {
  const bytes = decodeBase64(part)
  return bytes === null ? null : decodeUtf8(bytes)?.replace(/^\ufeff/, '')
}

function readText(text: string): PayloadReading {
  const reading = readExactly(text)
  if (reading.kind === 'object') return reading
  return { kind: reading.kind === 'not-an-object' ? 'not-json' : reading.kind }
}

function readEncoded(part: string): PayloadReading {
  const text = decodedText(part)
  if (text === null) return { kind: 'not-json' }
  return text === undefined ? { kind: 'not-utf8' } : readText(text)
}

/** Returns a function that reads the payload at its first call. */
function payloadReader(part: string, isPlain: boolean): () => PayloadReading {
  let reading: PayloadReading | undefined
  return () => {
    if (part === '') return { kind: 'detached' }
    reading ??= isPlain ? readText(part) : readEncoded(part)
    return reading
  }
}

const has = (header: Members, name: string) => header.some((each) => each.name === name)

/** Returns true if the header says `b64: false` and marks it as critical (RFC 7797 §6). */
function hasPlainPayload(header: Members): boolean {
  const isCritical = header.some(
    ({ name, value }) => name === 'crit' && Array.isArray(value) && value.includes('b64'),
  )
  return isCritical && header.some(({ name, value }) => name === 'b64' && value === false)
}

/**
 * Takes a token apart. It is a JWS or a JWE if it has three or five parts and its header reads as
 * such; the parts behind the header may be broken. Never throws.
 */
export function takeApart(token: string): TokenParts {
  const opaque = { format: 'opaque' } as const
  const headerEnd = token.indexOf('.')
  if (headerEnd <= 0) return opaque
  const reading = readEncoded(token.slice(0, headerEnd))
  if (reading.kind !== 'object') return opaque
  const header = reading.members
  const isPlain = hasPlainPayload(header)
  const parts = token.split('.', 6).length
  if (parts === 5 && !isPlain && (has(header, 'enc') || has(header, 'alg'))) {
    return { format: 'encrypted', header }
  }
  // A payload that is not encoded may contain dots.
  if (parts < 3 || (parts > 3 && !isPlain)) return opaque
  const payloadEnd = token.lastIndexOf('.')
  const readPayload = payloadReader(token.slice(headerEnd + 1, payloadEnd), isPlain)
  // Other kinds of signed text have three parts as well.
  if (!has(header, 'alg') && readPayload().kind !== 'object') return opaque
  return { format: 'jwt', header, isPlain, readPayload, isSigned: payloadEnd < token.length - 1 }
}
