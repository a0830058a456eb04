import type { GrantKind } from '../../../src/shared/grants/facts.ts'
import type { GatewayReason, Outcome, RefusalCause } from '../../../src/shared/outcome.ts'
import { type AnswerCase, json, refused } from './answer-case.ts'

type Temporary = 'rate-limited' | 'server-trouble'
type Refusal = Exclude<
  Extract<Outcome, { readonly oauthError: string | null }>['kind'],
  'gateway-refused'
>

interface Told {
  readonly code?: string | null
  readonly providerCode?: string
  readonly cause?: RefusalCause
  readonly retryAfterSeconds?: number | null
  readonly headers?: AnswerCase['headers']
}

/** A refusal in JSON, and what it is to mean. */
export function failure(
  name: string,
  seen: string,
  grantType: GrantKind,
  status: number,
  body: object | string,
  kind: Refusal,
  { code = null, retryAfterSeconds = null, headers = json, ...explanation }: Told = {},
): AnswerCase {
  const isTemporary = (each: Refusal): each is Temporary =>
    each === 'rate-limited' || each === 'server-trouble'
  const evidence = { status, oauthError: code }
  const outcome: Outcome = isTemporary(kind)
    ? { kind, ...evidence, retryAfterSeconds }
    : { kind, ...evidence, ...explanation }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { name, seen, grantType, status, headers, body: text, wanted: refused(outcome) }
}

/** An answer of a gateway, a firewall or an API-key guard in front of a server. */
export function guarded(
  name: string,
  seen: string,
  status: number,
  body: object | string,
  reason: GatewayReason,
  {
    code = null,
    headers = json,
    grantType = 'clientCredentials',
  }: Pick<Told, 'code' | 'headers'> & { readonly grantType?: GrantKind } = {},
): AnswerCase {
  const outcome: Outcome = { kind: 'gateway-refused', status, oauthError: code, reason }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { name, seen, grantType, status, headers, body: text, wanted: refused(outcome) }
}

export const html = { 'content-type': 'text/html; charset=utf-8' } as const

type Looks = Extract<Outcome, { kind: 'not-an-oauth-answer' }>['looksLike']

/** An answer of something else than a token endpoint. */
export function obstacle(
  name: string,
  seen: string,
  status: number,
  body: string,
  looksLike: Looks,
  headers: AnswerCase['headers'] = html,
): AnswerCase {
  const wanted = refused({ kind: 'not-an-oauth-answer', status, looksLike })
  return { name, seen, grantType: 'password', status, headers, body, wanted }
}
