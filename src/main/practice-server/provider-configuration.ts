import { randomBytes } from 'node:crypto'
import { type CryptoKey, exportJWK } from 'jose'
import type { Configuration, ResourceServer } from 'oidc-provider'
import { createMemoryAdapter } from './memory-adapter.ts'
import type { PracticeAccess } from './practice-access.ts'

export const signingAlgorithm = 'ES256'
const refreshTokenLife = 14 * 24 * 60 * 60

/** The name of the API that the practice tokens are for. */
export const practiceApi = 'https://api.practice.example'
export const practiceScope = 'read write'

/** Claims about the user, shown when a practice token is decoded. */
const person = {
  name: 'Ada Practice',
  email: 'ada@practice.example',
  company: 'Practice Company',
  roles: ['reader', 'editor'],
} as const

export function practiceResource(accessTokenLife: number): ResourceServer {
  return {
    scope: practiceScope,
    audience: practiceApi,
    accessTokenTTL: accessTokenLife,
    // RFC 9068
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: signingAlgorithm } },
  }
}

/**
 * Returns the settings of `oidc-provider` for one confidential client and one user: three grants at
 * the token endpoint and nothing for browsers. `accessTokenLife` in seconds; `privateKey` signs the
 * tokens and must be exportable.
 */
export async function providerConfiguration(
  access: Omit<PracticeAccess, 'tokenEndpoint'>,
  accessTokenLife: number,
  privateKey: CryptoKey,
): Promise<Configuration> {
  const signingKey = await exportJWK(privateKey)
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [{ ...signingKey, kty: 'EC', alg: signingAlgorithm, use: 'sig' }] },
    cookies: { keys: [randomBytes(32)] },
    clients: [
      {
        client_id: access.clientId,
        client_secret: access.clientSecret,
        client_name: 'Token Desk',
        grant_types: ['password', 'client_credentials', 'refresh_token'],
        // The provider also accepts the secret in the body (RFC 6749 §2.3.1).
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: signingAlgorithm,
        redirect_uris: [],
        response_types: [],
      },
    ],
    findAccount: (_ctx, id) =>
      id === access.userName
        ? { accountId: id, claims: () => ({ sub: id, ...person }) }
        : undefined,
    extraTokenClaims: (_ctx, token) =>
      token.kind === 'AccessToken' ? person : { name: 'Token Desk', company: person.company },
    // RFC 9700 §4.14.2: using a rotated refresh token revokes its whole family.
    rotateRefreshToken: true,
    ttl: {
      AccessToken: accessTokenLife,
      ClientCredentials: accessTokenLife,
      RefreshToken: refreshTokenLife,
      Grant: refreshTokenLife,
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => practiceApi,
        useGrantedResource: () => true,
        getResourceServerInfo: () => practiceResource(accessTokenLife),
      },
    },
  }
}
