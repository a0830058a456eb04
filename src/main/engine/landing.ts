import type { Instant } from '../../shared/clock.ts'
import { longestActivity } from '../../shared/longest-activity.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { isNeverSent, newestAttempts } from './attempt.ts'
import { fingerprintOf } from './fingerprint.ts'
import {
  type Flight,
  type FlownLegs,
  isLost,
  isRefreshTokenRefused,
  lastOf,
  outcomeOf,
} from './flight.ts'
import { tokenOf } from './new-token.ts'
import { outcomeOfOtherWays, triedMethods, winnerOf } from './other-ways.ts'
import type { OpenPart, SealedPart, StoredProfile, StoredToken } from './stored-profile.ts'

/** The first loss is followed by one retry; if that is lost as well, nobody knows any more. */
const mostLostAnswers = 2

/** What a flight with these legs is told to have come to. */
export function outcomeOfFlight(flight: Flight, legs: FlownLegs): Outcome {
  return flight.what === 'other-ways' ? outcomeOfOtherWays(flight, legs) : outcomeOf(lastOf(legs))
}

function activityOf(flight: Flight, legs: FlownLegs, at: Instant): ActivityEntry {
  const { what, by } = flight
  const outcome = outcomeOfFlight(flight, legs)
  const neverSent = isNeverSent(legs) ? ({ neverSent: true } as const) : {}
  const entry = { at, what, by, outcome, ...neverSent }
  const isRefused = what === 'other-ways' && outcome.kind === 'client-refused'
  return isRefused ? { ...entry, methods: triedMethods(flight, legs) } : entry
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

/** How many answers about the refresh token that the profile still has were lost by these legs. */
function lossesIn(legs: FlownLegs, { token, secrets }: SealedPart): number {
  const held = token?.refreshToken ?? secrets.refreshToken
  return legs.filter(
    (leg) =>
      isLost(leg) && leg.grant.grantType === 'refresh_token' && leg.grant.refreshToken === held,
  ).length
}

/**
 * What is known of the profile's refresh token after a flight without a token: whether it
 * is dead, and how often nobody knows. `profile` is as it is now.
 */
export function doubtsAfter(
  profile: StoredProfile,
  flight: Flight,
  legs: FlownLegs,
): Pick<OpenPart, 'needsSignIn' | 'lostAnswers'> {
  const { sealed } = profile
  if (sealed === 'locked') return profile
  const lostAnswers = profile.lostAnswers + lossesIn(legs, sealed)
  const isDoubtful = lostAnswers >= mostLostAnswers
  const isRefused = legs.some((leg) => isRefreshTokenRefused(flight, leg))
  const isDead = isDoubtful || (isRefused && isSameRequest(profile, sealed, flight))
  return { lostAnswers, needsSignIn: profile.needsSignIn || isDead }
}

/**
 * The profile after a flight. `profile` is as it is now: the user may have edited it
 * since the request was sent, and that stays. A failure takes nothing away.
 */
export function land(
  profile: StoredProfile,
  flight: Flight,
  legs: FlownLegs,
  { now, jitter }: { readonly now: Instant; readonly jitter: number },
): StoredProfile {
  const { sealed } = profile
  if (sealed === 'locked') return profile
  const entry = activityOf(flight, legs, now)
  const way = isSameRequest(profile, sealed, flight) ? winnerOf(flight, legs) : undefined
  const after: StoredProfile = {
    ...profile,
    settings: { ...profile.settings, ...way },
    activity: newestAttempts([entry, ...profile.activity], longestActivity),
  }
  const { reading } = lastOf(legs)
  if (reading.kind !== 'token') return { ...after, ...doubtsAfter(profile, flight, legs) }
  const token = tokenOf(reading, flight, legs, jitter)
  // Another grant brought it: of the refresh token that is kept, no more is known than before.
  const isKept =
    lastOf(legs).grant.grantType !== 'refresh_token' &&
    token.refreshToken !== null &&
    token.refreshToken === sealed.token?.refreshToken
  return {
    ...after,
    needsSignIn: false,
    lostAnswers: isKept ? profile.lostAnswers : 0,
    sealed: sealedAfter(sealed, flight, token),
  }
}
