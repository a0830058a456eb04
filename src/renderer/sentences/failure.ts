import { assertNever } from '../../shared/assert-never.ts'
import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Translate } from '../language.ts'
import type { Moments } from './moment.ts'
import { providerAdvice } from './provider-advice.ts'

/** A request that did not bring a token, told to its user. */
export interface FailureText {
  readonly title: string
  readonly what: string
  readonly checks: readonly string[]
  /** `null` where nobody has to be asked. */
  readonly ask: string | null
  /** The field's own word for it, such as `invalid_client · HTTP 401`. */
  readonly term: string | null
}

export type FailedOutcome = Exclude<Outcome, { kind: 'obtained' | 'cancelled' }>

export function isFailed(outcome: Outcome): outcome is FailedOutcome {
  return outcome.kind !== 'obtained' && outcome.kind !== 'cancelled'
}

interface Circumstances {
  readonly presetId: string
  /** When the answer came. */
  readonly at: Instant
  readonly moments: Moments
}

export function failureText(
  t: Translate,
  outcome: FailedOutcome,
  { presetId, at, moments }: Circumstances,
): FailureText {
  const advice = providerAdvice(t, presetId, outcome.kind)
  return {
    title: t(`outcome.${outcome.kind}.title`),
    what: whatHappened(t, outcome),
    checks: [...generalChecks(t, outcome, at, moments), ...advice.checks],
    ask: outcome.kind === 'needs-sign-in' ? null : whomToAsk(t, advice.ask),
    term: termOf(t, outcome),
  }
}

function whomToAsk(t: Translate, helper: string | null): string {
  const general = t('outcome.askGeneral')
  return helper === null ? general : `${helper} ${general}`
}

function whatHappened(t: Translate, outcome: FailedOutcome): string {
  switch (outcome.kind) {
    case 'unreachable':
      return t(`outcome.unreachable.what.${outcome.reason}`)
    case 'certificate-not-trusted':
      return t(`outcome.certificate-not-trusted.what.${outcome.problem}`)
    case 'not-an-oauth-answer':
      return t(`outcome.not-an-oauth-answer.what.${outcome.looksLike}`)
    case 'unsafe-answer':
      return t(`outcome.unsafe-answer.what.${outcome.reason}`)
    case 'moved':
      return outcome.location === null
        ? t('outcome.moved.what')
        : t('outcome.moved.whatTo', { location: outcome.location })
    case 'client-refused':
    case 'user-refused':
    case 'needs-sign-in':
    case 'grant-not-allowed':
    case 'scope-refused':
    case 'bad-request':
    case 'rate-limited':
    case 'server-trouble':
      return t(`outcome.${outcome.kind}.what`)
    default:
      return assertNever(outcome)
  }
}

function generalChecks(
  t: Translate,
  outcome: FailedOutcome,
  at: Instant,
  moments: Moments,
): readonly string[] {
  switch (outcome.kind) {
    case 'client-refused':
      return [
        t('outcome.client-refused.checkSpelling'),
        t('outcome.client-refused.checkAuthentication'),
      ]
    case 'user-refused':
      return [
        t('outcome.user-refused.checkSpelling'),
        t('outcome.user-refused.checkElsewhere'),
        t('outcome.user-refused.checkRepeat'),
      ]
    case 'unreachable':
      return [t('outcome.unreachable.checkNetwork'), t('outcome.unreachable.checkAddress')]
    case 'certificate-not-trusted':
      return [
        t('outcome.certificate-not-trusted.checkClock'),
        t('outcome.certificate-not-trusted.checkCompany'),
      ]
    case 'not-an-oauth-answer':
      return [t('outcome.not-an-oauth-answer.check'), t('outcome.not-an-oauth-answer.checkNetwork')]
    case 'rate-limited':
      return outcome.retryAfterSeconds === null
        ? [t('outcome.rate-limited.check')]
        : [
            t('outcome.waitUntil', {
              moment: moments.short(at + outcome.retryAfterSeconds * 1000),
            }),
          ]
    case 'needs-sign-in':
    case 'grant-not-allowed':
    case 'scope-refused':
    case 'bad-request':
    case 'server-trouble':
    case 'moved':
    case 'unsafe-answer':
      return [t(`outcome.${outcome.kind}.check`)]
    default:
      return assertNever(outcome)
  }
}

function termOf(t: Translate, outcome: FailedOutcome): string | null {
  if (outcome.kind === 'unreachable') return null
  if (outcome.kind === 'certificate-not-trusted') return t('outcome.certificate-not-trusted.term')
  const http = t('outcome.http', { status: outcome.status })
  const word = 'oauthError' in outcome ? outcome.oauthError : null
  return word === null ? http : `${word} · ${http}`
}
