import type { Outcome } from '../../../shared/outcome.ts'
import type { AnswerContext } from '../errors/refusal-outcome.ts'
import { readBody, type TokenAnswer } from '../response/response-body.ts'
import { readTokenResponse } from '../response/token-response.ts'

/** RFC 9126 §2.2 */
export type PushedReading =
  | {
      readonly kind: 'pushed'
      readonly requestUri: string
      /** Whole seconds; `null`: the server named none. */
      readonly expiresIn: number | null
    }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }

const maxLength = 4000

/** A URI (RFC 3986 §2) of a length that fits into an address. */
const isRequestUri = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxLength && /^[\x21-\x7e]+$/.test(value)

/**
 * Reads the response to a pushed authorization request. Anything but a `request_uri` is read as a
 * refusal of the token endpoint is (RFC 9126 §2.3). Never throws.
 */
export function readPushedResponse(answer: TokenAnswer, context: AnswerContext): PushedReading {
  const { status } = answer
  const body = readBody(answer)
  const isSuccess = status >= 200 && status < 300
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
  return { kind: 'outcome', outcome: { kind: 'not-an-oauth-answer', status, looksLike } }
}
