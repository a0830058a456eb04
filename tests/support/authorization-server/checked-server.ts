import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import { type ClientMetadata, Provider, type TokenEndpointGrantContext } from 'oidc-provider'
import { createMemoryAdapter } from '../../../src/main/practice-server/memory-adapter.ts'
import { practiceApi } from '../../../src/main/practice-server/provider-configuration.ts'
import { type ProfileDraft, profileDraft } from '../../../src/shared/profile.ts'
import { makeSettings, type SettingsOptions } from '../profiles/settings.ts'

/** A certified OpenID provider that ends tokens and answers questions about them. */
export interface CheckedServer {
  readonly issuer: string
  /** A draft whose grant needs no browser. The client is public with `none`. */
  draft(options?: Partial<SettingsOptions>): ProfileDraft
  close(): Promise<void>
}

const person = { sub: 'ada-0123', name: 'Ada Lovelace', email: 'ada@checked.example' } as const
const clientSecret = 'checked-client-secret-0123456789'

/** A client may end and ask about its own tokens. */
const isOwner = (
  _: unknown,
  client: { clientId: string },
  token: { clientId?: string | undefined },
) => client.clientId === token.clientId

/** Starts it with tokens of one format: opaque ones, which its own endpoints take, or JWTs. */
export async function startCheckedServer(format: 'opaque' | 'jwt'): Promise<CheckedServer> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')
  const issuer = `http://127.0.0.1:${address.port}`
  const api = {
    scope: 'read',
    audience: practiceApi,
    accessTokenTTL: 300,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'ES256' } },
  } as const
  const client = (
    id: string,
    authentication: Pick<ClientMetadata, 'client_secret' | 'token_endpoint_auth_method'>,
  ): ClientMetadata => ({
    client_id: id,
    ...authentication,
    grant_types: ['password', 'refresh_token'],
    redirect_uris: [],
    response_types: [],
    id_token_signed_response_alg: 'ES256',
  })
  const provider = new Provider(issuer, {
    jwks: {
      keys: [{ ...(await exportJWK(privateKey)), kty: 'EC', alg: 'ES256', use: 'sig', kid: 'one' }],
    },
    cookies: { keys: [randomBytes(32)] },
    adapter: createMemoryAdapter(),
    clients: [
      client('confidential', { client_secret: clientSecret }),
      client('public', { token_endpoint_auth_method: 'none' }),
    ],
    claims: { profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ ...person, sub: id }) }),
    ttl: { AccessToken: 300, RefreshToken: 3600, Grant: 3600, IdToken: 300 },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: isOwner },
      introspection: { enabled: true, allowedPolicy: isOwner },
      userinfo: { enabled: true },
      resourceIndicators: { enabled: true, getResourceServerInfo: () => api },
    },
  })
  provider.silent = true
  registerGrant(provider, format, api)
  server.on('request', provider.callback())

  return {
    issuer,
    draft: (options = {}) => {
      const isPublic = options.clientAuthentication === 'none'
      const settings = makeSettings({
        tokenEndpoint: provider.urlFor('token'),
        clientId: isPublic ? 'public' : 'confidential',
        userName: person.sub,
        scope: '',
        ...options,
      })
      const known = {
        revocationEndpoint: provider.urlFor('revocation'),
        introspectionEndpoint: provider.urlFor('introspection'),
        userinfoEndpoint: provider.urlFor('userinfo'),
        jwksUri: provider.urlFor('jwks'),
      }
      return profileDraft.parse({
        settings: { ...settings, server: { ...settings.server, ...known } },
        secrets: { password: 'any password', ...(isPublic ? {} : { clientSecret }) },
      })
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

interface PasswordParameters {
  readonly username?: string | undefined
}

/** Issues a token, a refresh token and an ID token to whoever names a user. */
function registerGrant(
  provider: Provider,
  format: 'opaque' | 'jwt',
  api: ConstructorParameters<Provider['ResourceServer']>[1],
): void {
  const { AccessToken, Grant, IdToken, RefreshToken, ResourceServer } = provider
  const scope = 'openid profile email'

  async function handle(ctx: TokenEndpointGrantContext<PasswordParameters>): Promise<void> {
    const { client, params } = ctx.oidc
    const accountId = params.username ?? ''
    const grant = new Grant({ accountId, clientId: client.clientId })
    grant.addOIDCScope(scope)
    grant.addResourceScope(practiceApi, 'read')
    const common = { client, accountId, grantId: await grant.save(), gty: 'password', scope }
    const accessToken = new AccessToken({
      ...common,
      ...(format === 'jwt' ? { resourceServer: new ResourceServer(practiceApi, api) } : {}),
    })
    const refreshToken = new RefreshToken({ ...common, rotations: 0 })
    ctx.oidc.entity('Client', client)
    ctx.oidc.entity('Grant', grant)
    ctx.oidc.entity('AccessToken', accessToken)
    ctx.oidc.entity('RefreshToken', refreshToken)
    const idToken = Object.assign(new IdToken({ ...person, sub: accountId }, { ctx }), { scope })
    ctx.body = {
      access_token: await accessToken.save(),
      token_type: accessToken.tokenType,
      expires_in: accessToken.expiration,
      refresh_token: await refreshToken.save(),
      id_token: await idToken.issue({ use: 'idtoken' }),
      scope,
    }
  }

  provider.registerGrantType<PasswordParameters>('password', handle, ['username', 'password'])
}
