import type { IssuedToken, TokenReading } from '../../../src/main/oauth/response/token-response.ts'
import type { GrantKind } from '../../../src/shared/grants/facts.ts'
import type { Deviation, Outcome } from '../../../src/shared/outcome.ts'
import type { RefusalRule } from '../../../src/shared/refusal-rule.ts'

/** One answer of a token endpoint, byte for byte, and what is to be made of it. */
export interface AnswerCase {
  /** A sentence about the answer; no two cases share one. */
  readonly name: string
  /** The server that answers so, or the section of a standard that it violates or obeys. */
  readonly seen: string
  /** The grant of the request. */
  readonly grantType: GrantKind
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Text is sent in UTF-8. More than 1 MiB is what the HTTP port cuts off. */
  readonly body: string | Uint8Array
  /** The rules in the provider's preset; none by default. */
  readonly rules?: readonly RefusalRule[]
  readonly wanted: TokenReading
}

/** When every request of the corpus was sent, and when its answer came. */
export const sentAt = Date.UTC(2026, 10, 21, 12, 0, 0)
export const answeredAt = sentAt + 400

/**
 * The secrets of every request in the corpus; an answer may echo them, the result must not show
 * them.
 */
export const planted = {
  clientSecret: 'planted-client-secret-4d1f',
  password: 'planted-password-9c2e',
  refreshToken: 'planted-refresh-token-7a3b',
} as const

export const json = { 'content-type': 'application/json' } as const

/** The defaults of most cases: a JSON object under 200, for the client itself. */
export function answering(
  name: string,
  seen: string,
  fields: object,
  wanted: TokenReading,
  more: Partial<AnswerCase> = {},
): AnswerCase {
  const body = JSON.stringify(fields)
  return {
    name,
    seen,
    grantType: 'clientCredentials',
    status: 200,
    headers: json,
    body,
    wanted,
    ...more,
  }
}

/** A signed-looking JWT with these claims. */
export function jwtOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`
}

/** A token with what the server said; what is left out it did not say. */
export function obtained(
  token: Partial<IssuedToken> & Pick<IssuedToken, 'accessToken'>,
  deviations: readonly Deviation[] = [],
): TokenReading {
  return {
    kind: 'token',
    token: { tokenType: 'Bearer', refreshToken: null, scope: null, expiresIn: null, ...token },
    deviations,
  }
}

export function refused(outcome: Outcome): TokenReading {
  return { kind: 'no-token', outcome }
}
