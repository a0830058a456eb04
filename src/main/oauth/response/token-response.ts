import { type Deviation, deviations, type Outcome } from '../../../shared/outcome.ts'
import { errorInWords, type ServerError, serverErrorIn } from '../errors/error-fields.ts'
import { type AnswerContext, outcomeOfRefusal, saysRefusal } from '../errors/refusal-outcome.ts'
import { type BodyReading, readBody, type TokenAnswer } from './response-body.ts'
import {
  isSafeToken,
  isUnreadableIdToken,
  readAccessToken,
  readExpiresIn,
  readIdToken,
  readRefreshLife,
  readRefreshToken,
  readScope,
  readTokenType,
} from './token-fields.ts'
import { findTokenMembers } from './token-members.ts'

/** A token as the server described it. */
export interface IssuedToken {
  readonly accessToken: string
  readonly tokenType: string
  readonly refreshToken: string | null
  /** Seconds until the refresh token ends. Absent: unknown. */
  readonly refreshExpiresIn?: number
  /** `null`: the server sent none. */
  readonly scope: readonly string[] | null
  /** Whole seconds; `null`: the server sent none. */
  readonly expiresIn: number | null
  /** OpenID Connect Core §3.1.3.3: kept as it came, never verified. Absent: there is none. */
  readonly idToken?: string
  /** There was one that is neither a JWT nor a JWE, or several. */
  readonly hasUnreadableIdToken?: true
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

function readSuccess(body: Fields, answer: TokenAnswer, context: AnswerContext): TokenReading {
  const { status, headers } = answer
  const unsafe = (reason: 'repeated-key' | 'token-type' | 'token-characters') =>
    noToken({ kind: 'unsafe-answer', status, reason })
  const found = findTokenMembers({ members: body.fields, repeated: body.repeated }, body.inside)
  if (found === 'contradiction') return unsafe('repeated-key')
  const { values } = found
  const given = values.get('access_token')
  if (typeof given !== 'string' || given === '') {
    return noToken({ kind: 'not-an-oauth-answer', status, looksLike: 'something-else' })
  }
  const accessToken = readAccessToken(given)
  if (accessToken.kind === 'none') {
    return noToken({ kind: 'not-an-oauth-answer', status, looksLike: 'no-token' })
  }
  if (accessToken.kind === 'message') {
    const { text, meantStatus } = accessToken
    const refusal = { status, meantStatus, headers, body, error: errorInWords(text) }
    return noToken(outcomeOfRefusal(refusal, context))
  }
  const tokenType = readTokenType(values.get('token_type'))
  if (tokenType === null) return unsafe('token-type')
  const refreshToken = readRefreshToken(values.get('refresh_token'))
  if (!isSafeToken(accessToken.value)) return unsafe('token-characters')
  if (refreshToken.value !== null && !isSafeRefreshToken(refreshToken.value)) {
    return unsafe('token-characters')
  }
  const beside = new Map(found.places.flatMap(({ members }) => [...members]))
  const isIdTokenRepeated = found.places.some(({ repeated }) => repeated.has('id_token'))
  // The tokens just issued are secret as well, and a server may repeat them.
  const issued = [accessToken.value, refreshToken.value].filter((each) => each !== null)
  const secrets = [...context.secrets, ...issued]
  const idToken = isIdTokenRepeated ? null : readIdToken(beside.get('id_token'), secrets)
  const isUnreadable = isIdTokenRepeated || isUnreadableIdToken(beside.get('id_token'))
  const scope = readScope(values.get('scope'), idToken === null ? secrets : [...secrets, idToken])
  const life = readExpiresIn(values.get('expires_in'), beside, accessToken.value, context.now)
  const refreshLife = readRefreshLife(beside)
  const forgiven = new Set<Deviation | null>([
    ...body.deviations,
    ...found.deviations,
    ...[tokenType, refreshToken].map(({ deviation }) => deviation),
    ...scope.deviations,
    accessToken.isTrimmed ? 'token-surroundings' : null,
    ...life.deviations,
  ])
  return {
    kind: 'token',
    token: {
      accessToken: accessToken.value,
      tokenType: tokenType.value,
      refreshToken: refreshToken.value,
      ...(refreshLife === null ? {} : { refreshExpiresIn: refreshLife }),
      scope: scope.value,
      expiresIn: life.value,
      ...(idToken === null ? {} : { idToken }),
      ...(isUnreadable ? { hasUnreadableIdToken: true } : {}),
    },
    deviations: deviations.filter((deviation) => forgiven.has(deviation)),
  }
}

/** RFC 6749 appendix A.17: visible ASCII and spaces; it is always sent form-encoded. */
function isSafeRefreshToken(value: string): boolean {
  return /^[\x20-\x7e]+$/.test(value)
}

/** Returns the error that a body reports, in fields or in words. */
export function errorIn(body: BodyReading, isSuccess: boolean): ServerError | null {
  if (body.kind === 'fields') return serverErrorIn(body.fields, isSuccess)
  if (body.kind === 'unsafe') return null
  // A page under a status of success belongs to some website, with any text.
  const isPage = body.from === 'page'
  return isPage && isSuccess ? null : errorInWords(body.text, isPage)
}

/**
 * Reads the response of a token endpoint (RFC 6749 §5.1 and §5.2): the token with a list of
 * forgiven deviations, or the outcome for the user. An `error` beside a token, or under status
 * 200, is a refusal. Never throws.
 */
export function readTokenResponse(answer: TokenAnswer, context: AnswerContext): TokenReading {
  const { status, headers } = answer
  const body = readBody(answer)
  const isSuccess = status >= 200 && status < 300
  const refusal = { status, headers, body, error: errorIn(body, isSuccess) }
  // Under a status of success, words refuse only if they are known to.
  const isRefusal = body.kind === 'fields' ? refusal.error !== null : saysRefusal(refusal, context)
  if (!isSuccess || isRefusal) return noToken(outcomeOfRefusal(refusal, context))
  if (body.kind === 'unreadable') {
    return noToken({ kind: 'not-an-oauth-answer', status, looksLike: body.looksLike })
  }
  if (body.kind === 'unsafe') {
    return noToken({ kind: 'unsafe-answer', status, reason: body.reason })
  }
  return readSuccess(body, answer, context)
}
