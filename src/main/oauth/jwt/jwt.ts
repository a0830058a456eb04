import type { Instant } from '../../../shared/clock.ts'
import {
  type Claim,
  type IssuedTo,
  type JwtNote,
  jwtNotes,
  type TokenContents,
} from '../../../shared/token.ts'
import { type DateReading, readDate } from '../formats/dates.ts'
import type { ExactMember } from '../formats/json.ts'
import { type PayloadReading, type TokenParts, takeApart } from './jwt-parts.ts'

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
