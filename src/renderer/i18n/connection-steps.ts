import { assertNever } from '../../shared/assert-never.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import { type FailedOutcome, hasWorkedBefore } from './failed-request.ts'

type Of<Kind extends FailedOutcome['kind']> = Extract<FailedOutcome, { kind: Kind }>

/**
 * Lists the steps after a request without an answer. The address is checked letter by letter only
 * where it never brought a token. `endpoint` is the name of the address in a sentence.
 */
export function unreachableSteps(
  t: Translate,
  profile: ProfileView,
  reason: Of<'unreachable'>['reason'],
  endpoint: string,
): readonly string[] {
  return hasWorkedBefore(profile)
    ? workedBeforeSteps(t, reason, endpoint)
    : connectionSteps(t, reason, endpoint)
}

function workedBeforeSteps(
  t: Translate,
  reason: Of<'unreachable'>['reason'],
  endpoint: string,
): readonly string[] {
  const checkNetwork = t('outcome.unreachable.checkNetwork')
  const checkDown = t('outcome.unreachable.checkDown')
  switch (reason) {
    case 'connection-refused':
    case 'connection-lost':
    case 'timeout':
    case 'no-secure-connection':
      return [checkDown, checkNetwork]
    case 'name-not-found':
    case 'other':
      return [checkNetwork, checkDown]
    case 'proxy':
    case 'offline':
    case 'client-certificate':
      return connectionSteps(t, reason, endpoint)
    default:
      return assertNever(reason)
  }
}

function connectionSteps(
  t: Translate,
  reason: Of<'unreachable'>['reason'],
  endpoint: string,
): readonly string[] {
  switch (reason) {
    case 'name-not-found':
      return [
        t('outcome.unreachable.checkAddress', { endpoint }),
        t('outcome.unreachable.checkNetwork'),
      ]
    case 'connection-refused':
    case 'no-secure-connection':
      return [
        t('outcome.unreachable.checkAddress', { endpoint }),
        t('outcome.unreachable.checkPort'),
        t('outcome.unreachable.checkNetwork'),
      ]
    case 'connection-lost':
    case 'timeout':
      return [t('outcome.unreachable.checkAgain'), t('outcome.unreachable.checkNetwork')]
    case 'proxy':
      return [t('outcome.unreachable.checkProxy')]
    case 'client-certificate':
      return [t('outcome.unreachable.checkCertificate', { endpoint })]
    case 'offline':
      return [t('outcome.unreachable.checkOffline')]
    case 'other':
      return [
        t('outcome.unreachable.checkNetwork'),
        t('outcome.unreachable.checkAddress', { endpoint }),
      ]
    default:
      return assertNever(reason)
  }
}

/** Lists the steps after a certificate that was refused; `moment` is the time of this computer. */
export function certificateSteps(
  t: Translate,
  profile: ProfileView,
  { problem }: Of<'certificate-not-trusted'>,
  moment: string,
  endpoint: string,
): readonly string[] {
  const clock = t('outcome.certificate-not-trusted.checkClock', { moment })
  switch (problem) {
    case 'expired':
      return [clock]
    case 'wrong-host':
      return [
        ...(hasWorkedBefore(profile)
          ? []
          : [t('outcome.certificate-not-trusted.checkHost', { endpoint })]),
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
