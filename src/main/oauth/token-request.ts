import type { ProfileSettings, SecretName, Secrets } from '../../shared/profile.ts'
import { basicCredentials } from './client-authentication.ts'

/** What is asked of the token endpoint: RFC 6749 §4.3, §4.4 or §6. */
export type TokenGrant =
  | { readonly grantType: 'password' | 'client_credentials' }
  | { readonly grantType: 'refresh_token'; readonly refreshToken: string }

/** A request to a token endpoint, ready to be sent (the engine's `HttpRequest`). */
export interface TokenRequest {
  readonly method: 'POST'
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Parameter = [name: string, value: string]

function need(secrets: Secrets, name: SecretName): string {
  const value = secrets[name]
  if (value === undefined) throw new Error(`the secret ${name} is needed and not there`)
  return value
}

/** Who the user is (RFC 6749 §4.3.2); some servers name the user by another parameter. */
function userParameters(settings: ProfileSettings, secrets: Secrets): readonly Parameter[] {
  return [
    [settings.userNameField, settings.userName],
    ['password', need(secrets, 'password')],
  ]
}

/**
 * Whether the request names the scope. A refresh that follows another grant does not:
 * left out, it stays the same (RFC 6749 §6), and some servers refuse a repeated one.
 * Where the refresh token is all that the user has, he may narrow the scope with it.
 */
export function asksForScope(settings: ProfileSettings, grant: TokenGrant): boolean {
  const isFollowing = grant.grantType === 'refresh_token' && settings.grantType !== 'refresh_token'
  return settings.scope !== '' && !isFollowing
}

/** What is asked for. */
function grantParameters(
  settings: ProfileSettings,
  secrets: Secrets,
  grant: TokenGrant,
): readonly Parameter[] {
  const parameters: Parameter[] = []
  if (grant.grantType === 'refresh_token') parameters.push(['refresh_token', grant.refreshToken])
  if (asksForScope(settings, grant)) parameters.push(['scope', settings.scope])
  for (const extra of settings.extraParameters) {
    const value = extra.secret ? need(secrets, `parameter:${extra.name}`) : extra.value
    parameters.push([extra.name, value])
  }
  return parameters
}

/** The client's name among the parameters; Basic says it in the header alone (§2.3). */
function clientParameters(settings: ProfileSettings, secrets: Secrets): readonly Parameter[] {
  const { clientAuthentication, clientId } = settings
  if (clientAuthentication === 'basic') return []
  if (clientAuthentication === 'none') return clientId === '' ? [] : [['client_id', clientId]]
  return [
    ['client_id', clientId],
    ['client_secret', need(secrets, 'clientSecret')],
  ]
}

function encode(parameters: readonly Parameter[]): string {
  const form = new URLSearchParams()
  for (const [name, value] of parameters) form.append(name, value)
  return form.toString()
}

function withQuery(endpoint: string, query: string): string {
  if (!endpoint.includes('?')) return `${endpoint}?${query}`
  return /[?&]$/.test(endpoint) ? endpoint + query : `${endpoint}&${query}`
}

/**
 * Builds the request that runs a grant at a profile's token endpoint (RFC 6749 §3.2):
 * a POST with form-encoded parameters and the client authenticated in one way only
 * (§2.3). With `query`, everything is in the address except what names the user.
 * Throws, as a bug, if a secret that the settings ask for is not among `secrets`.
 */
export function buildTokenRequest(
  settings: ProfileSettings,
  secrets: Secrets,
  grant: TokenGrant,
): TokenRequest {
  const user = grant.grantType === 'password' ? userParameters(settings, secrets) : []
  const others: readonly Parameter[] = [
    ['grant_type', grant.grantType],
    ...clientParameters(settings, secrets),
    ...grantParameters(settings, secrets, grant),
  ]
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    ...authorization(settings, secrets),
  }
  if (settings.clientAuthentication === 'query') {
    const url = withQuery(settings.tokenEndpoint, encode(others))
    return { method: 'POST', url, headers, body: encode(user) }
  }
  const body = encode([...others, ...user])
  return { method: 'POST', url: settings.tokenEndpoint, headers, body }
}

function authorization(
  { clientAuthentication, clientId, basicEncoding }: ProfileSettings,
  secrets: Secrets,
): Readonly<Record<string, string>> {
  if (clientAuthentication !== 'basic') return {}
  const secret = need(secrets, 'clientSecret')
  return { authorization: basicCredentials(clientId, secret, basicEncoding) }
}
