import { createHash, timingSafeEqual } from 'node:crypto'
import {
  errors,
  type Provider,
  type ResourceServer,
  type TokenEndpointGrantContext,
} from 'oidc-provider'
import { practiceApi } from './provider-configuration.ts'

interface PasswordParameters {
  readonly username?: string | undefined
  readonly password?: string | undefined
}

interface User {
  readonly userName: string
  readonly password: string
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/** RFC 6749 §4.3.2: both parameters are required; a wrong one is `invalid_grant` (§5.2). */
function checkUser({ username, password }: PasswordParameters, user: User): void {
  if (!username) throw new errors.InvalidRequest("missing required parameter 'username'")
  if (!password) throw new errors.InvalidRequest("missing required parameter 'password'")
  if (!isSame(username, user.userName) || !isSame(password, user.password)) {
    throw new errors.InvalidGrant('user name or password is wrong')
  }
}

/** RFC 6749 §3.3: without a scope, the server's default, which is everything. */
function grantedScope(asked: string | undefined, offered: string): string {
  if (!asked) return offered
  const known = new Set(offered.split(' '))
  const unknown = asked.split(' ').find((word) => !known.has(word))
  if (unknown !== undefined) throw new errors.InvalidScope('requested scope is not known', unknown)
  return asked
}

/**
 * Adds the resource owner password credentials grant (RFC 6749 §4.3) to the provider, which omits it
 * on purpose (RFC 9700 §2.4) although many APIs still require it.
 */
export function registerPasswordGrant(provider: Provider, user: User, api: ResourceServer): void {
  const { AccessToken, Grant, RefreshToken, ResourceServer } = provider

  async function handle(ctx: TokenEndpointGrantContext<PasswordParameters>): Promise<void> {
    const { client, params } = ctx.oidc
    checkUser(params, user)
    const scope = grantedScope(params.scope, api.scope)

    const grant = new Grant({ accountId: user.userName, clientId: client.clientId })
    grant.addResourceScope(practiceApi, scope)
    const common = {
      client,
      accountId: user.userName,
      grantId: await grant.save(),
      gty: 'password',
      scope,
    }
    const accessToken = new AccessToken({
      ...common,
      resourceServer: new ResourceServer(practiceApi, api),
    })
    const refreshToken = new RefreshToken({ ...common, resource: practiceApi, rotations: 0 })
    ctx.oidc.entity('Grant', grant)
    ctx.oidc.entity('AccessToken', accessToken)
    ctx.oidc.entity('RefreshToken', refreshToken)

    ctx.body = {
      access_token: await accessToken.save(),
      token_type: accessToken.tokenType,
      expires_in: accessToken.expiration,
      refresh_token: await refreshToken.save(),
      scope,
    }
  }

  provider.registerGrantType<PasswordParameters>('password', handle, [
    'username',
    'password',
    'scope',
  ])
}
