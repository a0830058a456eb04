import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/facts.ts'
import { isNetworkTrouble } from '../../shared/network-trouble.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ActivityEntry, ProfileView, TriedMethod } from '../../shared/profile-view.ts'

export type FailedOutcome = Exclude<Outcome, { kind: 'obtained' | 'cancelled' }>

export function isFailed(outcome: Outcome): outcome is FailedOutcome {
  return outcome.kind !== 'obtained' && outcome.kind !== 'cancelled'
}

/** Returns whether a person let a sign-in be, which is no failure of anything. */
export function isQuiet({ kind }: Pick<Outcome, 'kind'>): boolean {
  return kind === 'denied' || kind === 'sign-in-expired'
}

/** Returns whether a failure is unrelated to the request, so that the same may work later. */
export function mayPass(outcome: FailedOutcome): boolean {
  const isOfServer = outcome.kind === 'server-trouble' || outcome.kind === 'rate-limited'
  return isOfServer || isNetworkTrouble(outcome)
}

/** Returns true if the server refused the last renewal, so that another one would be refused too. */
export function isRenewalRefused({ activity: [last] }: ProfileView): boolean {
  return last?.what === 'refresh' && isFailed(last.outcome) && !mayPass(last.outcome)
}

/** A request that did not bring a token. */
export interface FailedRequest {
  /** When that was known. */
  readonly at: Instant
  readonly what: ActivityEntry['what']
  readonly by: ActivityEntry['by']
  readonly outcome: FailedOutcome
  /** The endpoint that failed. Absent: that for tokens or, if there is one, for refresh tokens. */
  readonly endpoint?: ActivityEntry['endpoint'] | undefined
  /** For `other-methods` that ended with a refused client: every method, the profile's own first. */
  readonly methods?: readonly TriedMethod[] | undefined
}

/**
 * Returns true if the token that the profile holds came from the addresses that it has now. Then a failed connection does not mean that they are wrong.
 */
export function hasWorkedBefore({ token, waitsForNetwork }: ProfileView): boolean {
  // Main waits only for a server that issued the token, even if other settings were edited since.
  return waitsForNetwork || (token !== null && !token.madeWithOlderSettings)
}

/** Returns true if a refresh token that the user typed was refused before it ever brought a token. */
export function wasTypedTokenRefused({
  settings,
  token,
}: Pick<ProfileView, 'settings' | 'token'>): boolean {
  return grants[settings.grant.kind].purpose === 'refreshing' && token === null
}

/** Returns the failure of the profile's last request; `null` if it succeeded or was cancelled. */
export function lastFailure({ activity }: ProfileView): FailedRequest | null {
  const [last] = activity
  if (last === undefined) return null
  const { outcome } = last
  return isFailed(outcome) ? { ...last, outcome } : null
}

/** An endpoint that a run asks, by the name of its setting. */
export type AskedEndpoint =
  | 'tokenEndpoint'
  | 'refreshEndpoint'
  | NonNullable<ActivityEntry['endpoint']>

/** Returns the current address of the failed request; the profile may have been edited since. */
export function askedAddress(
  { settings, token }: ProfileView,
  { what, endpoint }: FailedRequest,
): { readonly endpoint: AskedEndpoint; readonly address: string } {
  const { refreshEndpoint, tokenEndpoint } = settings.server
  const address = endpoint === undefined ? undefined : settings.server[endpoint]
  if (endpoint !== undefined && address !== undefined) return { endpoint, address }
  // RFC 6749 §6: without a refresh token, to renew is to ask for another token.
  const usesRefreshToken =
    grants[settings.grant.kind].purpose === 'refreshing' ||
    (what === 'refresh' && token?.hasRefreshToken === true)
  return usesRefreshToken && refreshEndpoint !== undefined
    ? { endpoint: 'refreshEndpoint', address: refreshEndpoint }
    : { endpoint: 'tokenEndpoint', address: tokenEndpoint }
}

/** The meaning of a status for the address, where the response is not OAuth (RFC 9110 §15.5). */
export function saysOfAddress({
  status,
  looksLike,
}: Extract<FailedOutcome, { kind: 'not-an-oauth-answer' }>): 'absent' | 'other-method' | null {
  // A web page may come from any server.
  if (looksLike === 'web-page' || looksLike === 'sign-in-page') return null
  if (status === 405) return 'other-method'
  return status === 404 || status === 410 ? 'absent' : null
}
