import { type Deviation, deviations, type Outcome } from '../../shared/outcome.ts'
import { type BodyReading, readBody, type TokenAnswer } from './answer-body.ts'
import { type AnswerContext, outcomeOfRefusal } from './oauth-error.ts'
import {
  isSafeToken,
  readExpiresIn,
  readRefreshToken,
  readScope,
  readTokenType,
} from './token-fields.ts'

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

const knownFields = [
  'access_token',
  'token_type',
  'expires_in',
  'refresh_token',
  'scope',
  'error',
] as const

const noToken = (outcome: Outcome): TokenReading => ({ kind: 'no-token', outcome })

/**
 * The `error` of RFC 6749 §5.2; `null`, `false` and empty text say that there is none.
 * A refusal may name it `code` instead.
 */
function errorOf(
  fields: ReadonlyMap<string, unknown>,
  isSuccess: boolean,
): { code: string | null } | undefined {
  const error = fields.get('error')
  if (typeof error === 'string' && error !== '') return { code: error }
  const code = fields.get('code')
  if (!isSuccess && typeof code === 'string' && code !== '') return { code }
  const isAbsent = error === undefined || error === null || error === false || error === ''
  return isAbsent ? undefined : { code: null }
}

function readSuccess({ fields, repeated, deviations: found }: Fields, status: number) {
  const unsafe = (reason: 'repeated-key' | 'token-type' | 'token-characters') =>
    noToken({ kind: 'unsafe-answer', status, reason })
  if (knownFields.some((name) => repeated.has(name))) return unsafe('repeated-key')
  const accessToken = fields.get('access_token')
  if (typeof accessToken !== 'string' || accessToken === '') {
    return noToken({ kind: 'not-an-oauth-answer', status, looksLike: 'something-else' })
  }
  const tokenType = readTokenType(fields.get('token_type'))
  if (tokenType === null) return unsafe('token-type')
  const refreshToken = readRefreshToken(fields.get('refresh_token'))
  if (!isSafeToken(accessToken)) return unsafe('token-characters')
  if (refreshToken.value !== null && !isSafeRefreshToken(refreshToken.value)) {
    return unsafe('token-characters')
  }
  const scope = readScope(fields.get('scope'))
  const expiresIn = readExpiresIn(fields.get('expires_in'))
  const forgiven = new Set<Deviation | null>([
    ...found,
    ...[tokenType, refreshToken, scope, expiresIn].map(({ deviation }) => deviation),
  ])
  return {
    kind: 'token',
    token: {
      accessToken,
      tokenType: tokenType.value,
      refreshToken: refreshToken.value,
      scope: scope.value,
      expiresIn: expiresIn.value,
    },
    deviations: deviations.filter((deviation) => forgiven.has(deviation)),
  } as const satisfies TokenReading
}

/** RFC 6749 appendix A.17: visible ASCII and spaces; it is always sent form-encoded. */
function isSafeRefreshToken(value: string): boolean {
  return /^[\x20-\x7e]+$/.test(value)
}

/** Answers of something that is no token endpoint, unless they carry an OAuth code. */
const placesWithoutEndpoint: ReadonlySet<number> = new Set([404, 405, 410])

/**
 * Reads what a token endpoint answered (RFC 6749 §5.1 and §5.2): the token with a
 * list of what was forgiven, or what the answer means to the user instead. An
 * `error` beside a token, or under status 200, is a refusal. Never throws.
 */
export function readTokenResponse(answer: TokenAnswer, context: AnswerContext): TokenReading {
  const { status, headers } = answer
  const body = readBody(answer)
  const isSuccess = status >= 200 && status < 300
  const error = body.kind === 'fields' ? errorOf(body.fields, isSuccess) : undefined
  if (error !== undefined || (!isSuccess && !placesWithoutEndpoint.has(status))) {
    return noToken(outcomeOfRefusal({ status, headers, code: error?.code ?? null }, context))
  }
  if (body.kind === 'unreadable') {
    return noToken({ kind: 'not-an-oauth-answer', status, looksLike: body.looksLike })
  }
  if (!isSuccess) {
    return noToken({ kind: 'not-an-oauth-answer', status, looksLike: 'something-else' })
  }
  if (body.kind === 'unsafe') {
    return noToken({ kind: 'unsafe-answer', status, reason: body.reason })
  }
  return readSuccess(body, status)
}
