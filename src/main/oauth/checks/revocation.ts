import type { WayToEnd } from '../../../shared/authorization-servers.ts'
import type { Secrets } from '../../../shared/profile.ts'
import type { ProfileSettings } from '../../../shared/settings/index.ts'
import type { PartEnding } from '../../../shared/token-checks.ts'
import { outcomeWithoutAnswer } from '../errors/refusal-outcome.ts'
import type { Parameter } from '../request/parameters.ts'
import type { ApiResult } from '../response/api-response.ts'
import {
  type CheckContext,
  type CheckRequest,
  clientRequest,
  isSuccess,
  outcomeOfAnswer,
} from './client-request.ts'

/** A token to end. */
export interface TokenToEnd {
  readonly token: string
  /** `token_type_hint`; `null` leaves it out. */
  readonly hint: 'refresh_token' | 'access_token' | null
}

/** Builds the request that ends a token before its time (RFC 7009 §2.1). */
export function buildRevocation(
  settings: ProfileSettings,
  secrets: Secrets,
  way: Extract<WayToEnd, { kind: 'request' }>,
  { token, hint }: TokenToEnd,
): CheckRequest {
  const hints: readonly Parameter[] = hint === null ? [] : [['token_type_hint', hint]]
  return clientRequest(settings, secrets, way, [['token', token], ...hints])
}

/**
 * Interprets the response (RFC 7009 §2.2): any success accepts, also for a token that the server
 * does not know, and its body means nothing.
 */
export function readRevocation(result: ApiResult, context: CheckContext): PartEnding {
  if (result.kind !== 'answer') {
    // The status alone counts.
    if (result.kind === 'too-large' && isSuccess(result)) return { kind: 'accepted' }
    return { kind: 'failed', outcome: outcomeWithoutAnswer(result, context.secrets) }
  }
  if (isSuccess(result)) return { kind: 'accepted' }
  return { kind: 'failed', outcome: outcomeOfAnswer(result, context) }
}

const hintCodes: ReadonlySet<string> = new Set(['unsupported_token_type', 'invalid_request'])

/**
 * Returns true if the server may have misread the hint, which it should only have used to search
 * faster (RFC 7009 §2.1): the request is worth sending once more without it.
 */
export function mayBeTheHint(ending: PartEnding): boolean {
  if (ending.kind !== 'failed' || !('oauthError' in ending.outcome)) return false
  return hintCodes.has(ending.outcome.oauthError?.toLowerCase() ?? '')
}
