import type { Outcome } from '../../../shared/outcome.ts'
import type { AnswerContext } from '../errors/refusal-outcome.ts'
import { outcomeOfRefusal } from '../errors/refusal-outcome.ts'
import { shownCode } from '../errors/shown-evidence.ts'
import { readBody, type TokenAnswer } from '../response/response-body.ts'
import { readTokenResponse } from '../response/token-response.ts'
import { isIssuer, isSame } from './issuer.ts'

/** The values that the response to an authorization request must agree with. */
export interface ExpectedResponse {
  readonly state: string
  /** The issuer of the settings; `null`: unknown. */
  readonly issuer: string | null
  /** The server announced that it names its issuer (RFC 9207 §3). */
  readonly expectsIssuer: boolean
  /** For refusals, as those of the token endpoint. */
  readonly context: AnswerContext
}

/** The response to an authorization request (RFC 6749 §4.1.2), or the outcome that it means. */
export type AuthorizationResponse =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }

/** Characters. Codes of Entra ID have over a thousand. */
const maxCodeLength = 16_000
const maxTextLength = 4000

/** The status of a redirect, under which all its errors come. */
const status = 302

const outcome = (outcome: Outcome): AuthorizationResponse => ({ kind: 'outcome', outcome })
const isRepeated = (parameters: URLSearchParams, name: string) => parameters.getAll(name).length > 1

/**
 * Returns true for a response to this very request: it has its `state` (RFC 6749 §10.12), once, and
 * a code or an error. Any other leaves the wait as it is.
 */
export function isResponse(parameters: URLSearchParams, state: string): boolean {
  const [given = '', ...more] = parameters.getAll('state')
  const hasAnswer = parameters.has('code') || parameters.has('error')
  return isSame(given, state) && more.length === 0 && hasAnswer
}

/** Returns the error code of a response without a `state`, which some servers send. */
export function errorWithoutState(
  parameters: URLSearchParams,
  secrets: readonly string[],
): string | null {
  if (parameters.has('state')) return null
  return shownCode(parameters.get('error'), secrets)
}

/**
 * Returns true unless the response is of another server (RFC 9207 §2.4): then its `error` is not
 * believed either.
 */
function isFromIssuer(
  parameters: URLSearchParams,
  { issuer, expectsIssuer }: ExpectedResponse,
): boolean {
  const named = parameters.get('iss')
  if (named === null) return !expectsIssuer
  return issuer === null || isIssuer(issuer, named)
}

/** The kinds of refusal that only a request to a token endpoint can have. */
const ofTokenEndpoint: ReadonlySet<Outcome['kind']> = new Set([
  'moved',
  'unreachable',
  'gateway-refused',
  'not-an-oauth-answer',
])

/** Returns the outcome of an error in a redirect (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6). */
function outcomeOfError(parameters: URLSearchParams, context: AnswerContext): Outcome {
  const code = parameters.get('error') ?? ''
  const names = ['error_description', 'error_subcode', 'error_reason']
  const texts = names.flatMap((name) => parameters.getAll(name)).filter((text) => text !== '')
  const error = { code, texts: [code, ...texts.map((text) => text.slice(0, maxTextLength))] }
  const body = {
    kind: 'unreadable',
    looksLike: 'something-else',
    text: '',
    from: 'server',
  } as const
  // As a refusal of the token endpoint, of which 400 is the usual status (§5.2).
  const read = outcomeOfRefusal({ status: 400, headers: {}, body, error }, context)
  const cause = 'cause' in read ? read.cause : undefined
  const isOwnChoice = cause === undefined || cause === 'consent-required'
  const oauthError = shownCode(code, context.secrets)
  if (code === 'access_denied' && isOwnChoice) return { kind: 'denied', oauthError }
  if (code === 'unsupported_response_type') return { kind: 'grant-not-allowed', status, oauthError }
  if (ofTokenEndpoint.has(read.kind)) return { kind: 'bad-request', status, oauthError }
  return 'status' in read ? { ...read, status } : read
}

/** The `prompt` that a refusal asks for (OpenID Connect Core §3.1.2.6 and §3.1.2.1). */
const promptsByError: ReadonlyMap<string, string> = new Map([
  ['login_required', 'login'],
  ['interaction_required', 'login'],
  ['account_selection_required', 'select_account'],
  ['consent_required', 'consent'],
])

/**
 * Returns the `prompt` of the sign-in after one that ended with `last`; `null` if that was no
 * redirect, or one that asked for nothing. The same request would be refused again.
 */
export function promptAfter(last: Outcome | null): string | null {
  if (last?.kind !== 'needs-sign-in' || last.status !== status) return null
  return promptsByError.get(last.oauthError?.toLowerCase() ?? '') ?? null
}

/** RFC 6749 appendix A.11 */
const isCode = (code: string) => /^[\x20-\x7e]+$/.test(code) && code.length <= maxCodeLength

/**
 * Reads a response that `isResponse` accepts, or that the user pasted. A parameter that stands in it
 * twice is not believed (RFC 6749 §3.1).
 */
export function readAuthorizationResponse(
  parameters: URLSearchParams,
  expected: ExpectedResponse,
): AuthorizationResponse {
  if (isRepeated(parameters, 'iss') || !isFromIssuer(parameters, expected)) {
    return outcome({ kind: 'not-believed', doubt: 'issuer' })
  }
  if (isRepeated(parameters, 'code') || isRepeated(parameters, 'error')) {
    return outcome({ kind: 'unsafe-answer', status, reason: 'repeated-key' })
  }
  if (parameters.has('error')) return outcome(outcomeOfError(parameters, expected.context))
  const code = parameters.get('code') ?? ''
  if (code === '') {
    return outcome({ kind: 'not-an-oauth-answer', status, looksLike: 'nothing' })
  }
  return isCode(code)
    ? { kind: 'code', code }
    : outcome({ kind: 'unsafe-answer', status, reason: 'token-characters' })
}

/** RFC 9126 §2.2 */
export type PushedReading =
  | {
      readonly kind: 'pushed'
      readonly requestUri: string
      /** Whole seconds; `null`: the server named none. */
      readonly expiresIn: number | null
    }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }

const maxRequestUriLength = 4000

/** A URI (RFC 3986 §2) of a length that fits into an address. */
const isRequestUri = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxRequestUriLength && /^[\x21-\x7e]+$/.test(value)

/**
 * Reads the response to a pushed authorization request. Anything but a `request_uri` is read as a
 * refusal of the token endpoint is (RFC 9126 §2.3). Never throws.
 */
export function readPushedResponse(answer: TokenAnswer, context: AnswerContext): PushedReading {
  const { status: answered } = answer
  const body = readBody(answer)
  const isSuccess = answered >= 200 && answered < 300
  if (isSuccess && body.kind === 'fields' && !body.fields.has('error')) {
    const requestUri = body.fields.get('request_uri')
    if (isRequestUri(requestUri) && !body.repeated.has('request_uri')) {
      const life = Number(body.fields.get('expires_in') ?? Number.NaN)
      return { kind: 'pushed', requestUri, expiresIn: life > 0 ? Math.floor(life) : null }
    }
  }
  const reading = readTokenResponse(answer, context)
  if (reading.kind === 'no-token') return { kind: 'outcome', outcome: reading.outcome }
  const looksLike = 'something-else'
  return { kind: 'outcome', outcome: { kind: 'not-an-oauth-answer', status: answered, looksLike } }
}
