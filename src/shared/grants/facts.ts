import type { RequestPurpose } from '../extra.ts'

/**
 * The conditions to run a grant again: at any time, only while the last attempt worked (servers lock
 * accounts after a few wrong passwords), or only with a person.
 */
export type Renewal = 'silent' | 'silent-after-success' | 'needs-person'

interface GrantFacts {
  /** Its `grant_type` parameter. */
  readonly wireName: string
  /** The names of the secrets that its requests need, beside those of the client. */
  readonly secrets: readonly string[]
  /** The settings that belong to one person: a share file leaves them out. */
  readonly personal: readonly string[]
  /** The settings whose value is the name of a parameter that its requests send. */
  readonly parameterNames: readonly string[]
  readonly renewal: Renewal
  /** The party that its tokens are for. */
  readonly owner: 'user' | 'client' | 'unknown'
  /** The purpose of a request with this grant: it decides which extra values are sent. */
  readonly purpose: RequestPurpose
}

/**
 * The declarative half of each grant, in the order in which a user chooses from them. The schemas
 * of their settings are apart, so that the page's first chunk needs no zod.
 */
export const grants = {
  /** RFC 6749 §4.3 */
  password: {
    wireName: 'password',
    secrets: ['password'],
    personal: ['userName'],
    parameterNames: ['userNameField'],
    renewal: 'silent-after-success',
    owner: 'user',
    purpose: 'obtaining',
  },
  /** RFC 6749 §4.4 */
  clientCredentials: {
    wireName: 'client_credentials',
    secrets: [],
    personal: [],
    parameterNames: [],
    renewal: 'silent',
    owner: 'client',
    purpose: 'obtaining',
  },
  /** A refresh token that the user received and typed (RFC 6749 §6). */
  refreshToken: {
    wireName: 'refresh_token',
    secrets: ['refreshToken'],
    personal: [],
    parameterNames: [],
    renewal: 'silent',
    owner: 'unknown',
    purpose: 'refreshing',
  },
} as const satisfies Readonly<Record<string, GrantFacts>>

export type GrantKind = keyof typeof grants
export const grantKinds = Object.keys(grants) as GrantKind[]
export type GrantSecret = (typeof grants)[GrantKind]['secrets'][number]
