import type { Instant } from '../../../shared/clock.ts'
import type { Doubt } from '../../../shared/outcome.ts'
import type { Claim } from '../../../shared/token.ts'
import { instantIn, readJwt } from '../jwt/jwt.ts'
import { isIssuer, isSame } from './issuer.ts'

/** The values that an ID token must agree with. */
export interface ExpectedIdToken {
  readonly clientId: string
  /** The issuer of the settings; `null`: unknown. */
  readonly issuer: string | null
  /** As it was sent; `null`: none was. */
  readonly nonce: string | null
  /** The ID token of the sign-in that this one renews (OpenID Connect Core §12.2); `null`: none. */
  readonly before: string | null
  /** The server's time, as far as it is known. */
  readonly now: Instant
}

/** The difference of two clocks that is tolerated: not every server tells its time. */
const tolerance = 5 * 60_000

type Claims = readonly Claim[]

/** Returns the value of a claim; `undefined` if it is missing or stands there twice. */
function claimOf(claims: Claims, name: string): unknown {
  const claim = claims.find((each) => each.name === name)
  return claim === undefined || claim.repeated ? undefined : claim.value
}

function textOf(claims: Claims, name: string): string | undefined {
  const value = claimOf(claims, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** §3.1.3.7 no. 2 */
function hasRightIssuer(claims: Claims, { issuer }: ExpectedIdToken): boolean {
  const named = textOf(claims, 'iss')
  if (named === undefined) return false
  return issuer === null || isIssuer(issuer, named, textOf(claims, 'tid'))
}

/** §3.1.3.7 no. 3 to 5 */
function isForClient(claims: Claims, { clientId }: ExpectedIdToken): boolean {
  const audience = [claimOf(claims, 'aud')].flat()
  const party = claimOf(claims, 'azp')
  return audience.includes(clientId) && (party === undefined || party === clientId)
}

/** §3.1.3.7 no. 9 and 10 */
function isInTime(claims: Claims, { now }: ExpectedIdToken): boolean {
  const end = instantIn(claims, 'exp')
  const issued = instantIn(claims, 'iat')
  if (end === null || issued === null) return false
  return end > now - tolerance && issued < now + tolerance
}

/** §3.1.3.7 no. 11 */
function belongsToSignIn(claims: Claims, { nonce }: ExpectedIdToken): boolean {
  return nonce === null || isSame(textOf(claims, 'nonce') ?? '', nonce)
}

/** §12.2: the same person at the same issuer, and no other `nonce`. */
function doubtAboutRenewal(claims: Claims, before: Claims): Doubt | null {
  const isEqual = (name: string) => textOf(claims, name) === textOf(before, name)
  if (!isEqual('iss')) return 'id-token-issuer'
  if (!isEqual('sub')) return 'id-token-subject'
  return claimOf(claims, 'nonce') === undefined || isEqual('nonce') ? null : 'id-token-nonce'
}

/**
 * Returns the first reason not to believe an ID token that came with a token; `null` if there is
 * none (OpenID Connect Core §3.1.3.7). Its signature is another matter: it came from the token
 * endpoint itself (no. 6). An encrypted one can't be read, and is no proof of anything.
 */
export function doubtAboutIdToken(idToken: string, expected: ExpectedIdToken): Doubt | null {
  const contents = readJwt(idToken, expected.now)
  if (contents.format === 'encrypted') return null
  if (contents.format === 'opaque') return 'id-token-unreadable'
  const { claims } = contents
  if (textOf(claims, 'sub') === undefined) return 'id-token-unreadable'
  if (!hasRightIssuer(claims, expected)) return 'id-token-issuer'
  if (!isForClient(claims, expected)) return 'id-token-audience'
  if (!belongsToSignIn(claims, expected)) return 'id-token-nonce'
  if (!isInTime(claims, expected)) return 'id-token-times'
  const before = expected.before === null ? null : readJwt(expected.before, expected.now)
  return before?.format === 'jwt' ? doubtAboutRenewal(claims, before.claims) : null
}
