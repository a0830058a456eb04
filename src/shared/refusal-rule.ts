import type { GrantKind } from './grants/facts.ts'
import type { OutcomeKind } from './outcome.ts'

/** What a server's refusal may speak of. */
export type RefusalKind = Extract<
  OutcomeKind,
  | 'client-refused'
  | 'user-refused'
  | 'needs-sign-in'
  | 'grant-not-allowed'
  | 'scope-refused'
  | 'bad-request'
  | 'rate-limited'
  | 'server-trouble'
>

/**
 * What a provider documents about a refusal. A rule without a code says what the bare
 * status means, where the server says nothing that is known; everything else that is left
 * out fits everything.
 */
export interface RefusalRule {
  readonly status?: number
  /** The server's `error` code. */
  readonly code?: string
  /** The grant that was asked for. */
  readonly grantType?: GrantKind
  readonly means: RefusalKind
}
