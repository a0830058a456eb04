import type { ImportWarning, LeftOut } from '../../shared/import.ts'
import type { BodyFormat, ClientAuthentication } from '../../shared/profile.ts'
import type { Pair } from './request/pasted-request.ts'

/**
 * What somebody received, in the words of a profile. Absent: it says nothing about that;
 * empty or a placeholder: it has a place for it.
 */
export interface Details {
  /** What it is called there, to choose by; and what the profile could be called. */
  readonly title: string
  readonly name: string
  /** A part to fill in is in braces, or is an unknown part. */
  readonly url: string
  readonly refreshUrl?: string | undefined
  readonly grantType?: string | undefined
  /** How id and secret are sent, where that is said. */
  readonly authentication?: ClientAuthentication | undefined
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
