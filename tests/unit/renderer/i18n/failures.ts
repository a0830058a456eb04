import type { FailedOutcome, FailedRequest } from '../../../../src/renderer/i18n/failed-request.ts'
import {
  answerLooks,
  certificateProblems,
  doubts,
  gatewayReasons,
  portProblems,
  refusalCauses,
  unreachableReasons,
  unsafeAnswers,
} from '../../../../src/shared/outcome.ts'
import { noon } from '../../../support/profiles/views.ts'

const refusal = { status: 401, oauthError: 'invalid_client' }

/** Every outcome that is a failure, with each kind of evidence that it can carry. */
export const everyFailure: readonly FailedOutcome[] = [
  { kind: 'client-refused', ...refusal },
  { kind: 'user-refused', ...refusal },
  { kind: 'needs-sign-in', ...refusal },
  { kind: 'grant-not-allowed', ...refusal },
  { kind: 'scope-refused', ...refusal },
  { kind: 'bad-request', ...refusal },
  ...(['rate-limited', 'server-trouble'] as const).flatMap((kind) =>
    [null, 0, 90].map((retryAfterSeconds) => ({ kind, ...refusal, retryAfterSeconds }) as const),
  ),
  ...gatewayReasons.map((reason) => ({ kind: 'gateway-refused', ...refusal, reason }) as const),
  { kind: 'moved', status: 307, location: null },
  { kind: 'moved', status: 307, location: 'https://elsewhere.example/token' },
  ...unreachableReasons.map((reason) => ({ kind: 'unreachable', reason }) as const),
  ...certificateProblems.map((problem) => ({ kind: 'certificate-not-trusted', problem }) as const),
  ...answerLooks.map(
    (looksLike) => ({ kind: 'not-an-oauth-answer', status: 200, looksLike }) as const,
  ),
  { kind: 'not-an-oauth-answer', status: 403, looksLike: 'web-page' },
  { kind: 'not-an-oauth-answer', status: 404, looksLike: 'nothing' },
  { kind: 'not-an-oauth-answer', status: 405, looksLike: 'something-else' },
  ...refusalCauses.map((cause) => ({ kind: 'bad-request', ...refusal, cause }) as const),
  ...unsafeAnswers.map((reason) => ({ kind: 'unsafe-answer', status: 200, reason }) as const),
  { kind: 'denied', oauthError: 'access_denied' },
  { kind: 'sign-in-expired' },
  { kind: 'port-unavailable', port: 17842 },
  ...portProblems.map((reason) => ({ kind: 'port-unavailable', port: 17842, reason }) as const),
  ...doubts.map((doubt) => ({ kind: 'not-believed', doubt }) as const),
]

export const failedWith = (
  outcome: FailedOutcome,
  over: Partial<FailedRequest> = {},
): FailedRequest => ({ at: noon, what: 'obtain', by: 'user', outcome, ...over })
