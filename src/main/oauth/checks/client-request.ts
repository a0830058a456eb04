import type { Outcome } from '../../../shared/outcome.ts'
import { type SecretName, type Secrets, secretsToSend } from '../../../shared/profile.ts'
import type { ProfileSettings } from '../../../shared/settings/index.ts'
import { clientParameters } from '../client-authentication/index.ts'
import { outcomeOfRefusal } from '../errors/refusal-outcome.ts'
import type { Parameter } from '../request/parameters.ts'
import { authenticatedRequest, extraHeaders } from '../request/token-request.ts'
import type { ApiResult } from '../response/api-response.ts'
import { readBody } from '../response/response-body.ts'
import { errorIn } from '../response/token-response.ts'

/** A request about a token, ready to be sent (the engine's `HttpRequest`). */
export interface CheckRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const isAlways = ({ sentWith }: { readonly sentWith: string }) => sentWith === 'always'

/** Returns the secrets that a request about a token sends. */
export function secretsOfChecks({
  client,
  grant,
  request,
}: ProfileSettings): readonly SecretName[] {
  const always = { extraParameters: [], extraHeaders: request.extraHeaders.filter(isAlways) }
  return secretsToSend({ client, grant, request: always }, 'authorizing')
}

/** Returns the extra headers that every request has, such as the key of a gateway. */
export function headersOfChecks(
  { request }: ProfileSettings,
  secrets: Secrets,
): Readonly<Record<string, string>> {
  const always = { ...request, extraHeaders: request.extraHeaders.filter(isAlways) }
  return extraHeaders({ request: always }, secrets, 'authorizing')
}

/**
 * Builds a request of a client about a token: a form, with the client authenticated as at the token
 * endpoint (RFC 7009 §2.1, RFC 7662 §2.1). A client without a secret names itself in the body.
 * Throws, as a bug, if one of `secretsOfChecks` is missing.
 */
export function clientRequest(
  settings: ProfileSettings,
  secrets: Secrets,
  { method, address }: { readonly method: 'POST' | 'DELETE'; readonly address: string },
  parameters: readonly Parameter[],
): CheckRequest {
  const ofClient = clientParameters(settings.client, secrets)
  const request = authenticatedRequest(settings, secrets, {
    address,
    headers: headersOfChecks(settings, secrets),
    bodyFormat: 'form',
    parameters: [...parameters, ...ofClient],
    // SECURITY: the token stays out of the address, which servers log.
    open: ofClient,
  })
  return { ...request, method }
}

export interface CheckContext {
  readonly now: number
  /** Values that a server may have echoed and that must never be shown. */
  readonly secrets: readonly string[]
}

type Answer = Extract<ApiResult, { kind: 'answer' }>

export const isSuccess = ({ status }: { readonly status: number }) => status >= 200 && status < 300

/** Returns the outcome of a response that refuses, by the rules for token endpoints. */
export function outcomeOfAnswer(answer: Answer, { now, secrets }: CheckContext): Outcome {
  const { status, headers } = answer
  const body = readBody(answer)
  const refusal = { status, headers, body, error: errorIn(body, isSuccess(answer)) }
  // Such a request has no grant of its own: it is the client that asks.
  return outcomeOfRefusal(refusal, { grantType: 'clientCredentials', now, rules: [], secrets })
}
