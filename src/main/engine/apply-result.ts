import type { Instant } from '../../shared/clock.ts'
import { maxActivity } from '../../shared/limits.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { readHttpDate } from '../oauth/formats/dates.ts'
import { jwtExpiry, jwtIssuedAt } from '../oauth/jwt/jwt.ts'
import { asksForScope } from '../oauth/request/token-request.ts'
import type { TokenReading } from '../oauth/response/token-response.ts'
import { fingerprintOf, isFromSameGrant } from './fingerprint.ts'
import { outcomeOfOtherMethods, triedMethods, workingMethod } from './other-auth-methods.ts'
import { newestAttempts } from './renewal-policy.ts'
import {
  type Exchange,
  type Exchanges,
  isLost,
  isNeverSent,
  isRefreshTokenRefused,
  lastOf,
  outcomeOf,
  type TokenRun,
} from './run-exchanges.ts'
import { clockOffsetOf } from './server-clock.ts'
import type { OpenPart, SealedPart, StoredProfile, StoredToken } from './stored-profile.ts'

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
function tokenOf(
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

/** The first loss is followed by one retry; if that is lost as well, nobody knows any more. */
const maxLostAnswers = 2

/** What a flight with these legs is told to have come to. */
export function outcomeOfRun(tokenRun: TokenRun, exchanges: Exchanges): Outcome {
  return tokenRun.what === 'other-ways'
    ? outcomeOfOtherMethods(tokenRun, exchanges)
    : outcomeOf(lastOf(exchanges))
}

function activityOf(tokenRun: TokenRun, exchanges: Exchanges, at: Instant): ActivityEntry {
  const { what, by } = tokenRun
  const outcome = outcomeOfRun(tokenRun, exchanges)
  const neverSent = isNeverSent(exchanges) ? ({ neverSent: true } as const) : {}
  const entry = { at, what, by, outcome, ...neverSent }
  const isRefused = what === 'other-ways' && outcome.kind === 'client-refused'
  return isRefused ? { ...entry, methods: triedMethods(tokenRun, exchanges) } : entry
}

/** A refresh token that the user typed meanwhile goes before the one that came. */
function sealedAfter(sealed: SealedPart, tokenRun: TokenRun, token: StoredToken): SealedPart {
  const typed = sealed.secrets.refreshToken
  const isReplaced = typed !== undefined && typed !== tokenRun.sealed.secrets.refreshToken
  return { ...sealed, token: isReplaced ? { ...token, refreshToken: null } : token }
}

function isSameRequest(
  { settings }: StoredProfile,
  sealed: SealedPart,
  tokenRun: TokenRun,
): boolean {
  const before = fingerprintOf(tokenRun.settings, tokenRun.sealed.secretsRevision)
  return fingerprintOf(settings, sealed.secretsRevision) === before
}

/** How many answers about the refresh token that the profile still has were lost by these legs. */
function lossesIn(exchanges: Exchanges, { token, secrets }: SealedPart): number {
  const held = token?.refreshToken ?? secrets.refreshToken
  return exchanges.filter(
    (exchange) =>
      isLost(exchange) &&
      exchange.grant.grantType === 'refresh_token' &&
      exchange.grant.refreshToken === held,
  ).length
}

/**
 * What is known of the profile's refresh token after a flight without a token: whether it
 * is dead, and how often nobody knows. `profile` is as it is now.
 */
export function doubtsAfter(
  profile: StoredProfile,
  tokenRun: TokenRun,
  exchanges: Exchanges,
): Pick<OpenPart, 'needsSignIn' | 'lostAnswers'> {
  const { sealed } = profile
  if (sealed === 'locked') return profile
  const lostAnswers = profile.lostAnswers + lossesIn(exchanges, sealed)
  const isDoubtful = lostAnswers >= maxLostAnswers
  const isRefused = exchanges.some((exchange) => isRefreshTokenRefused(tokenRun, exchange))
  const isDead = isDoubtful || (isRefused && isSameRequest(profile, sealed, tokenRun))
  return { lostAnswers, needsSignIn: profile.needsSignIn || isDead }
}

/**
 * The profile after a flight. `profile` is as it is now: the user may have edited it
 * since the request was sent, and that stays. A failure takes nothing away.
 */
export function applyResult(
  profile: StoredProfile,
  tokenRun: TokenRun,
  exchanges: Exchanges,
  { now, jitter }: { readonly now: Instant; readonly jitter: number },
): StoredProfile {
  const { sealed } = profile
  if (sealed === 'locked') return profile
  const entry = activityOf(tokenRun, exchanges, now)
  const way = isSameRequest(profile, sealed, tokenRun)
    ? workingMethod(tokenRun, exchanges)
    : undefined
  const after: StoredProfile = {
    ...profile,
    settings: { ...profile.settings, ...way },
    activity: newestAttempts([entry, ...profile.activity], maxActivity),
  }
  const { reading } = lastOf(exchanges)
  if (reading.kind !== 'token') return { ...after, ...doubtsAfter(profile, tokenRun, exchanges) }
  const token = tokenOf(reading, tokenRun, exchanges, jitter)
  // Another grant brought it: of the refresh token that is kept, no more is known than before.
  const isKept =
    lastOf(exchanges).grant.grantType !== 'refresh_token' &&
    token.refreshToken !== null &&
    token.refreshToken === sealed.token?.refreshToken
  return {
    ...after,
    needsSignIn: false,
    lostAnswers: isKept ? profile.lostAnswers : 0,
    sealed: sealedAfter(sealed, tokenRun, token),
  }
}
