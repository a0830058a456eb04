import type { TokenPurpose } from '../sent-with.ts'

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
  readonly purpose: TokenPurpose
  /** The endpoints that it needs beside the token endpoint. */
  readonly endpoints: readonly SignInEndpoint[]
  /** Its requests name the client even if it has no secret. */
  readonly needsClientId: boolean
}

/** The endpoints at which a person's sign-in begins. */
export type SignInEndpoint = 'authorizationEndpoint' | 'deviceAuthorizationEndpoint'

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
    endpoints: [],
    needsClientId: false,
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
    endpoints: [],
    needsClientId: false,
  },
  /** The user signs in with a browser of this computer (RFC 6749 §4.1, RFC 8252). */
  authorizationCode: {
    wireName: 'authorization_code',
    secrets: [],
    personal: ['loginHint'],
    parameterNames: [],
    renewal: 'needs-person',
    owner: 'user',
    purpose: 'obtaining',
    endpoints: ['authorizationEndpoint'],
    needsClientId: true,
  },
  /** The user signs in on any device, with a code that is shown here (RFC 8628). */
  deviceCode: {
    wireName: 'urn:ietf:params:oauth:grant-type:device_code',
    secrets: [],
    personal: [],
    parameterNames: [],
    renewal: 'needs-person',
    owner: 'user',
    purpose: 'obtaining',
    endpoints: ['deviceAuthorizationEndpoint'],
    needsClientId: true,
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
    endpoints: [],
    needsClientId: false,
  },
} as const satisfies Readonly<Record<string, GrantFacts>>

export type GrantKind = keyof typeof grants
export const grantKinds = Object.keys(grants) as GrantKind[]
export type GrantSecret = (typeof grants)[GrantKind]['secrets'][number]
