import type { Instant } from '../../shared/clock.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'
import { shownPlace } from '../oauth/errors/shown-evidence.ts'
import { endpointOf } from '../oauth/request/token-request.ts'
import { readTokenResponse, type TokenReading } from '../oauth/response/token-response.ts'
import type { HttpResult } from './ports.ts'
import type { PlannedExchange, TokenRun } from './token-run.ts'
import { readAnswer } from './unexplained-refusal.ts'

/** Everything a server may have echoed and nobody may see. */
function secretsOf({ sealed }: TokenRun, { grant }: PlannedExchange): string[] {
  const { secrets, token } = sealed
  const tokens = token === null ? [] : [token.accessToken, token.refreshToken]
  const sent = grant.grantType === 'refresh_token' ? grant.refreshToken : null
  return [...Object.values(secrets), ...tokens, sent].filter((value) => typeof value === 'string')
}

/** What a result of the HTTP port means for a leg. */
export function readResult(
  result: HttpResult,
  tokenRun: TokenRun,
  exchange: PlannedExchange,
  now: Instant,
  rules: readonly RefusalRule[],
): TokenReading {
  const { grantType } = exchange.grant
  const address = endpointOf(exchange.settings, exchange.grant)
  const context = { grantType, now, secrets: secretsOf(tokenRun, exchange), rules, address }
  if (result.kind === 'answer') return readAnswer(result, tokenRun, exchange, context)
  if (result.kind === 'too-large') {
    return readTokenResponse({ status: result.status, headers: {}, body: 'too-large' }, context)
  }
  if (result.kind === 'moved') {
    const location = shownPlace(result.location ?? undefined, context.secrets)
    return { kind: 'no-token', outcome: { ...result, location } }
  }
  if (!('mayHaveArrived' in result)) return { kind: 'no-token', outcome: result }
  const { mayHaveArrived: _, ...outcome } = result
  return { kind: 'no-token', outcome }
}
