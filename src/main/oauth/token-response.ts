import type { Instant } from '../../shared/clock.ts'
import { type Deviation, deviations, type Outcome } from '../../shared/outcome.ts'
import { type BodyReading, readBody, type TokenAnswer } from './answer-body.ts'
import { type AnswerContext, outcomeOfRefusal } from './oauth-error.ts'
import { serverErrorIn } from './server-error.ts'
import { isSafeToken, readRefreshToken, readScope, readTokenType } from './token-fields.ts'
import { readExpiresIn } from './token-life.ts'
import { findTokenMembers } from './token-members.ts'

/** A token as the server described it. */
export interface IssuedToken {
  readonly accessToken: string
  readonly tokenType: string
  readonly refreshToken: string | null
  /** `null`: the server did not say. */
  readonly scope: readonly string[] | null
  /** Whole seconds; `null`: the server did not say. */
  readonly expiresIn: number | null
}

export type TokenReading =
  | {
      readonly kind: 'token'
      readonly token: IssuedToken
      /** In the order of the list in `shared/outcome.ts`, each once. */
      readonly deviations: readonly Deviation[]
    }
  | { readonly kind: 'no-token'; readonly outcome: Outcome }

type Fields = Extract<BodyReading, { kind: 'fields' }>

const noToken = (outcome: Outcome): TokenReading => ({ kind: 'no-token', outcome })

function readSuccess(body: Fields, status: number, now: Instant): TokenReading {
  const unsafe = (reason: 'repeated-key' | 'token-type' | 'token-characters') =>
    noToken({ kind: 'unsafe-answer', status, reason })
  const found = findTokenMembers({ members: body.fields, repeated: body.repeated }, body.data)
  if (found === 'contradiction') return unsafe('repeated-key')
  const { values } = found
  const accessToken = values.get('access_token')
  if (typeof accessToken !== 'string' || accessToken === '') {
    return noToken({ kind: 'not-an-oauth-answer', status, looksLike: 'something-else' })
  }
  const tokenType = readTokenType(values.get('token_type'))
  if (tokenType === null) return unsafe('token-type')
  const refreshToken = readRefreshToken(values.get('refresh_token'))
  if (!isSafeToken(accessToken)) return unsafe('token-characters')
  if (refreshToken.value !== null && !isSafeRefreshToken(refreshToken.value)) {
    return unsafe('token-characters')
  }
  const scope = readScope(values.get('scope'))
  const beside = new Map([...body.fields, ...(body.data?.members ?? [])])
  const life = readExpiresIn(values.get('expires_in'), beside, accessToken, now)
  const forgiven = new Set<Deviation | null>([
    ...body.deviations,
    ...found.deviations,
    ...[tokenType, refreshToken, scope].map(({ deviation }) => deviation),
    ...life.deviations,
  ])
  return {
    kind: 'token',
    token: {
      accessToken,
      tokenType: tokenType.value,
      refreshToken: refreshToken.value,
      scope: scope.value,
      expiresIn: life.value,
    },
    deviations: deviations.filter((deviation) => forgiven.has(deviation)),
  }
}

/** RFC 6749 appendix A.17: visible ASCII and spaces; it is always sent form-encoded. */
function isSafeRefreshToken(value: string): boolean {
  return /^[\x20-\x7e]+$/.test(value)
}

/**
 * Reads what a token endpoint answered (RFC 6749 §5.1 and §5.2): the token with a
 * list of what was forgiven, or what the answer means to the user instead. An
 * `error` beside a token, or under status 200, is a refusal. Never throws.
 */
export function readTokenResponse(answer: TokenAnswer, context: AnswerContext): TokenReading {
  const { status, headers } = answer
  const body = readBody(answer)
  const isSuccess = status >= 200 && status < 300
  const error = body.kind === 'fields' ? serverErrorIn(body.fields, isSuccess) : null
  if (error !== null || !isSuccess) {
    return noToken(outcomeOfRefusal({ status, headers, body, error }, context))
  }
  if (body.kind === 'unreadable') {
    return noToken({ kind: 'not-an-oauth-answer', status, looksLike: body.looksLike })
  }
  if (body.kind === 'unsafe') {
    return noToken({ kind: 'unsafe-answer', status, reason: body.reason })
  }
  return readSuccess(body, status, context.now)
}
