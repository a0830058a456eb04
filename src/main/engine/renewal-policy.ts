import type { Instant } from '../../shared/clock.ts'
import { type GrantKind, grants, type Renewal } from '../../shared/grants/facts.ts'
import { isNetworkTrouble } from '../../shared/network-trouble.ts'
import type { OutcomeKind } from '../../shared/outcome.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { isRefresh } from '../oauth/request/token-request.ts'
import { fingerprintOf, isFromSameServer } from './fingerprint.ts'
import type { ProfileEntry } from './profiles.ts'
import { chooseRefresh, type GrantChoice } from './run-exchanges.ts'
import type { SealedPart, StoredProfile, StoredToken } from './stored-profile.ts'

/** Returns true if something else answered instead of the server, so that only waiting helps. */
function isCaptivePortal({ outcome }: ActivityEntry): boolean {
  return isNetworkTrouble(outcome) && outcome.kind !== 'unreachable'
}

/** RFC 6585 §6: the network requires its user to sign in. */
const networkAuthenticationRequired = 511

/**
 * Returns true if no server can have checked the credentials in this attempt. A page with any other
 * error status may be a refusal of this server.
 */
function hasMetNoServer(entry: ActivityEntry): boolean {
  const { outcome, neverSent = false } = entry
  if (neverSent || outcome.kind === 'moved') return true
  // The proxy required its own credentials and forwarded nothing.
  if (outcome.kind === 'unreachable') return outcome.reason === 'proxy'
  const isPage =
    outcome.kind === 'not-an-oauth-answer' &&
    (outcome.looksLike === 'web-page' || outcome.looksLike === 'sign-in-page')
  if (!isPage) return false
  return outcome.status < 400 || outcome.status === networkAuthenticationRequired
}

/**
 * Returns the newest attempt that reached a server, which decides if a password may be repeated;
 * `undefined` if none did.
 */
function lastAnswered(activity: readonly ActivityEntry[]): ActivityEntry | undefined {
  return activity.find((entry) => !hasMetNoServer(entry))
}

/**
 * Returns the newest `count` attempts. The attempt that decides if a password may be repeated is
 * always among them, however often the network has failed since.
 */
export function newestAttempts(activity: readonly ActivityEntry[], count: number): ActivityEntry[] {
  const newest = activity.slice(0, count)
  const answered = lastAnswered(activity)
  if (answered === undefined || newest.includes(answered)) return newest
  return [...newest.slice(0, -1), answered]
}

/** The parts of a profile that its next automatic step depends on. */
export interface PolicyState
  extends Pick<StoredProfile, 'settings' | 'needsSignIn' | 'activity' | 'sealed'> {
  /** In [0, 1), drawn after every attempt: spreads the retries after a failure. */
  readonly retryFraction: number
  /** The network may have changed since the last attempt. */
  readonly networkChanged: boolean
  /** No automatic step before this instant: the last run failed because of a bug. 0: it did not. */
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

/** The minimum gap between two automatic attempts of one profile. */
const minGap = 30 * second
const maxBackoff = 30 * minute

/** After a captive portal, which lets nothing through until the user signs in to the network. */
const minPortalBackoff = 2 * minute
const maxPortalBackoff = 60 * minute

/** The maximum by which the clock may be set back before the expiry of a token is unknown. */
const clockTolerance = minute

/** Temporary failures of the server; those of the network are in `network-trouble.ts`. */
const transient: ReadonlySet<OutcomeKind> = new Set(['server-trouble', 'rate-limited', 'cancelled'])

/**
 * Returns when to renew a token: a minute or a tenth of its life before it expires, whichever is
 * more, and up to half of that earlier, so that tokens that were issued together are not renewed
 * together.
 */
export function renewalTime(
  token: Pick<StoredToken, 'issuedAt' | 'jitter'>,
  expiresAt: Instant,
): Instant {
  const lead = Math.max(minute, (expiresAt - token.issuedAt) / 10)
  return Math.floor(expiresAt - lead - (token.jitter * lead) / 2)
}

/** Returns the wait after consecutive failures: exponential back-off with full jitter. */
function retryDelay(failures: number, fraction: number, retryAfterSeconds: number | null): number {
  const floor = Math.max(minGap, (retryAfterSeconds ?? 0) * second)
  const window = Math.min(maxBackoff, minGap * 2 ** Math.min(failures - 1, 16))
  return Math.ceil(floor + fraction * window)
}

/** Returns the wait after consecutive failures behind a captive portal; half of it is random. */
function portalDelay(failures: number, fraction: number): number {
  const window = minPortalBackoff * 2 ** Math.min(failures - 1, 16)
  return Math.ceil((Math.min(maxPortalBackoff, window) * (1 + fraction)) / 2)
}

/** Returns the earliest instant for another attempt, by the outcomes of the last ones. */
function earliestAttempt(state: PolicyState, now: Instant): Instant {
  const { activity, retryFraction, networkChanged } = state
  const [last] = activity
  // An attempt in the future: the clock was set back since.
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

/** A token with less than this left may expire before the user has pasted it. */
const minLifeToCopy = 2 * minute

/**
 * Returns true if a token must be renewed before the user gets it: less than two minutes are left,
 * and an automatic renewal would be possible. After a failure of the server the usual back-off
 * applies, so that not every copy causes a request. It does not apply after a success or a failure
 * of the network, because the user may have signed in to the network since. Pure.
 */
export function renewsBeforeUse(
  state: PolicyState,
  now: Instant,
  renewals: Renewals = grants,
): boolean {
  const { sealed, settings, needsSignIn, activity, notBefore } = state
  if (sealed === 'locked' || sealed.token === null || sealed.token.expiresAt === null) return false
  if (sealed.token.expiresAt - now >= minLifeToCopy) return false
  const choice = chooseRefresh({ settings, needsSignIn, sealed })
  if (obstacle(state, sealed, choice, renewals) !== undefined) return false
  const [last] = activity
  if (last === undefined || last.outcome.kind === 'obtained') return now >= notBefore
  const networkChanged = state.networkChanged || hasMetNoServer(last)
  return now >= Math.max(notBefore, earliestAttempt({ ...state, networkChanged }, now))
}

type Obstacle = Extract<NextStep, { kind: 'ask-user' }>

/** How each grant is renewed. Only tests have another table than that of the grants. */
export type Renewals = { readonly [Kind in GrantKind]: { readonly renewal: Renewal } }

/** The obstacle to a request without the user, by the renewal of its grant. */
const obstacles: {
  readonly [Each in Renewal]: (state: PolicyState, sealed: SealedPart) => Obstacle | undefined
} = {
  silent: (state) => {
    const [last] = state.activity
    const kind = last?.outcome.kind ?? 'obtained'
    const mayRetry =
      kind === 'obtained' ||
      transient.has(kind) ||
      (last !== undefined && isNetworkTrouble(last.outcome)) ||
      (isOwnClient(state) && kind === 'needs-sign-in')
    return mayRetry ? undefined : { kind: 'ask-user', why: 'refused' }
  },
  // Servers lock accounts after a few wrong passwords: only one that worked is repeated, and a
  // request that reached no server does not count.
  'silent-after-success': (state, sealed) => {
    const current = fingerprintOf(state.settings, sealed.secretsRevision)
    const answered = lastAnswered(state.activity)?.outcome.kind ?? 'obtained'
    const hasNoBug = answered === 'obtained' && state.notBefore === 0
    const worked = hasNoBug && sealed.token?.fingerprint === current
    return worked ? undefined : { kind: 'ask-user', why: 'password-again' }
  },
  'needs-person': () => ({ kind: 'ask-user', why: 'needs-sign-in' }),
}

/** Returns true for a client that acts for itself: its own grant does instead of a sign-in. */
const isOwnClient = ({ settings }: PolicyState) => grants[settings.grant.kind].owner === 'client'

/** Returns what prevents a renewal until the user acts; `undefined` if nothing does. */
function obstacle(
  state: PolicyState,
  sealed: SealedPart,
  choice: GrantChoice,
  renewals: Renewals,
): Obstacle | undefined {
  if (state.needsSignIn && !isOwnClient(state)) return { kind: 'ask-user', why: 'needs-sign-in' }
  if (choice.kind === 'secrets-missing') return { kind: 'ask-user', why: 'secrets-missing' }
  return obstacles[renewals[choice.grant.kind].renewal](state, sealed)
}

/**
 * Returns the next automatic step of a profile. Pure: the same state at the same instant gives the
 * same step, and an unchanged state is due exactly at `until`.
 */
export function nextStep(state: PolicyState, now: Instant, renewals: Renewals = grants): NextStep {
  const { sealed, settings } = state
  if (sealed === 'locked') return { kind: 'nothing', why: 'locked' }
  if (!settings.about.keepFresh) return { kind: 'nothing', why: 'not-kept-fresh' }
  if (sealed.token === null) return { kind: 'nothing', why: 'no-token' }
  const due = dueTime(sealed.token, state, now)
  if (due === null) return { kind: 'nothing', why: 'unknown-expiry' }
  const choice = chooseRefresh({ settings, needsSignIn: state.needsSignIn, sealed })
  const question = obstacle(state, sealed, choice, renewals)
  if (question !== undefined) return question
  if (due > now) return { kind: 'wait', until: due }
  const isByRefresh = choice.kind === 'grant' && isRefresh(choice.grant)
  return { kind: isByRefresh ? 'refresh' : 'grant-again' }
}

/**
 * Returns true if a token is not renewed in time because of the network, and is retried without
 * the user. An address that never brought a token is more likely wrong: that is a failure.
 */
export function waitsForNetwork(state: PolicyState, renewals: Renewals = grants): boolean {
  const { sealed, settings, needsSignIn, activity } = state
  const [last] = activity
  if (last === undefined || !isNetworkTrouble(last.outcome)) return false
  if (sealed === 'locked' || sealed.token === null || sealed.token.expiresAt === null) return false
  if (!settings.about.keepFresh || !isFromSameServer(sealed.token.fingerprint, settings))
    return false
  const choice = chooseRefresh({ settings, needsSignIn, sealed })
  return obstacle(state, sealed, choice, renewals) === undefined
}
