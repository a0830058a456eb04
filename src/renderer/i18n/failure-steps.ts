import { assertNever } from '../../shared/assert-never.ts'
import { authentications } from '../../shared/client-authentication/facts.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { RefusalCause } from '../../shared/outcome.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import { certificateSteps, unreachableSteps } from './connection-steps.ts'
import {
  askedAddress,
  type FailedOutcome,
  type FailedRequest,
  hasWorkedBefore,
  mayPass,
  saysOfAddress,
  wasTypedTokenRefused,
} from './failed-request.ts'
import type { Moments } from './moment.ts'
import { hasIdAlone, isUnclear, namedCause } from './refused-client.ts'
import { actionName, repeatName } from './sign-in.ts'

type Of<Kind extends FailedOutcome['kind']> = Extract<FailedOutcome, { kind: Kind }>

/** Returns the steps after a grant that is not allowed. */
function otherGrantSteps(t: Translate, { settings }: ProfileView): readonly string[] {
  const facts = grants[settings.grant.kind]
  const endpoints: readonly string[] = facts.endpoints
  const secrets: readonly string[] = facts.secrets
  const check = t('outcome.grant-not-allowed.check')
  if (endpoints.includes('deviceAuthorizationEndpoint')) {
    const grant = t('form.grant.authorizationCode')
    return [t('outcome.grant-not-allowed.checkBrowser', { grant }), check]
  }
  return secrets.includes('password')
    ? [check, t('outcome.grant-not-allowed.checkSecondProof')]
    : [check]
}

/** Returns the steps after a failure, the most likely one first. */
export function whatToDo(
  t: Translate,
  profile: ProfileView,
  failure: FailedRequest,
  moments: Moments,
): readonly string[] {
  const { renewsAt } = profile
  const steps = networkFirst(t, profile, failure, stepsOf(t, profile, failure, moments))
  return renewsAt !== null && mayPass(failure.outcome)
    ? [...steps, t('outcome.again', { moment: moments.short(renewsAt) })]
    : steps
}

/** Returns the name of the address that was asked, as a sentence has it. */
function endpointName(t: Translate, profile: ProfileView, failure: FailedRequest): string {
  return t(`outcome.endpoint.${askedAddress(profile, failure).endpoint}`)
}

/** At an address that worked before, the network is the likeliest to have answered instead. */
function networkFirst(
  t: Translate,
  profile: ProfileView,
  failure: FailedRequest,
  steps: readonly string[],
): readonly string[] {
  const { waitsForNetwork } = profile
  const { outcome } = failure
  if (!waitsForNetwork || outcome.kind === 'unreachable' || outcome.kind === 'gateway-refused') {
    return steps
  }
  const first = t('outcome.certificate-not-trusted.checkNetwork')
  const endpoint = endpointName(t, profile, failure)
  const replaced = new Set<string>([
    first,
    t('outcome.moved.checkNetwork'),
    t('outcome.not-an-oauth-answer.checkNetwork'),
    t('outcome.not-an-oauth-answer.checkSignIn'),
    // An address that works needs no check.
    t('outcome.not-an-oauth-answer.check'),
    t('outcome.not-an-oauth-answer.checkWhole', { endpoint }),
    t('outcome.not-an-oauth-answer.checkSignInAddress', { endpoint }),
  ])
  return [first, ...steps.filter((step) => !replaced.has(step))]
}

/** The causes with a second step. */
const causesWithMore = [
  'origin-required',
  'consent-required',
  'user-not-assigned',
  'account-unknown',
  'more-proof-required',
  'account-blocked',
  'password-expired',
] as const satisfies readonly RefusalCause[]
type CauseWithMore = (typeof causesWithMore)[number]
const hasMore = (cause: RefusalCause): cause is CauseWithMore =>
  causesWithMore.some((each) => each === cause)

function causeSteps(t: Translate, cause: RefusalCause): readonly string[] {
  const check = t(`causes.${cause}.check`)
  return hasMore(cause) ? [check, t(`causes.${cause}.also`)] : [check]
}

function stepsOf(
  t: Translate,
  profile: ProfileView,
  failure: FailedRequest,
  moments: Moments,
): readonly string[] {
  const { outcome } = failure
  const cause = namedCause(outcome)
  if (cause !== null) return causeSteps(t, cause)
  const endpoint = endpointName(t, profile, failure)
  switch (outcome.kind) {
    case 'client-refused':
      return clientSteps(t, profile, failure)
    case 'user-refused':
      return [
        t('outcome.user-refused.checkSpelling'),
        t('outcome.user-refused.checkElsewhere'),
        t('outcome.user-refused.checkRepeat'),
      ]
    case 'needs-sign-in':
      if (grants[profile.settings.grant.kind].purpose === 'obtaining') {
        return [t('outcome.needs-sign-in.check', { action: actionName(t, profile) })]
      }
      return wasTypedTokenRefused(profile)
        ? [t('outcome.needs-sign-in.checkTyped'), t('outcome.needs-sign-in.checkUsedUp')]
        : [t('outcome.needs-sign-in.checkGiven')]
    case 'scope-refused':
      return profile.settings.request.scope === undefined
        ? [t('outcome.scope-refused.checkEmpty'), ...targetSteps(t, profile)]
        : [t('outcome.scope-refused.check'), ...targetSteps(t, profile)]
    case 'bad-request':
      return isRenewal(profile, failure)
        ? [t('outcome.getAnew', { action: actionName(t, profile) })]
        : [
            ...formSteps(t, profile, failure),
            t('outcome.bad-request.check'),
            ...jsonSteps(t, profile, failure),
            ...targetSteps(t, profile),
          ]
    case 'rate-limited':
    case 'server-trouble':
      return [waitingStep(t, outcome, failure, moments)]
    case 'unreachable':
      return isDoubtful(profile, failure)
        ? [checkDoubtful(t, profile), ...unreachableSteps(t, profile, outcome.reason, endpoint)]
        : unreachableSteps(t, profile, outcome.reason, endpoint)
    case 'certificate-not-trusted':
      return certificateSteps(t, profile, outcome, moments.exact(failure.at), endpoint)
    case 'not-an-oauth-answer':
      return answerSteps(t, profile, outcome, askedAddress(profile, failure))
    case 'gateway-refused':
      return gatewaySteps(t, outcome, endpoint)
    case 'grant-not-allowed':
      return [
        // A server that can't read the body misses the grant type in it.
        ...formSteps(t, profile, failure),
        ...otherGrantSteps(t, profile),
      ]
    case 'moved':
      return isOtherHost(outcome.location, askedAddress(profile, failure).address)
        ? [t('outcome.moved.check', { endpoint }), t('outcome.moved.checkNetwork')]
        : [t('outcome.moved.check', { endpoint })]
    case 'denied':
      return [t('outcome.denied.check', { action: actionName(t, profile) })]
    case 'sign-in-expired':
      return [t('outcome.sign-in-expired.check', { action: repeatName(t, profile) })]
    case 'unsafe-answer':
      return [t('outcome.unsafe-answer.check', { endpoint })]
    case 'port-unavailable':
      return outcome.reason === undefined
        ? [t('outcome.port-unavailable.check')]
        : [t(`outcome.port-unavailable.${outcome.reason}.check`)]
    case 'not-believed':
      return [t('outcome.not-believed.check')]
    default:
      return assertNever(outcome)
  }
}

/**
 * Returns whether the response to a renewal was lost repeatedly: the server may have invalidated the
 * refresh token (RFC 6749 §6 allows it), which the client can't know.
 */
function isDoubtful({ needsSignIn }: ProfileView, { what }: FailedRequest): boolean {
  return needsSignIn && what === 'refresh'
}

/**
 * Returns whether the request was smaller than that of the profile's grant: no user name, no password,
 * perhaps no scope.
 */
export function isRenewal({ settings }: ProfileView, { what }: FailedRequest): boolean {
  return what === 'refresh' && grants[settings.grant.kind].purpose === 'obtaining'
}

const checkDoubtful = (t: Translate, profile: ProfileView) =>
  t('outcome.unreachable.checkDoubtful', { action: actionName(t, profile) })

function targetSteps(t: Translate, { settings }: ProfileView): readonly string[] {
  const hasTarget =
    settings.request.audience !== undefined || settings.request.resource !== undefined
  return hasTarget ? [t('outcome.checkTarget')] : []
}

/** The requests before a sign-in have no choice: they are forms, or addresses in the browser. */
const hasBody = ({ endpoint }: Pick<FailedRequest, 'endpoint'>) => endpoint === undefined

/** Where the form of the body is the user's choice. */
const choosesBody = ({ about }: ProfileView['settings']) => about.presetId === 'any-server'

/** A server that reads form fields alone (RFC 6749 §4.4.2) misses everything in JSON. */
function formSteps(
  t: Translate,
  { settings }: ProfileView,
  { endpoint }: FailedRequest,
): readonly string[] {
  const isJson =
    hasBody({ endpoint }) && choosesBody(settings) && settings.request.bodyFormat === 'json'
  return isJson ? [t('outcome.checkForm')] : []
}

/** Not for a refresh token: what refuses it has read the request. */
function jsonSteps(
  t: Translate,
  { settings }: ProfileView,
  { what, endpoint }: FailedRequest,
): readonly string[] {
  const isRefresh = grants[settings.grant.kind].purpose === 'refreshing' || what === 'refresh'
  const isForm =
    hasBody({ endpoint }) && choosesBody(settings) && settings.request.bodyFormat === 'form'
  return isForm && !isRefresh ? [t('outcome.bad-request.checkJson')] : []
}

function clientSteps(
  t: Translate,
  profile: ProfileView,
  failure: FailedRequest,
): readonly string[] {
  const { settings, hasOtherMethods } = profile
  const isInBody = authentications[settings.client.authentication.method].sentIn === 'body'
  const form = isInBody ? formSteps(t, profile, failure) : []
  if (hasIdAlone(settings) && failure.what !== 'other-methods') {
    const secret = t('outcome.client-refused.checkSecret')
    return [...form, t('outcome.client-refused.checkIdSpelling'), secret]
  }
  const isTried = failure.what === 'other-methods'
  return [
    ...(isUnclear(failure.outcome, settings) ? [t('outcome.client-refused.checkScope')] : []),
    ...form,
    t('outcome.client-refused.checkSpelling'),
    t('outcome.client-refused.checkValid'),
    ...(isTried || hasOtherMethods ? [] : [t('outcome.client-refused.checkWay')]),
    ...(failure.methods?.some(({ isRefused }) => !isRefused) === true
      ? [t('outcome.client-refused.checkOpen', { action: actionName(t, profile) })]
      : []),
  ]
}

function gatewaySteps(
  t: Translate,
  { reason }: Of<'gateway-refused'>,
  endpoint: string,
): readonly string[] {
  switch (reason) {
    case 'blocked':
      return [t('outcome.gateway-refused.checkNetwork'), t('outcome.gateway-refused.checkWhy')]
    case 'no-route':
      return [t('outcome.gateway-refused.checkAddress', { endpoint })]
    case 'api-key':
      return [
        t('outcome.gateway-refused.checkKey'),
        t('outcome.gateway-refused.checkAddress', { endpoint }),
      ]
    case 'network-address':
      return [t('outcome.gateway-refused.checkNetwork'), t('outcome.gateway-refused.checkAllowed')]
    default:
      return assertNever(reason)
  }
}

/** Seconds; of a longer pause nothing more is known. */
const maxPause = 3600

function waitingStep(
  t: Translate,
  { kind, retryAfterSeconds }: Of<'rate-limited' | 'server-trouble'>,
  { at }: FailedRequest,
  moments: Moments,
): string {
  // Some servers send 0 for "I do not know".
  if (retryAfterSeconds === null || retryAfterSeconds === 0) return t(`outcome.${kind}.check`)
  const time = moments.minuteAfter(at + retryAfterSeconds * 1000)
  return retryAfterSeconds < maxPause
    ? t('outcome.waitUntil', { time })
    : t('outcome.waitLong', { time })
}

function answerSteps(
  t: Translate,
  profile: ProfileView,
  outcome: Of<'not-an-oauth-answer'>,
  asked: ReturnType<typeof askedAddress>,
): readonly string[] {
  const { looksLike } = outcome
  const endpoint = t(`outcome.endpoint.${asked.endpoint}`)
  // Single sign-on in the place of a server that worked is the network's.
  const isOfNetwork = looksLike === 'sign-in-address' && hasWorkedBefore(profile)
  if (looksLike === 'sign-in-page' || isOfNetwork) {
    return [
      t('outcome.not-an-oauth-answer.checkSignIn'),
      t('outcome.not-an-oauth-answer.checkSignInAddress', { endpoint }),
    ]
  }
  if (looksLike === 'xml') return [t('outcome.not-an-oauth-answer.checkXml')]
  if (looksLike === 'no-token') return [t('outcome.not-an-oauth-answer.checkNoToken')]
  if (looksLike === 'sign-in-address')
    return [t('outcome.gateway-refused.checkAddress', { endpoint })]
  const check = hasUsualEnd(asked)
    ? t('outcome.not-an-oauth-answer.checkWhole', { endpoint })
    : t('outcome.not-an-oauth-answer.check')
  if (saysOfAddress(outcome) !== null) return [check]
  const checkNetwork = t('outcome.not-an-oauth-answer.checkNetwork')
  return hasWorkedBefore(profile)
    ? [checkNetwork, t('outcome.unreachable.checkDown'), check]
    : [check, checkNetwork]
}

/** Returns true unless the end of a token endpoint may be missing. */
function hasUsualEnd({ endpoint, address }: ReturnType<typeof askedAddress>): boolean {
  if (endpoint !== 'tokenEndpoint' && endpoint !== 'refreshEndpoint') return true
  return URL.canParse(address) && /\/token\/?$/i.test(new URL(address).pathname)
}

/** Networks that want a sign-in point to a computer of their own. */
function isOtherHost(location: string | null, address: string): boolean {
  if (location === null || !URL.canParse(location) || !URL.canParse(address)) return false
  return new URL(location).hostname !== new URL(address).hostname
}
