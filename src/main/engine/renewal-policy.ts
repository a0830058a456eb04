import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/index.ts'
import { isNetworkTrouble } from '../../shared/network-trouble.ts'
import type { OutcomeKind } from '../../shared/outcome.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { isRefresh } from '../oauth/request/token-request.ts'
import { fingerprintOf, isFromSameServer } from './fingerprint.ts'
import type { ProfileEntry } from './profiles.ts'
import { chooseRefresh, type GrantChoice } from './run-exchanges.ts'
import type { SealedPart, StoredProfile, StoredToken } from './stored-profile.ts'

/** Returns true if something answered in the place of the server, so that waiting is all there is. */
export function isCaptivePortal({ outcome }: ActivityEntry): boolean {
  return isNetworkTrouble(outcome) && outcome.kind !== 'unreachable'
}

/** RFC 6585 §6: the network wants its user to sign in. */
const networkAuthenticationRequired = 511

/**
 * Returns true if no server can have judged what was sent in this attempt. A page with any other
 * status of an error may be how this server words a refusal.
 */
export function hasMetNoServer(entry: ActivityEntry): boolean {
  const { outcome, neverSent = false } = entry
  if (neverSent || outcome.kind === 'moved') return true
  // The proxy asked for its own credentials in the place of an answer.
  if (outcome.kind === 'unreachable') return outcome.reason === 'proxy'
  const isPage =
    outcome.kind === 'not-an-oauth-answer' &&
    (outcome.looksLike === 'web-page' || outcome.looksLike === 'sign-in-page')
  if (!isPage) return false
  return outcome.status < 400 || outcome.status === networkAuthenticationRequired
}

/**
 * Returns the newest attempt by which a password may be repeated or not; `undefined` if none of
 * them reached a server.
 */
export function lastAnswered(activity: readonly ActivityEntry[]): ActivityEntry | undefined {
  return activity.find((entry) => !hasMetNoServer(entry))
}

/**
 * Returns the newest `count` attempts. However often the network failed since, the attempt that
 * tells whether a password may be repeated is among them.
 */
export function newestAttempts(activity: readonly ActivityEntry[], count: number): ActivityEntry[] {
  const newest = activity.slice(0, count)
  const answered = lastAnswered(activity)
  if (answered === undefined || newest.includes(answered)) return newest
  return [...newest.slice(0, -1), answered]
}

/** What the next step depends on. */
export interface PolicyState
  extends Pick<StoredProfile, 'settings' | 'needsSignIn' | 'activity' | 'sealed'> {
  /** In [0, 1), drawn after every attempt: spreads what is tried again after a failure. */
  readonly retryFraction: number
  /** The network may be another one than at the last attempt. */
  readonly networkChanged: boolean
  /** Nothing happens by itself before this instant: the last flight ran into a bug. 0: it did not. */
  readonly notBefore: Instant
}

export function policyStateOf(entry: ProfileEntry): PolicyState {
  const { stored, retryFraction, networkChanged, notBefore } = entry
  const { settings, needsSignIn, activity, sealed } = stored
  return { settings, needsSignIn, activity, sealed, retryFraction, networkChanged, notBefore }
}

export type NextStep =
  | {
      readonly kind: 'nothing'
      readonly why: 'locked' | 'not-kept-fresh' | 'no-token' | 'unknown-expiry'
    }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'grant-again' }
  | {
      readonly kind: 'ask-user'
      readonly why: 'needs-sign-in' | 'refused' | 'secrets-missing' | 'password-again'
    }

const second = 1000
const minute = 60 * second

/** No two attempts of one profile start closer to each other by themselves. */
const minGap = 30 * second
const maxBackoff = 30 * minute

/** After a captive portal: it lets nothing through until someone signs in to the network. */
const minPortalBackoff = 2 * minute
const maxPortalBackoff = 60 * minute

/** How far the clock may be set back before nobody can tell when a token ends. */
const clockTolerance = minute

/** Failures of the server that may pass; those of the network are in `network-trouble.ts`. */
const transient: ReadonlySet<OutcomeKind> = new Set(['server-trouble', 'rate-limited', 'cancelled'])

/**
 * When the token is to be renewed: a minute or a tenth of its life before its end,
 * whichever is more, and up to half of that earlier, so that tokens that were issued
 * together are not renewed together.
 */
export function renewalTime(
  token: Pick<StoredToken, 'issuedAt' | 'jitter'>,
  expiresAt: Instant,
): Instant {
  const lead = Math.max(minute, (expiresAt - token.issuedAt) / 10)
  return Math.floor(expiresAt - lead - (token.jitter * lead) / 2)
}

/** How long to wait after so many failures in a row: exponential backoff with full jitter. */
function retryDelay(failures: number, fraction: number, retryAfterSeconds: number | null): number {
  const floor = Math.max(minGap, (retryAfterSeconds ?? 0) * second)
  const window = Math.min(maxBackoff, minGap * 2 ** Math.min(failures - 1, 16))
  return Math.ceil(floor + fraction * window)
}

/** The wait after so many failures in a row behind a captive portal: half of it by chance. */
function portalDelay(failures: number, fraction: number): number {
  const window = minPortalBackoff * 2 ** Math.min(failures - 1, 16)
  return Math.ceil((Math.min(maxPortalBackoff, window) * (1 + fraction)) / 2)
}

/** The earliest instant for another attempt, by what came of the last ones. */
function earliestAttempt(state: PolicyState, now: Instant): Instant {
  const { activity, retryFraction, networkChanged } = state
  const [last] = activity
  // An attempt in the future means that the clock was set back since.
  if (last === undefined || last.at > now) return now
  const { outcome } = last
  if (outcome.kind === 'obtained') return last.at + minGap
  if (networkChanged && isNetworkTrouble(last.outcome)) return last.at + minGap
  const success = activity.findIndex((entry) => entry.outcome.kind === 'obtained')
  const failures = success < 0 ? activity.length : success
  if (isCaptivePortal(last)) return last.at + portalDelay(failures, retryFraction)
  const retryAfter = 'retryAfterSeconds' in outcome ? outcome.retryAfterSeconds : null
  return last.at + retryDelay(failures, retryFraction, retryAfter)
}

function dueTime(token: StoredToken, state: PolicyState, now: Instant): Instant | null {
  const isClockSetBack = now < token.issuedAt - clockTolerance
  if (token.expiresAt === null) return null
  const wanted = isClockSetBack ? now : renewalTime(token, token.expiresAt)
  return Math.max(wanted, earliestAttempt(state, now), state.notBefore)
}

/** A token with less than this left may end before the user has pasted it. */
const minLifeToHandOut = 2 * minute

/**
 * Whether a token that the user is about to take is renewed before: it has less than two
 * minutes left, and the same renewal could happen by itself. After a failure the next one waits
 * as it would by itself, so that a server in trouble is not asked at every copy; after a success
 * it does not, because a user asks, who may also have signed in to the network that failed. Pure.
 */
export function renewsBeforeUse(state: PolicyState, now: Instant): boolean {
  const { sealed, settings, needsSignIn, activity, notBefore } = state
  if (sealed === 'locked' || sealed.token === null || sealed.token.expiresAt === null) return false
  if (sealed.token.expiresAt - now >= minLifeToHandOut) return false
  const choice = chooseRefresh({ settings, needsSignIn, sealed })
  if (obstacle(state, sealed, choice) !== undefined) return false
  const [last] = activity
  if (last === undefined || last.outcome.kind === 'obtained') return now >= notBefore
  const networkChanged = state.networkChanged || hasMetNoServer(last)
  return now >= Math.max(notBefore, earliestAttempt({ ...state, networkChanged }, now))
}

/** What stands in the way of a renewal until the user does something. */
function obstacle(
  state: PolicyState,
  sealed: SealedPart,
  choice: GrantChoice,
): Extract<NextStep, { kind: 'ask-user' }> | undefined {
  // Nobody signs in for a client that stands for itself: its own grant does as well.
  const isOwnClient = grants[state.settings.grant.kind].owner === 'client'
  if (state.needsSignIn && !isOwnClient) return { kind: 'ask-user', why: 'needs-sign-in' }
  if (choice.kind === 'secrets-missing') return { kind: 'ask-user', why: 'secrets-missing' }
  if (grants[choice.grant.kind].renewal === 'silent-after-success') {
    // Servers lock accounts after a few wrong passwords: only what worked is repeated, and a
    // request that met no server does not count.
    const current = fingerprintOf(state.settings, sealed.secretsRevision)
    const answered = lastAnswered(state.activity)?.outcome.kind ?? 'obtained'
    const hasLanded = answered === 'obtained' && state.notBefore === 0
    const worked = hasLanded && sealed.token?.fingerprint === current
    return worked ? undefined : { kind: 'ask-user', why: 'password-again' }
  }
  const [last] = state.activity
  const kind = last?.outcome.kind ?? 'obtained'
  const mayRetry =
    kind === 'obtained' ||
    transient.has(kind) ||
    (last !== undefined && isNetworkTrouble(last.outcome)) ||
    (isOwnClient && kind === 'needs-sign-in')
  return mayRetry ? undefined : { kind: 'ask-user', why: 'refused' }
}

/**
 * What is to happen to a profile by itself. Pure: the same state at the same instant
 * gives the same step, and a state that does not change comes due exactly at `until`.
 */
export function nextStep(state: PolicyState, now: Instant): NextStep {
  const { sealed, settings } = state
  if (sealed === 'locked') return { kind: 'nothing', why: 'locked' }
  if (!settings.about.keepFresh) return { kind: 'nothing', why: 'not-kept-fresh' }
  if (sealed.token === null) return { kind: 'nothing', why: 'no-token' }
  const due = dueTime(sealed.token, state, now)
  if (due === null) return { kind: 'nothing', why: 'unknown-expiry' }
  const choice = chooseRefresh({ settings, needsSignIn: state.needsSignIn, sealed })
  const question = obstacle(state, sealed, choice)
  if (question !== undefined) return question
  if (due > now) return { kind: 'wait', until: due }
  const isByRefresh = choice.kind === 'grant' && isRefresh(choice.grant)
  return { kind: isByRefresh ? 'refresh' : 'grant-again' }
}

/**
 * Returns true if a token is not renewed in time because of the network, and is retried without
 * the user. An address that never brought a token is more likely wrong: that is a failure.
 */
export function waitsForNetwork(state: PolicyState): boolean {
  const { sealed, settings, needsSignIn, activity } = state
  const [last] = activity
  if (last === undefined || !isNetworkTrouble(last.outcome)) return false
  if (sealed === 'locked' || sealed.token === null || sealed.token.expiresAt === null) return false
  if (!settings.about.keepFresh || !isFromSameServer(sealed.token.fingerprint, settings))
    return false
  const choice = chooseRefresh({ settings, needsSignIn, sealed })
  return obstacle(state, sealed, choice) === undefined
}
