import { assertNever } from '../../shared/assert-never.ts'
import { grants } from '../../shared/grants/facts.ts'
import { isNetworkTrouble } from '../../shared/network-trouble.ts'
import type { RefusalCause, unreachableReasons } from '../../shared/outcome.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import { clientWay } from './client-authentication.ts'
import {
  type FailedOutcome,
  type FailedRequest,
  hasWorkedBefore,
  saysOfAddress,
  wasTypedTokenRefused,
} from './failed-request.ts'
import { isRenewal, whatToDo } from './failure-steps.ts'
import type { Moments } from './moment.ts'
import { providerAdvice } from './provider-advice.ts'
import { hasIdAlone, isUnclear, namedCause, refusalTitle } from './refused-client.ts'

/** The texts about a failure. */
export interface FailureText {
  readonly title: string
  readonly what: string
  /** The client authentication methods that the server refused, and those that remain. */
  readonly methods: readonly { readonly label: string; readonly names: readonly string[] }[]
  readonly todo: readonly string[]
  readonly ask: string
}

export function failureText(
  t: Translate,
  profile: ProfileView,
  failure: FailedRequest,
  moments: Moments,
): FailureText {
  const { outcome } = failure
  const advice = providerAdvice(t, profile.settings.about.presetId, outcome.kind)
  return {
    title: refusalTitle(t, failure, profile),
    what: whatHappened(t, profile, failure),
    methods: methodLists(t, failure),
    todo: [
      ...whatToDo(t, profile, failure, moments),
      ...(isBesideThePoint(profile, failure) ? [] : advice.checks),
    ],
    ask: whomToAsk(t, profile, outcome, advice.ask),
  }
}

/**
 * Returns true if the provider's checks don't apply: those of a request speak of the fields, which a
 * renewal does not send, and those of an address that it may be the wrong one.
 */
function isBesideThePoint(profile: ProfileView, failure: FailedRequest): boolean {
  const { outcome } = failure
  if (outcome.kind === 'bad-request') return isRenewal(profile, failure)
  return isNetworkTrouble(outcome) && hasWorkedBefore(profile)
}

/** The methods by what came of them; none unless some were refused and some are open. */
function methodLists(t: Translate, { methods = [] }: FailedRequest): FailureText['methods'] {
  if (methods.every(({ isRefused }) => isRefused)) return []
  const names = (wanted: boolean) =>
    methods
      .filter(({ isRefused }) => isRefused === wanted)
      .map(({ authentication }) => clientWay(t, authentication))
  return [
    { label: t('outcome.client-refused.methodsRefused'), names: names(true) },
    { label: t('outcome.client-refused.methodsOpen'), names: names(false) },
  ]
}

/** Returns the cause of a failure, in a sentence or two. */
export function whatHappened(
  t: Translate,
  profile: ProfileView,
  { what, outcome, endpoint, methods = [] }: FailedRequest,
): string {
  const cause = namedCause(outcome)
  if (cause !== null) return t(`causes.${cause}.what`)
  switch (outcome.kind) {
    case 'client-refused':
      if (what !== 'other-methods') return whyClient(t, outcome, profile.settings)
      if (methods.some(({ isRefused }) => !isRefused)) return t('outcome.client-refused.whatSome')
      if (isUnclear(outcome, profile.settings)) return t('outcome.client-refused.whatAllUnclear')
      // Some servers refuse a wrong password with the words for a wrong client.
      return grants[profile.settings.grant.kind].owner === 'user'
        ? t('outcome.client-refused.whatAllPassword')
        : t('outcome.client-refused.whatAll')
    case 'unreachable':
      return t(`outcome.unreachable.what.${outcome.reason}`)
    case 'certificate-not-trusted':
      return t(`outcome.certificate-not-trusted.what.${outcome.problem}`)
    case 'not-an-oauth-answer':
      return whatCame(t, profile, outcome, endpoint)
    case 'unsafe-answer':
      return t(`outcome.unsafe-answer.what.${outcome.reason}`)
    case 'moved':
      return outcome.location === null
        ? t('outcome.moved.what')
        : t('outcome.moved.whatTo', { location: outcome.location })
    case 'gateway-refused':
      return t(`outcome.gateway-refused.what.${outcome.reason}`)
    case 'user-refused':
      return hasIdAlone(profile.settings)
        ? t('outcome.user-refused.whatIdAlone')
        : t('outcome.user-refused.what')
    case 'scope-refused':
      return profile.settings.request.scope === undefined
        ? t('outcome.scope-refused.whatEmpty')
        : t('outcome.scope-refused.what')
    case 'needs-sign-in':
      if (wasTypedTokenRefused(profile)) return t('outcome.needs-sign-in.whatTyped')
      // It was the sign-in itself, not the renewal of an older one.
      return what === 'obtain' && grants[profile.settings.grant.kind].purpose === 'obtaining'
        ? t('outcome.needs-sign-in.whatSignIn')
        : t('outcome.needs-sign-in.what')
    case 'grant-not-allowed':
    case 'bad-request':
    case 'rate-limited':
    case 'server-trouble':
    case 'denied':
    case 'sign-in-expired':
    case 'not-believed':
      return t(`outcome.${outcome.kind}.what`)
    case 'port-unavailable':
      return outcome.reason === undefined
        ? t('outcome.port-unavailable.what', { port: String(outcome.port) })
        : t(`outcome.port-unavailable.${outcome.reason}.what`, { port: String(outcome.port) })
    default:
      return assertNever(outcome)
  }
}

function whyClient(
  t: Translate,
  outcome: FailedOutcome,
  settings: ProfileView['settings'],
): string {
  if (hasIdAlone(settings)) return t('outcome.client-refused.whatIdAlone')
  return isUnclear(outcome, settings)
    ? t('outcome.client-refused.whatUnclear')
    : t('outcome.client-refused.what')
}

type LooksLike = Extract<FailedOutcome, { kind: 'not-an-oauth-answer' }>['looksLike']
/** Answers of which no more is known than that they are not what was asked for. */
const vague = ['web-page', 'nothing', 'something-else'] as const satisfies readonly LooksLike[]
const isVague = (looksLike: LooksLike): looksLike is (typeof vague)[number] =>
  vague.some((each) => each === looksLike)

function whatCame(
  t: Translate,
  profile: ProfileView,
  outcome: Extract<FailedOutcome, { kind: 'not-an-oauth-answer' }>,
  endpoint: FailedRequest['endpoint'],
): string {
  const { status, looksLike } = outcome
  if (status === 403 && looksLike === 'web-page') {
    return t('outcome.not-an-oauth-answer.whatForbidden')
  }
  if (hasWorkedBefore(profile)) {
    if (looksLike === 'web-page') return t('outcome.not-an-oauth-answer.whatInstead')
    if (looksLike === 'sign-in-address') return t('outcome.not-an-oauth-answer.what.sign-in-page')
  }
  switch (saysOfAddress(outcome)) {
    case 'absent':
      return t('outcome.not-an-oauth-answer.whatAbsent')
    case 'other-method':
      return t('outcome.not-an-oauth-answer.whatOtherMethod')
    case null:
      return endpoint !== undefined && isVague(looksLike)
        ? t(`outcome.not-an-oauth-answer.whatBefore.${looksLike}`)
        : t(`outcome.not-an-oauth-answer.what.${looksLike}`)
  }
}

/** Reasons that the network of the user has no part in. */
const notTheNetwork: ReadonlySet<(typeof unreachableReasons)[number]> = new Set([
  'connection-refused',
  'no-secure-connection',
  'client-certificate',
])

/** Causes that only the user's own organization can change. */
const forAdministrators: ReadonlySet<RefusalCause | null> = new Set([
  'consent-required',
  'administrator-required',
  'user-not-assigned',
  'account-unknown',
  'account-blocked',
  'policy',
])

/**
 * Returns the people who can fix it. `helper` names them, where the provider's documentation does.
 */
function whomToAsk(
  t: Translate,
  profile: ProfileView,
  outcome: FailedOutcome,
  helper: string | null,
): string {
  const cause = namedCause(outcome)
  if (forAdministrators.has(cause)) return t('causes.administrator')
  if (cause !== null) return helper ?? t('outcome.askWhom.details')
  switch (outcome.kind) {
    case 'client-refused':
    case 'user-refused':
    case 'grant-not-allowed':
    case 'scope-refused':
    case 'bad-request':
    case 'moved':
    case 'denied':
    case 'sign-in-expired':
    case 'port-unavailable':
      return helper ?? t('outcome.askWhom.details')
    case 'not-an-oauth-answer':
      return outcome.looksLike === 'sign-in-page' || profile.waitsForNetwork
        ? t('outcome.askWhom.network')
        : (helper ?? t('outcome.askWhom.details'))
    case 'gateway-refused':
      return outcome.reason === 'blocked'
        ? followedBy(t('outcome.askWhom.server'), helper)
        : (helper ?? t('outcome.askWhom.details'))
    case 'server-trouble':
    case 'unsafe-answer':
    case 'not-believed':
      return followedBy(t('outcome.askWhom.server'), helper)
    case 'needs-sign-in':
      return wasTypedTokenRefused(profile)
        ? (helper ?? t('outcome.askWhom.details'))
        : followedBy(t('outcome.askWhom.renewal'), helper)
    case 'rate-limited':
      return followedBy(t('outcome.askWhom.pace'), helper)
    case 'certificate-not-trusted':
      return outcome.problem === 'expired'
        ? followedBy(t('outcome.askWhom.certificate'), helper)
        : t('outcome.askWhom.network')
    case 'unreachable':
      if (outcome.reason === 'connection-refused' && hasWorkedBefore(profile)) {
        return followedBy(t('outcome.askWhom.server'), helper)
      }
      return notTheNetwork.has(outcome.reason)
        ? (helper ?? t('outcome.askWhom.details'))
        : t('outcome.askWhom.network')
    default:
      return assertNever(outcome)
  }
}

function followedBy(sentence: string, helper: string | null): string {
  return helper === null ? sentence : `${sentence} ${helper}`
}
