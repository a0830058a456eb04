import { grants } from '../../shared/grants/facts.ts'
import type { Outcome, OutcomeKind } from '../../shared/outcome.ts'
import type { Secrets } from '../../shared/profile.ts'
import type { TriedMethod } from '../../shared/profile-view.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import { otherAuthentications } from '../oauth/client-authentication/index.ts'
import { isRefresh, type TokenGrant } from '../oauth/request/token-request.ts'
import {
  chooseObtain,
  chooseRefresh,
  type Exchange,
  type GrantChoice,
  type GrantSource,
  outcomeOf,
  type TokenRun,
} from './run-exchanges.ts'
import type { OpenPart, StoredProfile } from './stored-profile.ts'

/** Returns the settings with each method that was not tried yet, those with the same bytes once. */
export function otherAuthMethods(
  settings: ProfileSettings,
  secrets: Secrets,
): readonly ProfileSettings[] {
  // Only a public client has no ID, and nothing else can be tried without one.
  if (settings.client.id === undefined) return []
  return otherAuthentications(settings.client, secrets).map((client) => ({ ...settings, client }))
}

/** Returns true if the server refused the client in the last run. */
export function wasClientRefused({ activity: [last] }: Pick<OpenPart, 'activity'>): boolean {
  return (
    last !== undefined && last.outcome.kind === 'client-refused' && last.what !== 'other-methods'
  )
}

/**
 * Chooses the grant for all methods: the profile's own, or its refresh token where the grant needs a
 * person: a code can't be sent twice. All but one of them need a client secret, so without one there
 * is nothing to try; `null`: there is nothing that could be sent again.
 */
export function chooseForOtherMethods(source: GrantSource): GrantChoice | null {
  const client = { ...source.settings.client, authentication: { method: 'body' } } as const
  const changed = { ...source, settings: { ...source.settings, client } }
  if (grants[source.settings.grant.kind].renewal !== 'needs-person') return chooseObtain(changed)
  const choice = chooseRefresh(changed)
  return choice.kind === 'grant' && !isRefresh(choice.grant) ? null : choice
}

/** Returns true if the run through the other methods has something to send. */
export function mayTryOtherMethods({ settings, needsSignIn, sealed, activity }: StoredProfile) {
  if (sealed === 'locked' || !wasClientRefused({ activity })) return false
  return chooseForOtherMethods({ settings, needsSignIn, sealed }) !== null
}

export function hasOtherMethods({
  settings,
  needsSignIn,
  sealed,
  activity,
}: StoredProfile): boolean {
  if (sealed === 'locked' || !wasClientRefused({ activity })) return false
  if (otherAuthMethods(settings, sealed.secrets).length === 0) return false
  return chooseForOtherMethods({ settings, needsSignIn, sealed })?.kind === 'grant'
}

/** Outcomes about the client or about the shape of the request. */
const aboutClient: ReadonlySet<OutcomeKind> = new Set([
  'client-refused',
  'bad-request',
  'grant-not-allowed',
])

/** RFC 6749 §5.2: the client was authenticated, and may not use this grant. */
const isKnownAndNotAllowed = (outcome: Outcome) =>
  outcome.kind === 'grant-not-allowed' && outcome.oauthError === 'unauthorized_client'

const isAboutClient = (outcome: Outcome) =>
  aboutClient.has(outcome.kind) && !isKnownAndNotAllowed(outcome)

/** Outcomes that a server reaches only after it has authenticated the client. */
const beyondClient: ReadonlySet<OutcomeKind> = new Set([
  'user-refused',
  'needs-sign-in',
  'scope-refused',
])

/**
 * Returns true for the outcome of one method that says nothing about the others: some servers
 * fail, or send a page, when the credentials are not where they expect them.
 */
function isOfThisMethodOnly(outcome: Outcome): boolean {
  if (outcome.kind === 'not-an-oauth-answer') {
    // The sender is a gateway or a sign-in page, which no other method gets past.
    return outcome.looksLike !== 'sign-in-page' && outcome.looksLike !== 'sign-in-address'
  }
  return (
    outcome.kind === 'server-trouble' &&
    (outcome.status === 500 || outcome.status === 501) &&
    outcome.retryAfterSeconds === null
  )
}

const mayBeRepeated = ({ kind }: TokenGrant) => grants[kind].renewal !== 'silent-after-success'

/**
 * Returns true if the next method is worth a request after this response. A password goes on
 * only after responses about the client: it may have been checked before the server failed, and
 * counted as a wrong one.
 */
export function mayTryNext(exchange: Exchange): boolean {
  const outcome = outcomeOf(exchange)
  return isAboutClient(outcome) || (mayBeRepeated(exchange.grant) && isOfThisMethodOnly(outcome))
}

/**
 * Returns the outcome of a run through the other methods. Only a response that proves that the
 * server authenticated the client replaces the refusal that led to the run; one that any server
 * could send (5xx, timeout, web page) does not.
 */
export function outcomeOfOtherMethods(
  { lastOutcome }: TokenRun,
  done: readonly Exchange[],
): Outcome {
  const last = outcomeOf(done.at(-1))
  const isFinal = last.kind === 'obtained' || last.kind === 'cancelled'
  if (isFinal || isKnownAndNotAllowed(last) || beyondClient.has(last.kind)) return last
  const outcomes = done.map(outcomeOf)
  const refused = outcomes.findLast(({ kind }) => kind === 'client-refused')
  if (refused !== undefined) return refused
  if (last.kind === 'bad-request' || last.kind === 'grant-not-allowed') {
    return { ...last, kind: 'client-refused' }
  }
  return lastOutcome?.kind === 'client-refused' ? lastOutcome : last
}

/**
 * Returns each client authentication method in the order in which it was or would have been sent,
 * the profile's own first: that one was refused before the run.
 */
export function triedMethods(
  { settings, sealed }: TokenRun,
  done: readonly Exchange[],
): TriedMethod[] {
  const others = otherAuthMethods(settings, sealed.secrets).map((other, index) => {
    const exchange = done[index]
    return {
      authentication: other.client.authentication,
      isRefused: exchange !== undefined && isAboutClient(outcomeOf(exchange)),
    }
  })
  return [{ authentication: settings.client.authentication, isRefused: true }, ...others]
}

/**
 * Returns the method that works, if a run through the other methods found one: the one that brought
 * a token, or an outcome beyond client authentication with an error code of the server. Without a
 * code, the response may be from a gateway.
 */
export function workingMethod(done: readonly Exchange[]) {
  const last = done.at(-1)
  const outcome = outcomeOf(last)
  const isKnown =
    isKnownAndNotAllowed(outcome) ||
    (beyondClient.has(outcome.kind) && 'oauthError' in outcome && outcome.oauthError !== null)
  const isWorking = outcome.kind === 'obtained' || isKnown
  return last !== undefined && isWorking ? last.settings.client.authentication : undefined
}
