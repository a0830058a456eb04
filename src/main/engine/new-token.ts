import type { Instant } from '../../shared/clock.ts'
import { readHttpDate } from '../oauth/formats/dates.ts'
import { jwtExpiry, jwtIssuedAt } from '../oauth/jwt/jwt.ts'
import { asksForScope } from '../oauth/request/token-request.ts'
import type { TokenReading } from '../oauth/response/token-response.ts'
import { fingerprintOf, isFromSameGrant } from './fingerprint.ts'
import { clockOffsetOf } from './server-clock.ts'
import type { StoredToken } from './stored-profile.ts'
import {
  type Exchange,
  type Exchanges,
  isRefreshTokenRefused,
  lastOf,
  type TokenRun,
} from './token-run.ts'

type TokenRead = Extract<TokenReading, { kind: 'token' }>

function dateOf({ result }: Exchange): Instant | null {
  const date = result.kind === 'answer' ? result.headers['date'] : undefined
  return date === undefined ? null : readHttpDate(date)
}

function clockOffsetAt({ token }: TokenRead, exchange: Exchange): number | null {
  const { accessToken, expiresIn } = token
  return clockOffsetOf({
    sentAt: exchange.sentAt,
    arrivedAt: exchange.arrivedAt,
    date: dateOf(exchange),
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
function renewedToken({ sealed }: TokenRun, { grant }: Exchange): StoredToken | null {
  const isRenewal =
    grant.grantType === 'refresh_token' && grant.refreshToken === sealed.token?.refreshToken
  return isRenewal ? sealed.token : null
}

type KnownScope = Pick<StoredToken, 'scope' | 'scopeFrom'>

const scopeBefore = ({ scope, scopeFrom }: StoredToken): KnownScope =>
  scopeFrom === undefined ? { scope } : { scope, scopeFrom }

/** Scope that is not named is as it was asked for (RFC 6749 §5.1), or as before (§6). */
function scopeOf({ token }: TokenRead, tokenRun: TokenRun, exchange: Exchange): KnownScope {
  if (token.scope !== null) return { scope: [...token.scope], scopeFrom: 'answer' }
  if (!asksForScope(exchange.settings, exchange.grant)) {
    const before = renewedToken(tokenRun, exchange)
    if (before !== null) return scopeBefore(before)
  }
  const asked = exchange.settings.scope.split(' ').filter((word) => word !== '')
  return { scope: asked, scopeFrom: 'request' }
}

/**
 * A refresh that follows another grant changes neither user nor scope: what was granted
 * with others stays so.
 */
function fingerprintAfter(tokenRun: TokenRun, exchange: Exchange): string {
  const { settings } = exchange
  const before = settings.grantType === 'refresh_token' ? null : renewedToken(tokenRun, exchange)
  const isOlder = before !== null && !isFromSameGrant(before.fingerprint, settings)
  return isOlder ? before.fingerprint : fingerprintOf(settings, tokenRun.sealed.secretsRevision)
}

/**
 * The refresh token to keep if the answer has none: the one that was used, or the
 * older one if it is alive and was given to the same client for the same user.
 */
function keptRefreshToken(tokenRun: TokenRun, exchanges: Exchanges): string | null {
  const { grant, settings } = lastOf(exchanges)
  if (grant.grantType === 'refresh_token') return grant.refreshToken
  const { token } = tokenRun.sealed
  const isDead =
    tokenRun.needsSignIn || exchanges.some((exchange) => isRefreshTokenRefused(tokenRun, exchange))
  if (token === null || isDead) return null
  return isFromSameGrant(token.fingerprint, settings) ? token.refreshToken : null
}

/** What is kept of the token in the last answer of a flight. `jitter` is in [0, 1). */
export function tokenOf(
  read: TokenRead,
  tokenRun: TokenRun,
  exchanges: Exchanges,
  jitter: number,
): StoredToken {
  const exchange = lastOf(exchanges)
  const clockOffset = clockOffsetAt(read, exchange)
  return {
    accessToken: read.token.accessToken,
    tokenType: read.token.tokenType,
    refreshToken: read.token.refreshToken ?? keptRefreshToken(tokenRun, exchanges),
    ...scopeOf(read, tokenRun, exchange),
    issuedAt: exchange.sentAt,
    ...expiryOf(read, exchange.sentAt, clockOffset),
    obtainedBy: exchange.grant.grantType,
    fingerprint: fingerprintAfter(tokenRun, exchange),
    clockOffset,
    deviations: [...read.deviations],
    jitter,
  }
}
