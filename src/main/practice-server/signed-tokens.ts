import { type CryptoKey, type JWTPayload, jwtVerify } from 'jose'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'

/** A valid access token. */
export interface ValidToken {
  readonly claims: JWTPayload
  /** The OpenID Connect scopes that the person allowed, such as `openid`. */
  readonly openIdScopes: ReadonlySet<string>
}

export interface SignedTokens {
  /** Returns `undefined` if the token is not genuine, has expired or was revoked. */
  read(token: string): Promise<ValidToken | undefined>
}

interface Keys {
  readonly publicKey: CryptoKey
  readonly audience: string
}

/** The facts that are kept about an issued token. */
interface Issued {
  readonly grantId: string | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

const maxIssued = 5000

type Context = Partial<Pick<KoaContextWithOIDC, 'oidc'>> & { body: unknown; status: number }

/** Returns the JWT of a request that the provider refused only because it stores no JWTs. */
function refusedToken({ oidc, body }: Context): string | undefined {
  const isRefused =
    typeof body === 'object' &&
    body !== null &&
    'error' in body &&
    body.error === 'unsupported_token_type'
  const token = oidc?.params?.['token']
  return isRefused && typeof token === 'string' ? token : undefined
}

/**
 * Adds revocation (RFC 7009) and introspection (RFC 7662) of signed access tokens to the provider,
 * which has both for stored tokens only. Its own checks of the request and the client come first.
 */
export function addSignedTokens(provider: Provider, { publicKey, audience }: Keys): SignedTokens {
  const issued = new Map<string, Issued>()

  function note(token: {
    readonly jti: string
    readonly grantId?: string
    readonly expiration: number
  }) {
    const now = Date.now()
    for (const [jti, { expiresAt }] of issued) {
      if (expiresAt <= now || issued.size >= maxIssued) issued.delete(jti)
    }
    issued.set(token.jti, { grantId: token.grantId, expiresAt: now + token.expiration * 1000 })
  }
  provider.on('access_token.issued', note)
  provider.on('client_credentials.issued', note)

  async function verify(token: string): Promise<JWTPayload | undefined> {
    try {
      const options = { issuer: provider.issuer, audience, typ: 'at+jwt' }
      return (await jwtVerify(token, publicKey, options)).payload
    } catch {
      return undefined
    }
  }

  async function read(token: string): Promise<ValidToken | undefined> {
    const claims = await verify(token)
    const entry = issued.get(claims?.jti ?? '')
    if (claims === undefined || entry === undefined) return undefined
    if (entry.grantId === undefined) return { claims, openIdScopes: new Set() }
    const grant = await provider.Grant.find(entry.grantId)
    if (grant === undefined) return undefined
    return { claims, openIdScopes: new Set(grant.getOIDCScope().split(' ')) }
  }

  async function introspect(token: string): Promise<object> {
    const valid = await read(token)
    if (valid === undefined) return { active: false }
    const { iss, sub, aud, exp, iat, jti, scope, client_id, name } = valid.claims
    const username = typeof name === 'string' ? { username: name } : {}
    return {
      active: true,
      token_type: 'Bearer',
      iss,
      sub,
      aud,
      exp,
      iat,
      jti,
      scope,
      client_id,
      ...username,
    }
  }

  provider.use(async (context, next) => {
    await next()
    const ctx: Context = context
    const token = refusedToken(ctx)
    if (token === undefined) return
    const claims = await verify(token)
    // RFC 7009 §2.1, RFC 7662 §4: a client learns of and ends only its own tokens.
    const isOwn = claims?.['client_id'] === ctx.oidc?.client?.clientId
    if (ctx.oidc?.route === 'introspection') {
      ctx.body = isOwn ? await introspect(token) : { active: false }
    } else {
      if (isOwn) issued.delete(claims?.jti ?? '')
      ctx.body = ''
    }
    ctx.status = 200
  })

  return { read }
}
