import type { Outcome, OutcomeKind } from '../../shared/outcome.ts'
import type { ProfileSettings, Secrets } from '../../shared/profile.ts'
import type { TriedMethod } from '../../shared/profile-view.ts'
import { basicCredentials } from '../oauth/request/client-authentication.ts'
import {
  chooseObtain,
  type Exchange,
  type GrantChoice,
  type GrantSource,
  outcomeOf,
  type PlannedExchange,
  type TokenRun,
} from './run-exchanges.ts'
import type { RunPlan } from './run-steps.ts'
import type { OpenPart, StoredProfile } from './stored-profile.ts'

/** A way to authenticate the client (RFC 6749 §2.3). */
export type AuthMethod = Pick<ProfileSettings, 'clientAuthentication' | 'basicEncoding'>

const form = { basicEncoding: 'form' } as const

/**
 * In the order in which they are tried. The query string is the last, because it puts
 * the secret into the logs of servers (§2.3.1).
 */
const allWays: readonly AuthMethod[] = [
  { clientAuthentication: 'basic', ...form },
  { clientAuthentication: 'basic', basicEncoding: 'raw' },
  { clientAuthentication: 'body', ...form },
  { clientAuthentication: 'none', ...form },
  { clientAuthentication: 'query', ...form },
]

/** The same for two ways that send the same bytes. */
function keyOf(settings: ProfileSettings, { clientSecret = '' }: Secrets): string {
  const { clientAuthentication, clientId, basicEncoding } = settings
  if (clientAuthentication !== 'basic') return clientAuthentication
  return basicCredentials(clientId, clientSecret, basicEncoding)
}

/** The settings with each way that was not tried yet, those with the same bytes once. */
export function otherAuthMethods(
  settings: ProfileSettings,
  secrets: Secrets,
): readonly ProfileSettings[] {
  // Only a public client has no id, and nothing else can be tried without one.
  if (settings.clientId === '') return []
  const seen = new Set([keyOf(settings, secrets)])
  return allWays.flatMap((way) => {
    const { clientAuthentication, basicEncoding } = way
    const own = clientAuthentication === 'basic' ? { basicEncoding } : {}
    const changed = { ...settings, clientAuthentication, ...own }
    const key = keyOf(changed, secrets)
    if (seen.has(key)) return []
    seen.add(key)
    return [changed]
  })
}

/** Whether the last that was heard of the server is that it does not know the client so. */
export function wasClientRefused({ activity: [last] }: Pick<OpenPart, 'activity'>): boolean {
  return last !== undefined && last.outcome.kind === 'client-refused' && last.what !== 'other-ways'
}

/**
 * What the ways have in common: the profile's own grant. All but one need a client
 * secret, so without one there is nothing to try.
 */
export function chooseForOtherMethods(source: GrantSource): GrantChoice {
  const settings = { ...source.settings, clientAuthentication: 'body' } as const
  return chooseObtain({ ...source, settings })
}

export function hasOtherMethods({
  settings,
  needsSignIn,
  sealed,
  activity,
}: StoredProfile): boolean {
  if (sealed === 'locked' || !wasClientRefused({ activity })) return false
  if (otherAuthMethods(settings, sealed.secrets).length === 0) return false
  return chooseForOtherMethods({ settings, needsSignIn, sealed }).kind === 'grant'
}

/** Answers that speak of the client or of the shape of the request. */
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

/** Answers to which a server only comes once it knows the client. */
const beyondClient: ReadonlySet<OutcomeKind> = new Set([
  'user-refused',
  'needs-sign-in',
  'scope-refused',
])

/**
 * Returns true for an answer to one method that says nothing about the others: some servers
 * fail, or show a page, when the credentials are not where they look for them.
 */
function isOfThisMethodOnly(outcome: Outcome): boolean {
  if (outcome.kind === 'not-an-oauth-answer') {
    // These come from another place: no other method reaches the server there.
    return outcome.looksLike !== 'sign-in-page' && outcome.looksLike !== 'sign-in-address'
  }
  return (
    outcome.kind === 'server-trouble' &&
    (outcome.status === 500 || outcome.status === 501) &&
    outcome.retryAfterSeconds === null
  )
}

/**
 * Returns true if the next method is worth a request after this response. A password goes on
 * only after responses about the client: it may have been checked before the server failed, and
 * counted as a wrong one.
 */
function mayTryNext(exchange: Exchange): boolean {
  const outcome = outcomeOf(exchange)
  return (
    isAboutClient(outcome) ||
    (exchange.grant.grantType !== 'password' && isOfThisMethodOnly(outcome))
  )
}

/** Plans a run that tries one method after the other, each once. */
export function otherMethodsPlan(methods: readonly PlannedExchange[]): RunPlan {
  return async ({ send }) => {
    for (const method of methods) {
      if (!mayTryNext(await send(method))) break
    }
    return null
  }
}

/**
 * Returns the outcome of a flight through the other methods. Only an answer that proves that the
 * server knows the client replaces the refusal that the flight began with; an answer that
 * could come from any server (5xx, timeout, web page) does not.
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
 * the profile's own first: that one was refused before the flight.
 */
export function triedMethods(
  { settings, sealed }: TokenRun,
  done: readonly Exchange[],
): TriedMethod[] {
  const others = otherAuthMethods(settings, sealed.secrets).map((other, index) => {
    const exchange = done[index]
    return {
      ...wayOf(other),
      isRefused: exchange !== undefined && isAboutClient(outcomeOf(exchange)),
    }
  })
  return [{ ...wayOf(settings), isRefused: true }, ...others]
}

const wayOf = ({ clientAuthentication, basicEncoding }: ProfileSettings): AuthMethod => ({
  clientAuthentication,
  basicEncoding,
})

/**
 * The way that works, if one was found: the one that brought a token, or an answer beyond
 * the client that bears the server's own code. Without a code it may be anybody's answer.
 */
export function workingMethod(
  { what }: TokenRun,
  done: readonly Exchange[],
): AuthMethod | undefined {
  if (what !== 'other-ways') return undefined
  const last = done.at(-1)
  const outcome = outcomeOf(last)
  const isKnown =
    isKnownAndNotAllowed(outcome) ||
    (beyondClient.has(outcome.kind) && 'oauthError' in outcome && outcome.oauthError !== null)
  const isWorking = outcome.kind === 'obtained' || isKnown
  return last !== undefined && isWorking ? wayOf(last.settings) : undefined
}
