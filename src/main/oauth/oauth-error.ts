import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { GrantType } from '../../shared/profile.ts'
import { readRetryAfter } from './retry-after.ts'

export interface Refusal {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The server's own `error` code, as it was sent. */
  readonly code: string | null
}

export interface AnswerContext {
  /** What was asked for. */
  readonly grantType: GrantType
  readonly now: Instant
  /** What a server may have echoed and nobody may see. */
  readonly secrets: readonly string[]
}

type RefusalKind =
  | 'client-refused'
  | 'user-refused'
  | 'needs-sign-in'
  | 'grant-not-allowed'
  | 'scope-refused'
  | 'bad-request'
  | 'rate-limited'
  | 'server-trouble'

/** Whose credentials a grant that is not accepted speaks of (RFC 6749 §5.2). */
const refusedGrant = {
  password: 'user-refused',
  client_credentials: 'client-refused',
  refresh_token: 'needs-sign-in',
} as const satisfies Record<GrantType, RefusalKind>

/** RFC 6749 §5.2; the last three from RFC 6749 §4.1.2.1 and RFC 8628 §3.5. */
function kindOfCode(code: string | null, grantType: GrantType): RefusalKind | null {
  switch (code) {
    case 'invalid_client':
      return 'client-refused'
    case 'invalid_grant':
      return refusedGrant[grantType]
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return 'grant-not-allowed'
    case 'invalid_scope':
      return 'scope-refused'
    case 'invalid_request':
      return 'bad-request'
    case 'slow_down':
      return 'rate-limited'
    case 'server_error':
    case 'temporarily_unavailable':
      return 'server-trouble'
    default:
      return null
  }
}

/**
 * Servers without codes: 401 speaks of the client and 403 of whoever the grant
 * stands for (Semansys documents both; RFC 6749 §5.2 knows 401 for the client alone).
 * Only a code declares a refresh token dead: a bare 403 may come from a firewall.
 */
function kindOfStatus(status: number, grantType: GrantType): RefusalKind {
  if (status === 401) return 'client-refused'
  if (status === 403 && grantType !== 'refresh_token') return refusedGrant[grantType]
  if (status === 429) return 'rate-limited'
  if (status === 408 || status >= 500) return 'server-trouble'
  return 'bad-request'
}

const plainWord = /^[A-Za-z0-9_.-]{1,64}$/

function shownCode(code: string | null, secrets: readonly string[]): string | null {
  if (code === null || !plainWord.test(code)) return null
  return secrets.some((secret) => secret !== '' && code.includes(secret)) ? null : code
}

/** Where to, without what may hold a secret: a query, a fragment, a user. */
function placeOf(location: string | undefined): string | null {
  if (location === undefined || !URL.canParse(location)) return null
  const { origin, pathname } = new URL(location)
  return origin === 'null' ? null : origin + pathname
}

/**
 * What a refusal means to the user. A code that the standard knows wins over the
 * status, because servers send these codes with 200, 400, 401 and 500 alike.
 */
export function outcomeOfRefusal(refusal: Refusal, context: AnswerContext): Outcome {
  const { status, headers, code } = refusal
  const known = kindOfCode(code, context.grantType)
  if (known === null && status >= 300 && status < 400) {
    return { kind: 'moved', status, location: placeOf(headers['location']) }
  }
  if (known === null && status === 407) return { kind: 'unreachable', reason: 'proxy' }
  const kind = known ?? kindOfStatus(status, context.grantType)
  const evidence = { status, oauthError: shownCode(code, context.secrets) }
  if (kind !== 'rate-limited') return { kind, ...evidence }
  const retryAfterSeconds = readRetryAfter(headers['retry-after'], context.now)
  return { kind, ...evidence, retryAfterSeconds }
}
