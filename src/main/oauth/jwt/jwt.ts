import type { Instant } from '../../../shared/clock.ts'
import {
  type Claim,
  type IssuedTo,
  type JwtNote,
  jwtNotes,
  type TokenContents,
} from '../../../shared/token.ts'
import { instantIn, type ReadClaims, readClaims } from './jwt-claims.ts'
import { type PayloadReading, type TokenParts, takeApart } from './jwt-parts.ts'

type Jws = Extract<TokenParts, { format: 'jwt' }>

/** Two clocks that disagree a little are no news (RFC 7519 §4.1.5). */
const leeway = 60_000

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

/** Each once, in the order of the contract. */
function inOrder(notes: readonly JwtNote[]): JwtNote[] {
  return jwtNotes.filter((note) => notes.includes(note))
}

function readPayloadClaims({ readPayload, isPlain }: Jws): ReadClaims {
  const reading = readPayload()
  if (reading.kind !== 'object') return { claims: [], notes: [payloadNotes[reading.kind]] }
  const { claims, notes } = readClaims(reading.members)
  return { claims, notes: isPlain ? [...notes, 'payload-not-encoded'] : notes }
}

/**
 * What is inside an access token in compact form, without verifying it: only the API
 * it is meant for can. `now` is compared with `nbf`. Never throws; whatever is neither
 * a JWS (RFC 7515) nor a JWE (RFC 7516) is opaque.
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

/** What `readJwt` would find in a token. */
export function tokenFormat(token: string): TokenContents['format'] {
  return takeApart(token).format
}

function instantOf(token: string, name: 'exp' | 'iat'): Instant | null {
  const parts = takeApart(token)
  return parts.format === 'jwt' ? instantIn(readPayloadClaims(parts).claims, name) : null
}

/** When a JWT ends by its own `exp` (RFC 7519 §4.1.4); `null` if it does not say so clearly. */
export function jwtExpiry(token: string): Instant | null {
  return instantOf(token, 'exp')
}

/** When a JWT was issued by its own `iat` (RFC 7519 §4.1.6); `null` if it does not say so clearly. */
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
