import type {
  CodeChallengeMethod,
  ResponseMode,
} from '../../../shared/grants/authorization-code.ts'
import type { GrantKind } from '../../../shared/grants/facts.ts'
import type { Grant, IncompleteGrant } from '../../../shared/grants/index.ts'
import type { Secrets } from '../../../shared/profile.ts'
import type { RefusalKind } from '../../../shared/refusal-rule.ts'
import type { Parameter } from '../request/parameters.ts'

export type GrantOf<Kind extends GrantKind> = Extract<Grant, { kind: Kind }>

/** The details of a command or file that tell grants apart, and those that only one grant has. */
export interface ReceivedGrant {
  readonly userName?: string | undefined
  readonly userNameField?: string | undefined
  readonly password?: string | undefined
  readonly refreshToken?: string | undefined
  /** The addresses at which a sign-in begins. */
  readonly authorizationUrl?: string | undefined
  readonly deviceUrl?: string | undefined
  readonly redirectAddress?: string | undefined
  readonly codeChallengeMethod?: CodeChallengeMethod | undefined
  readonly responseMode?: ResponseMode | undefined
  readonly prompt?: string | undefined
  readonly loginHint?: string | undefined
}

/** The working half of a grant. Pure. */
export interface GrantDefinition<Kind extends GrantKind> {
  /** Returns the parameters that name the user: these are never sent in the query string. */
  userParameters(grant: GrantOf<Kind>, secrets: Secrets): readonly Parameter[]
  /** Returns the headers that the token requests of a profile have because of its grant. */
  headers?(grant: GrantOf<Kind>): Readonly<Record<string, string>>
  /** Returns what identifies the owner of its tokens, for the fingerprint. */
  owner(grant: GrantOf<Kind>): object
  /** The meaning of a grant that is not accepted (RFC 6749 §5.2). */
  readonly refused: RefusalKind
  /** The meaning of an answer that asks for more than this grant can prove. */
  readonly insufficient: RefusalKind
  /** The meaning of a bare 403; absent: none, because it may come from a firewall. */
  readonly forbidden?: RefusalKind
  /** Its requests send a token, so that codes about a token are about the grant. */
  readonly sendsToken: boolean
  /** Codes under 429 that a blocked account causes, not the number of requests. */
  readonly blockedCodes: readonly string[]
  /** Returns true if details without a `grant_type` mean this grant. Exactly one grant does. */
  isMeantBy(received: ReceivedGrant): boolean
  /** Returns the settings in such details. */
  settingsIn(received: ReceivedGrant): Extract<IncompleteGrant, { kind: Kind }>
  /** Details without a client secret mean a public client. */
  readonly mayBePublic: boolean
}

/** Returns true if details name a user, or hold a token of one. */
export function namesUser({ userName, password, refreshToken }: ReceivedGrant): boolean {
  return (userName ?? password ?? refreshToken) !== undefined
}
