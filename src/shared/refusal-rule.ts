import type { GrantKind } from './grants/facts.ts'
import type { OutcomeKind } from './outcome.ts'

/** The subjects of a server's refusal. */
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
 * A provider's documented meaning of a refusal. A rule without a code gives the meaning of the bare
 * status, for responses without a known code; any other absent condition always matches.
 */
export interface RefusalRule {
  readonly status?: number
  /** The server's `error` code. */
  readonly code?: string
  /** The grant that was asked for. */
  readonly grantType?: GrantKind
  readonly means: RefusalKind
}
