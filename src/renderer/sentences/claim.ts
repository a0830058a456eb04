import type { Claim, JsonValue, JwtNote } from '../../shared/token.ts'
import type { Translate } from '../language.ts'
import { claims } from '../locales/en/claims.ts'
import type { Moments } from './moment.ts'

type KnownClaim = keyof typeof claims.known
type KnownHeader = keyof typeof claims.knownHeader
type KnownLockedHeader = keyof typeof claims.knownLockedHeader

const isKnownClaim = (name: string): name is KnownClaim => Object.hasOwn(claims.known, name)
const isKnownHeader = (name: string): name is KnownHeader => Object.hasOwn(claims.knownHeader, name)
const isKnownLockedHeader = (name: string): name is KnownLockedHeader =>
  Object.hasOwn(claims.knownLockedHeader, name)

/** The plain meaning of a registered claim (RFC 7519 §4.1, RFC 9068 §2.2, OpenID Connect Core §5.1). */
export function claimMeaning(t: Translate, name: string): string {
  return isKnownClaim(name) ? t(`claims.known.${name}`) : ''
}

/** The plain meaning of a header parameter (RFC 7515 §4.1); it may be a claim (RFC 7519 §5.3). */
export function headerMeaning(t: Translate, name: string): string {
  return isKnownHeader(name) ? t(`claims.knownHeader.${name}`) : claimMeaning(t, name)
}

/** The plain meaning of a header parameter of an encrypted token (RFC 7516 §4.1). */
export function lockedHeaderMeaning(t: Translate, name: string): string {
  return isKnownLockedHeader(name) ? t(`claims.knownLockedHeader.${name}`) : headerMeaning(t, name)
}

const reasonsForNoClaims: ReadonlySet<JwtNote> = new Set([
  'detached',
  'payload-not-json',
  'payload-not-utf8',
  'payload-too-deep',
  'payload-too-large',
] as const)

/** Whether there are no claims because they can't be read: that is not "it says nothing". */
export function hidesClaims(notes: readonly JwtNote[]): boolean {
  return notes.some((note) => reasonsForNoClaims.has(note))
}

const isPlain = (value: JsonValue) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A claim's value for reading: dates as dates, lists with commas, anything deeper as JSON. */
export function claimText(t: Translate, claim: Claim, moments: Moments): string {
  const { value, exactly, date } = claim
  if (date !== null) return moments.exact(date)
  if (exactly !== null) return exactly
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? t('claims.yes') : t('claims.no')
  if (Array.isArray(value) && value.length > 0 && value.every(isPlain)) return value.join(', ')
  return JSON.stringify(value, null, 2)
}

/** How a date stands in the token, if that is not the usual number of seconds. */
export function dateSource({ value, exactly, date }: Claim): string | null {
  if (date === null) return null
  const isUsual =
    typeof value === 'number' && exactly === null && value > 0 && Math.round(value * 1000) === date
  return isUsual ? null : (exactly ?? JSON.stringify(value))
}
