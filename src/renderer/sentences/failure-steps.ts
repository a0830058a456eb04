import { assertNever } from '../../shared/assert-never.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import {
  askedAddress,
  type FailedOutcome,
  type FailedRequest,
  mayPass,
  saysOfAddress,
} from './failed-request.ts'
import type { Moments } from './moment.ts'

type Of<Kind extends FailedOutcome['kind']> = Extract<FailedOutcome, { kind: Kind }>

/** What a user can do after a failure, the likeliest help first. */
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

/** At an address that worked before, the network is the likeliest to have answered instead. */
function networkFirst(
  t: Translate,
  { waitsForNetwork }: ProfileView,
  { outcome }: FailedRequest,
  steps: readonly string[],
): readonly string[] {
  if (!waitsForNetwork || outcome.kind === 'unreachable') return steps
  const first = t('outcome.certificate-not-trusted.checkNetwork')
  const alike = new Set<string>([
    first,
    t('outcome.moved.checkNetwork'),
    t('outcome.not-an-oauth-answer.checkNetwork'),
    t('outcome.not-an-oauth-answer.checkSignIn'),
  ])
  return [first, ...steps.filter((step) => !alike.has(step))]
}

function stepsOf(
  t: Translate,
  profile: ProfileView,
  failure: FailedRequest,
  moments: Moments,
): readonly string[] {
  const { outcome } = failure
  switch (outcome.kind) {
    case 'client-refused':
      return [
        t('outcome.client-refused.checkSpelling'),
        t('outcome.client-refused.checkValid'),
        ...(failure.what === 'other-ways' || profile.hasOtherWays
          ? []
          : [t('outcome.client-refused.checkWay')]),
      ]
    case 'user-refused':
      return [
        t('outcome.user-refused.checkSpelling'),
        t('outcome.user-refused.checkElsewhere'),
        t('outcome.user-refused.checkRepeat'),
      ]
    case 'needs-sign-in':
      return profile.settings.grantType === 'refresh_token'
        ? [t('outcome.needs-sign-in.checkGiven')]
        : [t('outcome.needs-sign-in.check')]
    case 'scope-refused':
      return [t('outcome.scope-refused.check'), ...targetSteps(t, profile)]
    case 'bad-request':
      return isRenewal(profile, failure)
        ? [t('outcome.getAnew')]
        : [t('outcome.bad-request.check'), ...bodySteps(t, profile), ...targetSteps(t, profile)]
    case 'rate-limited':
    case 'server-trouble':
      return [waitingStep(t, outcome, failure, moments)]
    case 'unreachable':
      return isDoubtful(profile, failure)
        ? [t('outcome.unreachable.checkDoubtful'), ...connectionSteps(t, outcome.reason)]
        : connectionSteps(t, outcome.reason)
    case 'certificate-not-trusted':
      return certificateSteps(t, outcome, moments.exact(failure.at))
    case 'not-an-oauth-answer':
      return answerSteps(t, outcome, askedAddress(profile, failure).address)
    case 'grant-not-allowed':
      return profile.settings.grantType === 'password'
        ? [t('outcome.grant-not-allowed.check'), t('outcome.grant-not-allowed.checkSecondProof')]
        : [t('outcome.grant-not-allowed.check')]
    case 'moved':
      return isOtherHost(outcome.location, askedAddress(profile, failure).address)
        ? [t('outcome.moved.check'), t('outcome.moved.checkNetwork')]
        : [t('outcome.moved.check')]
    case 'unsafe-answer':
      return [t('outcome.unsafe-answer.check')]
    default:
      return assertNever(outcome)
  }
}

/**
 * Whether the answer to a renewal was lost once too often: the server may have used up
 * the refresh token (RFC 6749 §6 lets it), and nobody here knows.
 */
function isDoubtful({ needsSignIn }: ProfileView, { what }: FailedRequest): boolean {
  return needsSignIn && what === 'refresh'
}

/** Whether less was sent than "Get token" sends: no user name, no password, perhaps no scope. */
export function isRenewal({ settings }: ProfileView, { what }: FailedRequest): boolean {
  return what === 'refresh' && settings.grantType !== 'refresh_token'
}

function targetSteps(t: Translate, { settings }: ProfileView): readonly string[] {
  const hasTarget = settings.audience !== '' || settings.resource !== ''
  return hasTarget ? [t('outcome.checkTarget')] : []
}

function bodySteps(t: Translate, { settings }: ProfileView): readonly string[] {
  const isOpenToAll = settings.presetId === 'any-server'
  return isOpenToAll && settings.bodyFormat === 'form' ? [t('outcome.bad-request.checkJson')] : []
}

/** Seconds; of a longer pause nothing more is known. */
const longestPause = 3600

function waitingStep(
  t: Translate,
  { kind, retryAfterSeconds }: Of<'rate-limited' | 'server-trouble'>,
  { at }: FailedRequest,
  moments: Moments,
): string {
  // Some servers send 0 for "I do not know".
  if (retryAfterSeconds === null || retryAfterSeconds === 0) return t(`outcome.${kind}.check`)
  const time = moments.minuteAfter(at + retryAfterSeconds * 1000)
  return retryAfterSeconds < longestPause
    ? t('outcome.waitUntil', { time })
    : t('outcome.waitLong', { time })
}

function answerSteps(
  t: Translate,
  outcome: Of<'not-an-oauth-answer'>,
  address: string,
): readonly string[] {
  if (outcome.looksLike === 'sign-in-page') {
    return [
      t('outcome.not-an-oauth-answer.checkSignIn'),
      t('outcome.not-an-oauth-answer.checkSignInAddress'),
    ]
  }
  const check = hasUsualEnd(address)
    ? t('outcome.not-an-oauth-answer.checkWhole')
    : t('outcome.not-an-oauth-answer.check')
  return saysOfAddress(outcome) === null
    ? [check, t('outcome.not-an-oauth-answer.checkNetwork')]
    : [check]
}

const hasUsualEnd = (address: string) =>
  URL.canParse(address) && /\/token\/?$/i.test(new URL(address).pathname)

/** Networks that want a sign-in point to a computer of their own. */
function isOtherHost(location: string | null, address: string): boolean {
  if (location === null || !URL.canParse(location) || !URL.canParse(address)) return false
  return new URL(location).hostname !== new URL(address).hostname
}

function connectionSteps(t: Translate, reason: Of<'unreachable'>['reason']): readonly string[] {
  switch (reason) {
    case 'name-not-found':
      return [t('outcome.unreachable.checkAddress'), t('outcome.unreachable.checkNetwork')]
    case 'connection-refused':
    case 'no-secure-connection':
      return [
        t('outcome.unreachable.checkAddress'),
        t('outcome.unreachable.checkPort'),
        t('outcome.unreachable.checkNetwork'),
      ]
    case 'connection-lost':
    case 'timeout':
      return [t('outcome.unreachable.checkAgain'), t('outcome.unreachable.checkNetwork')]
    case 'proxy':
      return [t('outcome.unreachable.checkProxy')]
    case 'offline':
      return [t('outcome.unreachable.checkOffline')]
    case 'other':
      return [t('outcome.unreachable.checkNetwork'), t('outcome.unreachable.checkAddress')]
    default:
      return assertNever(reason)
  }
}

function certificateSteps(
  t: Translate,
  { problem }: Of<'certificate-not-trusted'>,
  moment: string,
): readonly string[] {
  const clock = t('outcome.certificate-not-trusted.checkClock', { moment })
  switch (problem) {
    case 'expired':
      return [clock]
    case 'wrong-host':
      return [
        t('outcome.certificate-not-trusted.checkHost'),
        t('outcome.certificate-not-trusted.checkNetwork'),
      ]
    case 'unknown-issuer':
      return [
        t('outcome.certificate-not-trusted.checkCompany'),
        t('outcome.certificate-not-trusted.checkNetwork'),
      ]
    case 'other':
      return [clock, t('outcome.certificate-not-trusted.checkCompany')]
    default:
      return assertNever(problem)
  }
}
