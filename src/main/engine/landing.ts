import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { jwtExpiry } from '../oauth/jwt.ts'
import { asksForScope, type TokenGrant } from '../oauth/token-request.ts'
import { readTokenResponse, type TokenReading } from '../oauth/token-response.ts'
import { fingerprintOf, isFromSameGrant } from './fingerprint.ts'
import type { HttpResult } from './ports.ts'
import type { SealedPart, StoredProfile, StoredToken } from './stored-profile.ts'

/** A request under way: the profile as it was when it was sent. */
export interface Flight {
  readonly what: ActivityEntry['what']
  readonly by: ActivityEntry['by']
  readonly grant: TokenGrant
  readonly settings: StoredProfile['settings']
  readonly needsSignIn: boolean
  readonly sealed: SealedPart
  readonly sentAt: Instant
}

type TokenRead = Extract<TokenReading, { kind: 'token' }>

const longestActivity = 50

export function outcomeOf(reading: TokenReading): Outcome {
  return reading.kind === 'token' ? { kind: 'obtained' } : reading.outcome
}

/** Everything a server may have echoed and nobody may see. */
function secretsOf({ sealed, grant }: Flight): string[] {
  const { secrets, token } = sealed
  const tokens = token === null ? [] : [token.accessToken, token.refreshToken]
  const sent = grant.grantType === 'refresh_token' ? grant.refreshToken : null
  return [...Object.values(secrets), ...tokens, sent].filter((value) => typeof value === 'string')
}

/**
 * When a token ends: counted from when it was asked for, because its life may have
 * begun then; else by its own `exp`, unless that had passed already (two clocks
 * disagree); else nobody knows.
 */
function expiryOf({ token }: TokenRead, sentAt: Instant) {
  if (token.expiresIn !== null) {
    return { expiresAt: sentAt + token.expiresIn * 1000, expiryFrom: 'expires_in' } as const
  }
  const expiresAt = jwtExpiry(token.accessToken)
  return expiresAt !== null && expiresAt > sentAt
    ? ({ expiresAt, expiryFrom: 'jwt' } as const)
    : ({ expiresAt: null, expiryFrom: 'unknown' } as const)
}

/** The token that this flight renews; `null` if it runs a grant afresh. */
function renewedToken({ grant, sealed }: Flight): StoredToken | null {
  const isRenewal =
    grant.grantType === 'refresh_token' && grant.refreshToken === sealed.token?.refreshToken
  return isRenewal ? sealed.token : null
}

/** Scope that is not named is as it was asked for (RFC 6749 §5.1), or as before (§6). */
function scopeOf({ token }: TokenRead, flight: Flight): string[] {
  if (token.scope !== null) return [...token.scope]
  const asked = flight.settings.scope.split(' ').filter((word) => word !== '')
  const before = asksForScope(flight.settings, flight.grant) ? null : renewedToken(flight)
  return before?.scope ?? asked
}

/**
 * A refresh that follows another grant changes neither user nor scope: what was granted
 * with others stays so.
 */
function fingerprintAfter(flight: Flight): string {
  const { settings, sealed } = flight
  const before = settings.grantType === 'refresh_token' ? null : renewedToken(flight)
  const isOlder = before !== null && !isFromSameGrant(before.fingerprint, settings)
  return isOlder ? before.fingerprint : fingerprintOf(settings, sealed.secretsRevision)
}

/**
 * The refresh token to keep if the answer has none: the one that was used, or the
 * older one if it is alive and was given to the same client for the same user.
 */
function keptRefreshToken({ grant, settings, sealed, needsSignIn }: Flight): string | null {
  if (grant.grantType === 'refresh_token') return grant.refreshToken
  const { token } = sealed
  if (token === null || needsSignIn) return null
  return isFromSameGrant(token.fingerprint, settings) ? token.refreshToken : null
}

function tokenOf(read: TokenRead, flight: Flight, jitter: number): StoredToken {
  return {
    accessToken: read.token.accessToken,
    tokenType: read.token.tokenType,
    refreshToken: read.token.refreshToken ?? keptRefreshToken(flight),
    scope: scopeOf(read, flight),
    issuedAt: flight.sentAt,
    ...expiryOf(read, flight.sentAt),
    obtainedBy: flight.grant.grantType,
    fingerprint: fingerprintAfter(flight),
    deviations: [...read.deviations],
    jitter,
  }
}

/** A refresh token that the user typed meanwhile goes before the one that came. */
function sealedAfter(sealed: SealedPart, flight: Flight, token: StoredToken): SealedPart {
  const typed = sealed.secrets.refreshToken
  const isReplaced = typed !== undefined && typed !== flight.sealed.secrets.refreshToken
  return { ...sealed, token: isReplaced ? { ...token, refreshToken: null } : token }
}

function isSameRequest({ settings }: StoredProfile, sealed: SealedPart, flight: Flight): boolean {
  const before = fingerprintOf(flight.settings, flight.sealed.secretsRevision)
  return fingerprintOf(settings, sealed.secretsRevision) === before
}

/**
 * The profile after an answer. `profile` is as it is now: the user may have edited it
 * since the request was sent, and that stays. A failure takes nothing away.
 */
export function land(
  profile: StoredProfile,
  flight: Flight,
  reading: TokenReading,
  { now, jitter }: { readonly now: Instant; readonly jitter: number },
): StoredProfile {
  const { sealed } = profile
  if (sealed === 'locked') return profile
  const outcome = outcomeOf(reading)
  const entry: ActivityEntry = { at: now, what: flight.what, by: flight.by, outcome }
  const activity = [entry, ...profile.activity].slice(0, longestActivity)
  if (reading.kind === 'token') {
    const token = tokenOf(reading, flight, jitter)
    return { ...profile, activity, needsSignIn: false, sealed: sealedAfter(sealed, flight, token) }
  }
  const isDead = outcome.kind === 'needs-sign-in' && isSameRequest(profile, sealed, flight)
  return { ...profile, activity, needsSignIn: profile.needsSignIn || isDead }
}

/** What a result of the HTTP port means for a flight. */
export function readResult(result: HttpResult, flight: Flight, now: Instant): TokenReading {
  const context = { grantType: flight.grant.grantType, now, secrets: secretsOf(flight) }
  if (result.kind === 'answer') return readTokenResponse(result, context)
  if (result.kind !== 'too-large') return { kind: 'no-token', outcome: result }
  return readTokenResponse({ status: result.status, headers: {}, body: 'too-large' }, context)
}
