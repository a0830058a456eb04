import { randomBytes } from 'node:crypto'
import { type CryptoKey, exportJWK } from 'jose'
import {
  type ClientMetadata,
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
  type ResourceServer,
} from 'oidc-provider'
import { createMemoryAdapter } from './memory-adapter.ts'
import { findPerson, persons } from './persons.ts'
import type { PracticeCredentials } from './practice-access.ts'
import { devicePages, errorSource, type LanguageOf, supportedLocales } from './sign-in.ts'

export const signingAlgorithm = 'ES256'
const refreshTokenLife = 14 * 24 * 60 * 60

/** The name of the API that the practice tokens are for. */
export const practiceApi = 'https://api.practice.example'
export const practiceScope = 'read write'

/** The scope of a sign-in with a browser: with an ID token about the person, and a refresh token. */
export const signInScope = `openid profile email offline_access ${practiceScope}`

/** Claims about the user, shown when a practice token is decoded. */
function claimsOf(accountId: string | undefined): Record<string, unknown> {
  return { ...findPerson(accountId) }
}

/**
 * Redirect addresses of this computer. The provider compares them without the port, as RFC 8252 §7.3
 * demands for native applications.
 */
const redirectAddresses = ['127.0.0.1', '[::1]', 'localhost'].map(
  (name) => `http://${name}/callback`,
)

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

/** The clients: one with a secret and one without, as apps of this computer usually are. */
function clientsOf({
  clientId,
  clientSecret,
  publicClientId,
}: PracticeCredentials): ClientMetadata[] {
  const signIns = ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code']
  const common = {
    client_name: 'Token Desk',
    application_type: 'native',
    id_token_signed_response_alg: signingAlgorithm,
    redirect_uris: redirectAddresses,
    response_types: ['code'],
  } as const
  return [
    {
      ...common,
      client_id: clientId,
      client_secret: clientSecret,
      grant_types: ['password', 'client_credentials', 'refresh_token', ...signIns],
      // The provider also accepts the secret in the body (RFC 6749 §2.3.1).
      token_endpoint_auth_method: 'client_secret_basic',
    },
    {
      ...common,
      client_id: publicClientId,
      grant_types: ['refresh_token', ...signIns],
      // The provider demands PKCE of it (RFC 7636).
      token_endpoint_auth_method: 'none',
    },
  ]
}

/** RFC 7009 §2.1, RFC 7662 §4: a client learns of and ends only its own tokens. */
const isOwn = (
  _ctx: KoaContextWithOIDC,
  { clientId }: { readonly clientId: string },
  token: { readonly clientId?: string | undefined },
) => token.clientId === clientId

interface Lives {
  /** Seconds. */
  readonly accessToken: number
  /** Seconds. */
  readonly deviceCode: number
}

/**
 * Returns the settings of `oidc-provider`. `privateKey` signs the tokens and must be exportable;
 * `languageOf` chooses the language of the pages.
 */
export async function providerConfiguration(
  credentials: PracticeCredentials,
  lives: Lives,
  privateKey: CryptoKey,
  languageOf: LanguageOf,
): Promise<Configuration> {
  const signingKey = await exportJWK(privateKey)
  const policy = interactionPolicy.base()
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0)
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [{ ...signingKey, kty: 'EC', alg: signingAlgorithm, use: 'sig' }] },
    cookies: {
      keys: [randomBytes(32)],
      // Cookies are shared by all servers of this computer, at any port.
      names: { session: 'practice', interaction: 'practice.sign-in', resume: 'practice.resume' },
    },
    clients: clientsOf(credentials),
    findAccount: (_ctx, id) =>
      findPerson(id) && {
        accountId: id,
        claims: () => ({ sub: id, email_verified: true, ...claimsOf(id) }),
      },
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    // The ID token names the person without a request to the userinfo endpoint.
    conformIdTokenClaims: false,
    discovery: { ui_locales_supported: supportedLocales },
    extraTokenClaims: (_ctx, token) =>
      token.kind === 'AccessToken'
        ? claimsOf(token.accountId)
        : { name: 'Token Desk', company: persons[0].company },
    interactions: { policy, url: (_ctx, { uid }) => `/sign-in/${uid}` },
    renderError: errorSource(languageOf),
    // A token belongs to the app: signing in as another person in the browser does not end it.
    expiresWithSession: () => false,
    // RFC 9700 §4.14.2: using a rotated refresh token revokes its whole family.
    rotateRefreshToken: true,
    ttl: {
      AccessToken: lives.accessToken,
      ClientCredentials: lives.accessToken,
      RefreshToken: refreshTokenLife,
      Grant: refreshTokenLife,
      DeviceCode: lives.deviceCode,
      IdToken: 60 * 60,
      Interaction: 10 * 60,
      Session: 12 * 60 * 60,
    },
    features: {
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true, ...devicePages(languageOf) },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      introspection: { enabled: true, allowedPolicy: isOwn },
      pushedAuthorizationRequests: { enabled: true },
      revocation: { enabled: true, allowedPolicy: isOwn },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => practiceApi,
        useGrantedResource: () => true,
        getResourceServerInfo: () => practiceResource(lives.accessToken),
      },
    },
  }
}
