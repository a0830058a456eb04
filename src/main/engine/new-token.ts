import type { Instant } from '../../shared/clock.ts'
import { readHttpDate } from '../oauth/http-date.ts'
import { jwtExpiry, jwtIssuedAt } from '../oauth/jwt.ts'
import { asksForScope } from '../oauth/token-request.ts'
import type { TokenReading } from '../oauth/token-response.ts'
import { fingerprintOf, isFromSameGrant } from './fingerprint.ts'
import {
  type Flight,
  type FlownLeg,
  type FlownLegs,
  isRefreshTokenRefused,
  lastOf,
} from './flight.ts'
import { clockOffsetOf } from './server-clock.ts'
import type { StoredToken } from './stored-profile.ts'

type TokenRead = Extract<TokenReading, { kind: 'token' }>

function dateOf({ result }: FlownLeg): Instant | null {
  const date = result.kind === 'answer' ? result.headers['date'] : undefined
  return date === undefined ? null : readHttpDate(date)
}

function clockOffsetAt({ token }: TokenRead, leg: FlownLeg): number | null {
  const { accessToken, expiresIn } = token
  return clockOffsetOf({
    sentAt: leg.sentAt,
    arrivedAt: leg.arrivedAt,
    date: dateOf(leg),
    issuedAt: jwtIssuedAt(accessToken),
    expiresAt: jwtExpiry(accessToken),
    expiresIn,
  })
}

/**
 * When a token ends, by this computer's clock: counted from when it was asked for, because
 * its life may have begun then; else by its own `exp`, which is the server's time, unless
 * that had passed already (two clocks disagree); else nobody knows.
 */
function expiryOf({ token }: TokenRead, sentAt: Instant, clockOffset: number | null) {
  if (token.expiresIn !== null) {
    return { expiresAt: sentAt + token.expiresIn * 1000, expiryFrom: 'expires_in' } as const
  }
  const end = jwtExpiry(token.accessToken)
  const expiresAt = end === null ? null : end - (clockOffset ?? 0)
  return expiresAt !== null && expiresAt > sentAt
    ? ({ expiresAt, expiryFrom: 'jwt' } as const)
    : ({ expiresAt: null, expiryFrom: 'unknown' } as const)
}

/** The token that this leg renews; `null` if it runs a grant afresh. */
function renewedToken({ sealed }: Flight, { grant }: FlownLeg): StoredToken | null {
  const isRenewal =
    grant.grantType === 'refresh_token' && grant.refreshToken === sealed.token?.refreshToken
  return isRenewal ? sealed.token : null
}

type KnownScope = Pick<StoredToken, 'scope' | 'scopeFrom'>

const scopeBefore = ({ scope, scopeFrom }: StoredToken): KnownScope =>
  scopeFrom === undefined ? { scope } : { scope, scopeFrom }

/** Scope that is not named is as it was asked for (RFC 6749 §5.1), or as before (§6). */
function scopeOf({ token }: TokenRead, flight: Flight, leg: FlownLeg): KnownScope {
  if (token.scope !== null) return { scope: [...token.scope], scopeFrom: 'answer' }
  if (!asksForScope(leg.settings, leg.grant)) {
    const before = renewedToken(flight, leg)
    if (before !== null) return scopeBefore(before)
  }
  const asked = leg.settings.scope.split(' ').filter((word) => word !== '')
  return { scope: asked, scopeFrom: 'request' }
}

/**
 * A refresh that follows another grant changes neither user nor scope: what was granted
 * with others stays so.
 */
function fingerprintAfter(flight: Flight, leg: FlownLeg): string {
  const { settings } = leg
  const before = settings.grantType === 'refresh_token' ? null : renewedToken(flight, leg)
  const isOlder = before !== null && !isFromSameGrant(before.fingerprint, settings)
  return isOlder ? before.fingerprint : fingerprintOf(settings, flight.sealed.secretsRevision)
}

/**
 * The refresh token to keep if the answer has none: the one that was used, or the
 * older one if it is alive and was given to the same client for the same user.
 */
function keptRefreshToken(flight: Flight, legs: FlownLegs): string | null {
  const { grant, settings } = lastOf(legs)
  if (grant.grantType === 'refresh_token') return grant.refreshToken
  const { token } = flight.sealed
  const isDead = flight.needsSignIn || legs.some((leg) => isRefreshTokenRefused(flight, leg))
  if (token === null || isDead) return null
  return isFromSameGrant(token.fingerprint, settings) ? token.refreshToken : null
}

/** What is kept of the token in the last answer of a flight. `jitter` is in [0, 1). */
export function tokenOf(
  read: TokenRead,
  flight: Flight,
  legs: FlownLegs,
  jitter: number,
): StoredToken {
  const leg = lastOf(legs)
  const clockOffset = clockOffsetAt(read, leg)
  return {
    accessToken: read.token.accessToken,
    tokenType: read.token.tokenType,
    refreshToken: read.token.refreshToken ?? keptRefreshToken(flight, legs),
    ...scopeOf(read, flight, leg),
    issuedAt: leg.sentAt,
    ...expiryOf(read, leg.sentAt, clockOffset),
    obtainedBy: leg.grant.grantType,
    fingerprint: fingerprintAfter(flight, leg),
    clockOffset,
    deviations: [...read.deviations],
    jitter,
  }
}
