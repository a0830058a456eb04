import type { Instant } from '../../../shared/clock.ts'
import {
  type Claim,
  type IssuedTo,
  type JwtNote,
  jwtNotes,
  type TokenContents,
} from '../../../shared/token.ts'
import { type DateReading, readDate } from '../formats/dates.ts'
import { decodeBase64, decodeText } from '../formats/encodings.ts'
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
  return bytes === null ? null : decodeText(bytes)
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
function takeApart(token: string): TokenParts {
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

/** The registered claims that are a NumericDate (RFC 7519 §2), of which `toe` is of RFC 8417 §2.2. */
const dateClaims: ReadonlySet<string> = new Set([
  'exp',
  'nbf',
  'iat',
  'auth_time',
  'updated_at',
  'toe',
])

const noDate: DateReading = { date: null, oddity: null }

function dateOf({ name, value, exactly }: ExactMember): DateReading {
  if (!dateClaims.has(name)) return noDate
  // A number that is too large for JavaScript is still a number.
  return readDate(value === null && exactly !== null ? Number(exactly) : value)
}

interface ReadClaims {
  readonly claims: Claim[]
  readonly notes: readonly JwtNote[]
}

/** Reads the members of a header or a claims set, and notes what is unusual about them. */
function readClaims(members: readonly ExactMember[]): ReadClaims {
  const notes: JwtNote[] = []
  const claims = members.map((member) => {
    const { name, value, exactly, repeated, repeatsInside } = member
    const { date, oddity } = dateOf(member)
    if (oddity !== null) notes.push(oddity)
    if (repeated || repeatsInside) notes.push('repeated-names')
    return { name, value, exactly, repeated, date }
  })
  return { claims, notes }
}

/** Returns the instant in a claim; `null` if it is missing, no date, or repeated. */
export function instantIn(claims: readonly Claim[], name: 'exp' | 'nbf' | 'iat'): Instant | null {
  const claim = claims.find((each) => each.name === name)
  return claim === undefined || claim.repeated ? null : claim.date
}

type Jws = Extract<TokenParts, { format: 'jwt' }>

/** The difference of two clocks that is tolerated (RFC 7519 §4.1.5). */
export const leeway = 60_000

const payloadNotes = {
  detached: 'detached',
  'not-json': 'payload-not-json',
  'not-utf8': 'payload-not-utf8',
  'too-deep': 'payload-too-deep',
  'too-many-values': 'payload-too-large',
} as const satisfies Record<Exclude<PayloadReading['kind'], 'object'>, JwtNote>

const isNone = ({ name, value }: Claim) =>
  name === 'alg' && typeof value === 'string' && value.toLowerCase() === 'none'

function* timeNotes(claims: readonly Claim[], now: Instant): Iterable<JwtNote> {
  const start = instantIn(claims, 'nbf')
  const end = instantIn(claims, 'exp')
  const issued = instantIn(claims, 'iat')
  if (start !== null && start > now + leeway) yield 'not-yet-valid'
  if (end !== null && issued !== null && end < issued) yield 'ends-before-issued'
}

/** Returns each note once, in the order of the contract. */
export function inOrder(notes: readonly JwtNote[]): JwtNote[] {
  return jwtNotes.filter((note) => notes.includes(note))
}

function readPayloadClaims({ readPayload, isPlain }: Jws): ReadClaims {
  const reading = readPayload()
  if (reading.kind !== 'object') return { claims: [], notes: [payloadNotes[reading.kind]] }
  const { claims, notes } = readClaims(reading.members)
  return { claims, notes: isPlain ? [...notes, 'payload-not-encoded'] : notes }
}

/**
 * Reads an access token in compact form without verifying it, which only its API can do. `now`
 * is compared with `nbf`. Never throws; any text that is neither a JWS (RFC 7515) nor a JWE
 * (RFC 7516) is opaque.
 */
export function readJwt(token: string, now: Instant): TokenContents {
  const parts = takeApart(token)
  if (parts.format === 'opaque') return { format: 'opaque', length: token.length }
  const header = readClaims(parts.header)
  if (parts.format === 'encrypted') {
    return { format: 'encrypted', header: header.claims, notes: inOrder(header.notes) }
  }
  const { claims, notes } = readPayloadClaims(parts)
  const isUnsigned = !parts.isSigned || header.claims.some(isNone)
  return {
    format: 'jwt',
    header: header.claims,
    claims,
    notes: inOrder([
      ...header.notes,
      ...notes,
      ...(isUnsigned ? (['unsigned'] as const) : []),
      ...timeNotes(claims, now),
    ]),
  }
}

/** Returns the format that `readJwt` finds in a token. */
export function tokenFormat(token: string): TokenContents['format'] {
  return takeApart(token).format
}

function instantOf(token: string, name: 'exp' | 'iat'): Instant | null {
  const parts = takeApart(token)
  return parts.format === 'jwt' ? instantIn(readPayloadClaims(parts).claims, name) : null
}

/** Returns the expiry in a JWT's own `exp` (RFC 7519 §4.1.4); `null` if that is missing or unclear. */
export function jwtExpiry(token: string): Instant | null {
  return instantOf(token, 'exp')
}

/** Returns the time in a JWT's own `iat` (RFC 7519 §4.1.6); `null` if that is missing or unclear. */
export function jwtIssuedAt(token: string): Instant | null {
  return instantOf(token, 'iat')
}

/** Longer names are cut off; OpenID Connect Core §2 limits `sub` to 255 characters. */
const maxNameLength = 255

function firstText(claims: readonly Claim[], names: readonly string[]): string | null {
  for (const name of names) {
    const claim = claims.find((each) => each.name === name && !each.repeated)
    const text = typeof claim?.value === 'string' ? claim.value.trim() : ''
    if (text !== '') return text.slice(0, maxNameLength)
  }
  return null
}

/**
 * Returns the end-user of an ID token (OpenID Connect Core §2 and §5.1), unverified; `null` if
 * it is encrypted or has no `sub`.
 */
export function idTokenUser(idToken: string): IssuedTo | null {
  const parts = takeApart(idToken)
  if (parts.format !== 'jwt') return null
  const { claims } = readPayloadClaims(parts)
  const subject = firstText(claims, ['sub'])
  if (subject === null) return null
  return {
    subject,
    name: firstText(claims, ['name']),
    userName: firstText(claims, ['preferred_username', 'upn', 'email']),
  }
}
