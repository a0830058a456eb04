import type { Instant } from '../../shared/clock.ts'
import { maxActivity } from '../../shared/max-activity.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { isNeverSent, newestAttempts } from './attempt.ts'
import { fingerprintOf } from './fingerprint.ts'
import { tokenOf } from './new-token.ts'
import { outcomeOfOtherMethods, triedMethods, workingMethod } from './other-auth-methods.ts'
import type { OpenPart, SealedPart, StoredProfile, StoredToken } from './stored-profile.ts'
import {
  type Exchanges,
  isLost,
  isRefreshTokenRefused,
  lastOf,
  outcomeOf,
  type TokenRun,
} from './token-run.ts'

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
