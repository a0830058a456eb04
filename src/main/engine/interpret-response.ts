import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'
import { isVagueCode } from '../oauth/errors/error-texts.ts'
import { shownPlace } from '../oauth/errors/shown-evidence.ts'
import { endpointOf, isRefresh } from '../oauth/request/token-request.ts'
import { readTokenResponse, type TokenReading } from '../oauth/response/token-response.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { HttpResult } from './ports.ts'
import { namedSecrets } from './profile-secrets.ts'
import type { PlannedExchange, TokenRun } from './run-exchanges.ts'

type Answer = Extract<HttpResult, { kind: 'answer' }>
type Context = Parameters<typeof readTokenResponse>[1]

/**
 * Returns true if the exchange refreshes a token that the server issued to the same client, with
 * the same authentication and parameters: then only the refresh token can have become invalid.
 */
function isUnchangedRefresh({ sealed }: TokenRun, { grant, settings }: PlannedExchange): boolean {
  const { token, secretsRevision } = sealed
  return (
    isRefresh(grant) &&
    token !== null &&
    grant.refreshToken === token.refreshToken &&
    token.fingerprint === fingerprintOf(settings, secretsRevision)
  )
}

/** Returns true for an outcome that names neither client, user, scope nor grant. */
function isUnexplained(outcome: Outcome): boolean {
  if (outcome.kind === 'not-an-oauth-answer') return outcome.looksLike === 'web-page'
  return outcome.kind === 'bad-request' && isVagueCode(outcome.oauthError)
}

/** Returns true if a server responds with 400 or 401 without a reason. */
function isUnexplainedRefusal(answer: Answer, outcome: Outcome, context: Context): boolean {
  if (answer.status !== 400 && answer.status !== 401) return false
  if (answer.status === 400 || outcome.kind !== 'client-refused') return isUnexplained(outcome)
  const isDocumented = context.rules.some(
    ({ status, grantType }) =>
      status === 401 && grantType !== undefined && grants[grantType].purpose === 'refreshing',
  )
  // Only the status is about the client. Read as a 400, the response shows what its text is about.
  const words = readTokenResponse({ ...answer, status: 400 }, context)
  return !isDocumented && words.kind === 'no-token' && isUnexplained(words.outcome)
}

/**
 * Interprets the response of an exchange. RFC 6749 §5.2 requires `invalid_grant` for an invalid
 * refresh token, but many servers send a bare 400 or 401, `invalid_request` or a page.
 * Nothing is deleted because of that: the next token of any grant resets it.
 */
function readAnswer(
  answer: Answer,
  tokenRun: TokenRun,
  exchange: PlannedExchange,
  context: Context,
): TokenReading {
  const reading = readTokenResponse(answer, context)
  if (reading.kind === 'token' || !isUnchangedRefresh(tokenRun, exchange)) return reading
  const { outcome } = reading
  if (!isUnexplainedRefusal(answer, outcome, context)) return reading
  const oauthError = 'oauthError' in outcome ? outcome.oauthError : null
  return {
    kind: 'no-token',
    outcome: { kind: 'needs-sign-in', status: answer.status, oauthError },
  }
}

/** Returns the secrets that a response may repeat and that must not be shown. */
function secretsOf({ sealed }: TokenRun, { grant }: PlannedExchange): string[] {
  const sent = isRefresh(grant) ? [grant.refreshToken] : []
  return [...namedSecrets(sealed).map(({ value }) => value), ...sent]
}

/** Interprets the result of the HTTP port for an exchange, as it arrived at `now`. */
export function readResult(
  result: HttpResult,
  tokenRun: TokenRun,
  exchange: PlannedExchange,
  now: Instant,
  rules: readonly RefusalRule[],
): TokenReading {
  const { kind: grantType } = exchange.grant
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
