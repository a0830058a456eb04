import type { Claim, JsonValue } from '../../shared/token.ts'
import type { Translate } from '../language.ts'
import { claims } from '../locales/en/claims.ts'
import type { Moments } from './moment.ts'

type KnownClaim = keyof typeof claims.known
type KnownHeader = keyof typeof claims.knownHeader

const isKnownClaim = (name: string): name is KnownClaim => Object.hasOwn(claims.known, name)
const isKnownHeader = (name: string): name is KnownHeader => Object.hasOwn(claims.knownHeader, name)

/** The plain meaning of a registered claim (RFC 7519 §4.1, RFC 9068 §2.2, OpenID Connect Core §5.1). */
export function claimMeaning(t: Translate, name: string): string {
  return isKnownClaim(name) ? t(`claims.known.${name}`) : ''
}

/** The plain meaning of a header parameter (RFC 7515 §4.1). */
export function headerMeaning(t: Translate, name: string): string {
  return isKnownHeader(name) ? t(`claims.knownHeader.${name}`) : ''
}

const isPlain = (value: JsonValue) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A claim's value for reading: dates as dates, lists with commas, anything deeper as JSON. */
export function claimText(t: Translate, { value, date }: Claim, moments: Moments): string {
  if (date !== null) return moments.exact(date)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? t('claims.yes') : t('claims.no')
  if (Array.isArray(value) && value.every(isPlain)) return value.join(', ')
  return JSON.stringify(value, null, 2)
}
