import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/facts.ts'
import { maxActivity } from '../../shared/limits.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { readHttpDate } from '../oauth/formats/dates.ts'
import { idTokenUser, jwtExpiry, jwtIssuedAt } from '../oauth/jwt/jwt.ts'
import { askedScope, isRefresh } from '../oauth/request/token-request.ts'
import type { TokenReading } from '../oauth/response/token-response.ts'
import { fingerprintOf, isFromSameGrant } from './fingerprint.ts'
import { triedMethods, workingMethod } from './other-auth-methods.ts'
import { newestAttempts } from './renewal-policy.ts'
import {
  type Exchange,
  isLost,
  isNeverSent,
  isRefreshTokenRefused,
  isSent,
  type RunResult,
  type TokenRun,
} from './run-exchanges.ts'
import type { OpenPart, SealedPart, StoredProfile, StoredToken } from './stored-profile.ts'

/** The sources of a server's time, and the times of the exchange that they came with. */
export interface ClockWitnesses {
  readonly sentAt: Instant
  readonly arrivedAt: Instant
  /** The `Date` of the response (RFC 9110 §6.6.1). */
  readonly date: Instant | null
  /** The `iat` and `exp` of the token (RFC 7519 §4.1). */
  readonly issuedAt: Instant | null
  readonly expiresAt: Instant | null
  /** Seconds, from the response. */
  readonly expiresIn: number | null
}

/** Smaller offsets don't matter: tokens are renewed a minute before they expire. */
const tolerance = 60_000

/** From 2024 to 2100: a server with another time has no working clock. */
const earliest: Instant = 1_704_067_200_000
const latest: Instant = 4_102_444_800_000

const isPlausible = (time: Instant | null): time is Instant =>
  time !== null && time >= earliest && time < latest

/** Returns true if the token is new: some servers return an older one again. */
function isFresh({ issuedAt, expiresAt, expiresIn }: ClockWitnesses): boolean {
  if (issuedAt === null || expiresAt === null || expiresIn === null) return false
  return Math.floor(expiresAt / 1000) - Math.floor(issuedAt / 1000) === expiresIn
}

/** Returns the server's time by the token, which was issued now, or at least not in the future. */
function timeByToken(witnesses: ClockWitnesses): Instant | null {
  const { issuedAt, arrivedAt } = witnesses
  const isAhead = isPlausible(issuedAt) && issuedAt > arrivedAt + tolerance
  return isAhead || isFresh(witnesses) ? issuedAt : null
}

/**
 * Returns by how many milliseconds the server's clock is ahead of this computer's (negative:
 * behind), compared with the middle between request and response. `null` if they agree within a
 * minute plus half of the round trip, or if it is unknown. If the only source is a token that may
 * be an older one, the result is a lower limit.
 */
export function clockOffsetOf(witnesses: ClockWitnesses): number | null {
  const { sentAt, arrivedAt, date } = witnesses
  // The clock was set during the exchange.
  if (arrivedAt < sentAt) return null
  const serverTime = isPlausible(date) ? date : timeByToken(witnesses)
  if (!isPlausible(serverTime)) return null
  const half = (arrivedAt - sentAt) / 2
  const offset = Math.round(serverTime - (sentAt + half))
  return Math.abs(offset) > tolerance + half ? offset : null
}

export type TokenRead = Extract<TokenReading, { kind: 'token' }>

function dateOf({ result }: Exchange): Instant | null {
  const date = result.kind === 'answer' ? result.headers['date'] : undefined
  return date === undefined ? null : readHttpDate(date)
}

/** Returns the clock offset that an exchange with a token shows; `null` as `clockOffsetOf`. */
export function clockOffsetAt({ token }: TokenRead, exchange: Exchange): number | null {
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
 * Returns when a token expires, by this computer's clock. Its life is counted from when it was
 * requested, because it may have begun then; otherwise from its own `exp`, which is the server's
 * time, unless that has passed already (the two clocks disagree); otherwise it is unknown.
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

/** Returns the token that this exchange renews; `null` if it does not use its refresh token. */
function renewedToken({ sealed }: TokenRun, { grant }: Exchange): StoredToken | null {
  const isRenewal = isRefresh(grant) && grant.refreshToken === sealed.token?.refreshToken
  return isRenewal ? sealed.token : null
}

type KnownScope = Pick<StoredToken, 'scope' | 'scopeFrom'>

const scopeBefore = ({ scope, scopeFrom }: StoredToken): KnownScope =>
  scopeFrom === undefined ? { scope } : { scope, scopeFrom }

/** A scope that the response omits is the requested one (RFC 6749 §5.1), or the old one (§6). */
function scopeOf({ token }: TokenRead, tokenRun: TokenRun, exchange: Exchange): KnownScope {
  if (token.scope !== null) return { scope: [...token.scope], scopeFrom: 'answer' }
  if (askedScope(exchange.settings, exchange.grant) === undefined) {
    const before = renewedToken(tokenRun, exchange)
    if (before !== null) return scopeBefore(before)
  }
  const asked = (exchange.settings.request.scope ?? '').split(' ').filter((word) => word !== '')
  return { scope: asked, scopeFrom: 'request' }
}

/**
 * Returns the fingerprint of the new token. A refresh that follows another grant changes neither
 * the user nor the scope, so what was granted with other settings stays marked as such.
 */
function fingerprintAfter(tokenRun: TokenRun, exchange: Exchange): string {
  const { settings } = exchange
  const isOwnGrant = grants[settings.grant.kind].purpose === 'refreshing'
  const before = isOwnGrant ? null : renewedToken(tokenRun, exchange)
  const isOlder = before !== null && !isFromSameGrant(before.fingerprint, settings)
  return isOlder ? before.fingerprint : fingerprintOf(settings, tokenRun.sealed.secretsRevision)
}

/**
 * Returns true if the new token is for the person of the older one. Where a person signs in, the
 * settings don't say who did: only both ID tokens do (OpenID Connect Core §2).
 */
function isForSamePerson(
  before: StoredToken,
  { token }: TokenRead,
  { settings }: Exchange,
): boolean {
  if (grants[settings.grant.kind].renewal !== 'needs-person') return true
  const [one, other] = [before.idToken, token.idToken].map((idToken) =>
    idToken === undefined ? null : idTokenUser(idToken),
  )
  return one != null && one.subject === other?.subject
}

/**
 * Returns the refresh token to keep if the response has none: the one that was sent, or the
 * older one if it still works and was issued to the same client for the same user.
 */
function keptRefreshToken(
  read: TokenRead,
  tokenRun: TokenRun,
  exchange: Exchange,
  exchanges: readonly Exchange[],
): string | null {
  const { grant, settings } = exchange
  if (isRefresh(grant)) return grant.refreshToken
  const { token } = tokenRun.sealed
  const isDead =
    tokenRun.needsSignIn || exchanges.some((each) => isRefreshTokenRefused(tokenRun, each))
  if (token === null || isDead || !isForSamePerson(token, read, exchange)) return null
  return isFromSameGrant(token.fingerprint, settings) ? token.refreshToken : null
}

/**
 * Returns when the refresh token ends: as the server says, or as before if it is the same one and
 * the server says nothing.
 */
function refreshEndOf(
  { token }: TokenRead,
  { sealed }: TokenRun,
  { sentAt }: Exchange,
  refreshToken: string | null,
): Pick<StoredToken, 'refreshExpiresAt'> {
  if (refreshToken === null) return {}
  const { refreshExpiresIn } = token
  if (refreshExpiresIn !== undefined) return { refreshExpiresAt: sentAt + refreshExpiresIn * 1000 }
  const before = sealed.token?.refreshToken === refreshToken ? sealed.token : undefined
  return before?.refreshExpiresAt === undefined ? {} : { refreshExpiresAt: before.refreshExpiresAt }
}

/**
 * Returns the ID token to keep: that of the response, or the older one if this exchange renews
 * its token (OpenID Connect Core §12.2 lets a server omit it).
 */
function idTokenOf(
  { token }: TokenRead,
  tokenRun: TokenRun,
  exchange: Exchange,
): Pick<StoredToken, 'idToken'> {
  const idToken = token.idToken ?? renewedToken(tokenRun, exchange)?.idToken
  return idToken === undefined ? {} : { idToken }
}

/** Builds the token to store from the last response of a run. `jitter` is in [0, 1). */
function tokenOf(
  read: TokenRead,
  exchange: Exchange,
  tokenRun: TokenRun,
  exchanges: readonly Exchange[],
  jitter: number,
): StoredToken {
  const clockOffset = clockOffsetAt(read, exchange)
  const refreshToken =
    read.token.refreshToken ?? keptRefreshToken(read, tokenRun, exchange, exchanges)
  return {
    accessToken: read.token.accessToken,
    tokenType: read.token.tokenType,
    refreshToken,
    ...refreshEndOf(read, tokenRun, exchange, refreshToken),
    ...idTokenOf(read, tokenRun, exchange),
    ...scopeOf(read, tokenRun, exchange),
    issuedAt: exchange.sentAt,
    ...expiryOf(read, exchange.sentAt, clockOffset),
    obtainedBy: exchange.grant.kind,
    fingerprint: fingerprintAfter(tokenRun, exchange),
    clockOffset,
    deviations: [...read.deviations],
    jitter,
  }
}

/** A lost response is retried once; after a second loss the refresh token's state is unknown. */
const maxLostAnswers = 2

function activityOf(
  tokenRun: TokenRun,
  { exchanges, outcome, trace }: RunResult,
  at: Instant,
): ActivityEntry {
  const { what, by } = tokenRun
  const isUnsent = (trace === undefined || !isSent(trace)) && isNeverSent(exchanges)
  const neverSent = isUnsent ? ({ neverSent: true } as const) : {}
  const entry = { at, what, by, outcome, ...neverSent }
  const isRefused = what === 'other-methods' && outcome.kind === 'client-refused'
  return isRefused ? { ...entry, methods: triedMethods(tokenRun, exchanges) } : entry
}

/** A refresh token that the user typed during the run takes precedence over the new one. */
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

/** Counts the lost responses to the refresh token that the profile still has. */
function lossesIn(exchanges: readonly Exchange[], { token, secrets }: SealedPart): number {
  const held = token?.refreshToken ?? secrets.refreshToken
  return exchanges.filter(
    (exchange) =>
      isLost(exchange) && isRefresh(exchange.grant) && exchange.grant.refreshToken === held,
  ).length
}

/**
 * Returns what is known of the profile's refresh token after a run without a token: if the
 * server refused it, and how often its state is unknown. `profile` is in its current state.
 */
export function doubtsAfter(
  profile: StoredProfile,
  tokenRun: TokenRun,
  exchanges: readonly Exchange[],
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
 * Returns the profile after a run. `profile` is in its current state: an edit during the run
 * stays. A failure removes nothing.
 */
export function applyResult(
  profile: StoredProfile,
  tokenRun: TokenRun,
  result: RunResult,
  { now, jitter }: { readonly now: Instant; readonly jitter: number },
): StoredProfile {
  const { sealed } = profile
  if (sealed === 'locked') return profile
  const { exchanges, outcome } = result
  const isTrial = tokenRun.what === 'other-methods'
  const authentication =
    isTrial && isSameRequest(profile, sealed, tokenRun) ? workingMethod(exchanges) : undefined
  const { client } = profile.settings
  const after: StoredProfile = {
    ...profile,
    settings: {
      ...profile.settings,
      client: authentication === undefined ? client : { ...client, authentication },
    },
    activity: newestAttempts([activityOf(tokenRun, result, now), ...profile.activity], maxActivity),
  }
  const last = exchanges.at(-1)
  if (last?.reading.kind !== 'token' || outcome.kind !== 'obtained') {
    return { ...after, ...doubtsAfter(profile, tokenRun, exchanges) }
  }
  const token = tokenOf(last.reading, last, tokenRun, exchanges, jitter)
  // Another grant brought it, so no more is known of the kept refresh token than before.
  const isKept =
    !isRefresh(last.grant) &&
    token.refreshToken !== null &&
    token.refreshToken === sealed.token?.refreshToken
  return {
    ...after,
    needsSignIn: false,
    lostAnswers: isKept ? profile.lostAnswers : 0,
    sealed: sealedAfter(sealed, tokenRun, token),
  }
}
