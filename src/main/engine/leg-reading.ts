import type { Instant } from '../../shared/clock.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'
import { shownPlace } from '../oauth/shown-evidence.ts'
import { endpointOf } from '../oauth/token-request.ts'
import { readTokenResponse, type TokenReading } from '../oauth/token-response.ts'
import type { Flight, Leg } from './flight.ts'
import type { HttpResult } from './ports.ts'
import { readAnswer } from './unexplained-refusal.ts'

/** Everything a server may have echoed and nobody may see. */
function secretsOf({ sealed }: Flight, { grant }: Leg): string[] {
  const { secrets, token } = sealed
  const tokens = token === null ? [] : [token.accessToken, token.refreshToken]
  const sent = grant.grantType === 'refresh_token' ? grant.refreshToken : null
  return [...Object.values(secrets), ...tokens, sent].filter((value) => typeof value === 'string')
}

/** What a result of the HTTP port means for a leg. */
export function readResult(
  result: HttpResult,
  flight: Flight,
  leg: Leg,
  now: Instant,
  rules: readonly RefusalRule[],
): TokenReading {
  const { grantType } = leg.grant
  const address = endpointOf(leg.settings, leg.grant)
  const context = { grantType, now, secrets: secretsOf(flight, leg), rules, address }
  if (result.kind === 'answer') return readAnswer(result, flight, leg, context)
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
