import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import {
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider'
import { createMemoryAdapter } from '../../../src/main/practice-server/memory-adapter.ts'
import { addForeignPages, foreignDevicePages, renderForeignError } from './foreign-pages.ts'

export interface ForeignServerOptions {
  /** Part of the issuer; the server listens on this host alone. */
  readonly host?: '127.0.0.1' | '[::1]' | 'localhost'
  /** The only registered redirect address; its port counts. Without one there is no code flow. */
  readonly redirectAddress?: string
  /** Of a confidential client; without one the client is public. */
  readonly clientSecret?: string
  /** True by default. */
  readonly isPkceRequired?: boolean
  /** `offline`: only with the scope `offline_access`, which this server allows without a prompt. */
  readonly refreshTokens?: 'always' | 'offline' | 'never'
  /** The server refuses authorization requests that were not pushed before (RFC 9126). */
  readonly isPushRequired?: boolean
  /** Seconds; 300 by default. */
  readonly accessTokenLife?: number
  /** Seconds until a device code expires; 600 by default. */
  readonly deviceCodeLife?: number
  /** JWTs for an API of its own, or opaque tokens, which its userinfo endpoint takes. */
  readonly tokenFormat?: 'jwt' | 'opaque'
  /** The `form-action` of the pages' policy; `'self'` makes Chromium stop the return. */
  readonly formAction?: "'self'"
  /** Changes the parameters of an authorization request before the server reads them. */
  readonly changeRequest?: (parameters: URLSearchParams) => void
  /** Changes a redirect to the app before it is sent. */
  readonly changeRedirect?: (address: URL) => void
}

/** A request that the provider has answered. */
export interface ForeignRequest {
  readonly endpoint:
    | 'authorization'
    | 'par'
    | 'token'
    | 'device'
    | 'revocation'
    | 'introspection'
    | 'other'
  readonly method: string
  readonly parameters: Readonly<Record<string, string>>
  readonly authorization: string | undefined
  readonly origin: string | undefined
  readonly status: number
  /** When it was answered, in milliseconds since 1970. */
  readonly time: number
  /** Of a JSON answer. */
  readonly answer: Readonly<Record<string, unknown>>
}

/** A certified OpenID provider that knows nothing about Token Desk. */
export interface ForeignServer {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  /** Names as in RFC 8414 §2 and OpenID Connect Discovery §3. */
  readonly endpoints: Readonly<
    Record<
      | 'authorization_endpoint'
      | 'token_endpoint'
      | 'pushed_authorization_request_endpoint'
      | 'device_authorization_endpoint'
      | 'revocation_endpoint'
      | 'introspection_endpoint'
      | 'userinfo_endpoint'
      | 'jwks_uri',
      string
    >
  >
  /** Answered requests, oldest first. */
  readonly requests: readonly ForeignRequest[]
  /** Returns the answered requests at one endpoint. */
  at(endpoint: ForeignRequest['endpoint']): readonly ForeignRequest[]
  close(): Promise<void>
}

/** People who can sign in; the last has no access, and is shown a page that never returns. */
export const foreignAccounts = ['ada@foreign.example', 'grace@foreign.example'] as const
export const accountWithoutAccess = 'mallory@foreign.example'

const api = 'https://api.foreign.example'
const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'
const clientId = 'foreign-client'

const endpointOfRoute: Readonly<Record<string, ForeignRequest['endpoint']>> = {
  authorization: 'authorization',
  pushed_authorization_request: 'par',
  token: 'token',
  device_authorization: 'device',
  revocation: 'revocation',
  introspection: 'introspection',
}

/** Keeps texts alone: a repeated parameter is no text. */
function textsOf(values: object | undefined): Record<string, string> {
  const pairs = Object.entries(values ?? {})
  return Object.fromEntries(pairs.filter(([, value]) => typeof value === 'string'))
}

function isJsonObject(body: unknown): body is Record<string, unknown> {
  return (
    typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype
  )
}

async function configurationFor(options: ForeignServerOptions): Promise<Configuration> {
  const { redirectAddress, clientSecret, accessTokenLife = 300, refreshTokens = 'always' } = options
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const policy = interactionPolicy.base()
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0)
  const resource = {
    scope: 'read write',
    audience: api,
    accessTokenTTL: accessTokenLife,
    accessTokenFormat: 'jwt' as const,
    jwt: { sign: { alg: 'ES256' as const } },
  }
  return {
    jwks: {
      keys: [
        { ...(await exportJWK(privateKey)), kty: 'EC', alg: 'ES256', use: 'sig', kid: 'foreign' },
      ],
    },
    adapter: createMemoryAdapter(),
    cookies: { keys: [randomBytes(32)] },
    clients: [
      {
        client_id: clientId,
        client_name: 'Token Desk',
        ...(clientSecret !== undefined && { client_secret: clientSecret }),
        token_endpoint_auth_method: clientSecret === undefined ? 'none' : 'client_secret_basic',
        // A native client could use any port (RFC 8252 §7.3); most servers compare the port.
        application_type: 'web',
        redirect_uris: redirectAddress === undefined ? [] : [redirectAddress],
        response_types: redirectAddress === undefined ? [] : ['code'],
        grant_types: [
          ...(redirectAddress === undefined ? [] : ['authorization_code']),
          ...(refreshTokens === 'never' ? [] : ['refresh_token']),
          deviceGrant,
        ],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    scopes: ['openid', 'offline_access', 'profile', 'email', 'read', 'write'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: id.replace(/@.*/, ''), email: id }),
    }),
    pkce: { required: () => options.isPkceRequired ?? true },
    issueRefreshToken: (_ctx, _client, { scopes }) =>
      refreshTokens === 'always' || (refreshTokens === 'offline' && scopes.has('offline_access')),
    rotateRefreshToken: true,
    ttl: {
      AccessToken: accessTokenLife,
      IdToken: accessTokenLife,
      RefreshToken: 86_400,
      DeviceCode: options.deviceCodeLife ?? 600,
      Grant: 86_400,
      Interaction: 3600,
      Session: 86_400,
    },
    renderError: renderForeignError,
    interactions: { policy, url: (_ctx, { uid }) => `/sign-in/${uid}` },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: true, allowedPolicy: () => true },
      introspection: { enabled: true, allowedPolicy: () => true },
      userinfo: { enabled: true },
      deviceFlow: { enabled: true, ...foreignDevicePages },
      pushedAuthorizationRequests: {
        enabled: true,
        requirePushedAuthorizationRequests: options.isPushRequired ?? false,
      },
      resourceIndicators: {
        enabled: options.tokenFormat === 'jwt',
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resource,
      },
    },
  }
}

/** Changes requests and redirects as the options ask, and notes every request once it is answered. */
function observe(
  provider: Provider,
  { redirectAddress, changeRequest, changeRedirect }: ForeignServerOptions,
  requests: ForeignRequest[],
): void {
  const authorizationPath = new URL(provider.urlFor('authorization')).pathname
  provider.use(async (ctx, next) => {
    if (ctx.path === authorizationPath && ctx.method === 'GET') {
      const parameters = new URLSearchParams(ctx.querystring)
      // The server would drop the scope without it (OpenID Connect Core §11).
      if (parameters.get('scope')?.includes('offline_access') && !parameters.has('prompt')) {
        parameters.set('prompt', 'consent')
      }
      changeRequest?.(parameters)
      ctx.querystring = parameters.toString()
    }
    await next()
    // Absent without a redirect, whatever its type says.
    const location = ctx.response.get('location') ?? ''
    if (redirectAddress !== undefined && location.startsWith(redirectAddress)) {
      const address = new URL(location)
      changeRedirect?.(address)
      ctx.set('location', address.href)
    }
    const { oidc } = ctx as Partial<KoaContextWithOIDC>
    requests.push({
      endpoint: endpointOfRoute[oidc?.route ?? ''] ?? 'other',
      method: ctx.method,
      parameters: { ...textsOf(ctx.query), ...textsOf(oidc?.body) },
      authorization: ctx.get('authorization') || undefined,
      origin: ctx.get('origin') || undefined,
      status: ctx.status,
      time: Date.now(),
      answer: isJsonObject(ctx.body) ? ctx.body : {},
    })
  })
}

/** Starts the server on a free port of this computer. */
export async function startForeignServer(
  options: ForeignServerOptions = {},
): Promise<ForeignServer> {
  const { host = '127.0.0.1' } = options
  const server = createServer()
  server.listen(0, host === '[::1]' ? '::1' : '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')
  const issuer = `http://${host}:${address.port}`

  const provider = new Provider(issuer, await configurationFor(options))
  // Koa prints errors, which may hold a code.
  provider.silent = true
  const requests: ForeignRequest[] = []
  observe(provider, options, requests)
  addForeignPages(provider, { accountWithoutAccess, formAction: options.formAction })
  server.on('request', provider.callback())

  return {
    issuer,
    clientId,
    clientSecret: options.clientSecret,
    endpoints: {
      authorization_endpoint: provider.urlFor('authorization'),
      token_endpoint: provider.urlFor('token'),
      pushed_authorization_request_endpoint: provider.urlFor('pushed_authorization_request'),
      device_authorization_endpoint: provider.urlFor('device_authorization'),
      revocation_endpoint: provider.urlFor('revocation'),
      introspection_endpoint: provider.urlFor('introspection'),
      userinfo_endpoint: provider.urlFor('userinfo'),
      jwks_uri: provider.urlFor('jwks'),
    },
    requests,
    at: (endpoint) => requests.filter((request) => request.endpoint === endpoint),
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
