import type { AuthenticationMethod } from '../../shared/client-authentication/facts.ts'
import type { CodeChallengeMethod, ResponseMode } from '../../shared/grants/authorization-code.ts'
import type { ImportWarning, LeftOut } from '../../shared/import.ts'
import type { BodyFormat } from '../../shared/settings/request.ts'
import type { Pair } from './request/pasted-request.ts'

/**
 * The details of a command or file, by the names of a profile's settings. Absent: not mentioned;
 * empty or a placeholder: there is a place for it.
 */
export interface Details {
  /** Its title there, to choose by, and a name for the profile. */
  readonly title: string
  readonly name: string
  /** A part to fill in is in braces, or is an unknown part. */
  readonly url: string
  readonly refreshUrl?: string | undefined
  /** Where a sign-in begins: with a browser, or with a code for another device. */
  readonly authorizationUrl?: string | undefined
  readonly deviceUrl?: string | undefined
  readonly redirectAddress?: string | undefined
  readonly codeChallengeMethod?: CodeChallengeMethod | undefined
  readonly responseMode?: ResponseMode | undefined
  readonly prompt?: string | undefined
  readonly loginHint?: string | undefined
  readonly grantType?: string | undefined
  /** The client authentication method, if it is stated. */
  readonly authentication?: AuthenticationMethod | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  readonly userNameField?: string | undefined
  readonly userName?: string | undefined
  readonly password?: string | undefined
  readonly refreshToken?: string | undefined
  readonly scope?: string | undefined
  readonly audience?: string | undefined
  readonly resource?: string | undefined
  readonly bodyFormat?: BodyFormat | undefined
  readonly parameters?: readonly Pair[] | undefined
  readonly headers?: readonly Pair[] | undefined
  readonly leftOut: readonly LeftOut[]
  readonly warnings?: readonly ImportWarning[] | undefined
}
