import { isSentWith } from '../../../shared/extra.ts'
import {
  type BodyFormat,
  extraSecret,
  type ProfileSettings,
  purposeOf,
  type Secrets,
} from '../../../shared/profile.ts'
import { resourcesIn } from '../../../shared/resource.ts'
import { clientHeaders, clientParameters } from './client-authentication.ts'
import { neededSecret } from './needed-secret.ts'
import { formOf, jsonOf, type Parameter, withQuery } from './parameters.ts'

/** What is asked of the token endpoint: RFC 6749 §4.3, §4.4 or §6. */
export type TokenGrant =
  | { readonly grantType: 'password' | 'client_credentials' }
  | { readonly grantType: 'refresh_token'; readonly refreshToken: string }

/** A request to a token endpoint, ready to be sent (the engine's `HttpRequest`). */
export interface TokenRequest {
  readonly method: 'POST'
  readonly url: string
  /** Names in lower case, values as text: they travel in UTF-8, as the body does. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Who the user is (RFC 6749 §4.3.2); some servers name the user by another parameter. */
function userParameters(
  settings: ProfileSettings,
  secrets: Secrets,
  { grantType }: TokenGrant,
): readonly Parameter[] {
  if (grantType !== 'password') return []
  return [
    [settings.userNameField, settings.userName],
    ['password', neededSecret(secrets, 'password')],
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

/**
 * For whom the token is to be. Unlike the scope it is said in every refresh too:
 * without it a server gives a token for its own default, or refuses (RFC 8707 §2.2),
 * and one that does not ask for it ignores it (RFC 6749 §3.2).
 */
function targetParameters({ audience, resource }: ProfileSettings): readonly Parameter[] {
  const parameters: Parameter[] = []
  if (audience !== '') parameters.push(['audience', audience])
  const resources = resourcesIn(resource)
  const [only, ...more] = resources
  if (only !== undefined) parameters.push(['resource', more.length === 0 ? only : resources])
  return parameters
}

/** What is asked for. */
function grantParameters(settings: ProfileSettings, grant: TokenGrant): readonly Parameter[] {
  const parameters: Parameter[] = []
  if (grant.grantType === 'refresh_token') parameters.push(['refresh_token', grant.refreshToken])
  if (asksForScope(settings, grant)) parameters.push(['scope', settings.scope])
  return [...parameters, ...targetParameters(settings)]
}

function extraParameters(
  settings: ProfileSettings,
  secrets: Secrets,
  { grantType }: TokenGrant,
): readonly Parameter[] {
  return settings.extraParameters
    .filter((extra) => isSentWith(extra, purposeOf(grantType)))
    .map((extra) => [
      extra.name,
      extra.secret ? neededSecret(secrets, extraSecret('parameter', extra)) : extra.value,
    ])
}

function extraHeaders(
  settings: ProfileSettings,
  secrets: Secrets,
  { grantType }: TokenGrant,
): Readonly<Record<string, string>> {
  const sent = settings.extraHeaders
    .filter((extra) => isSentWith(extra, purposeOf(grantType)))
    .map((extra) => [
      extra.name.toLowerCase(),
      extra.secret ? neededSecret(secrets, extraSecret('header', extra)) : extra.value,
    ])
  return Object.fromEntries(sent)
}

const bodies: Readonly<
  Record<BodyFormat, { contentType: string; write: (parameters: readonly Parameter[]) => string }>
> = {
  form: { contentType: 'application/x-www-form-urlencoded', write: formOf },
  json: { contentType: 'application/json', write: jsonOf },
}

/**
 * Builds the request that runs a grant for a profile (RFC 6749 §3.2): a POST with the
 * client authenticated in one way only (§2.3), and each parameter in one place only.
 * With `query`, everything is in the address except what names the user. A refresh token
 * goes to the refresh endpoint, if the profile has one.
 * Throws, as a bug, if a secret that the settings ask for is not among `secrets`.
 */
export function buildTokenRequest(
  settings: ProfileSettings,
  secrets: Secrets,
  grant: TokenGrant,
): TokenRequest {
  const user = userParameters(settings, secrets, grant)
  const others: readonly Parameter[] = [
    ['grant_type', grant.grantType],
    ...clientParameters(settings, secrets),
    ...grantParameters(settings, grant),
    ...extraParameters(settings, secrets, grant),
  ]
  const { contentType, write } = bodies[settings.bodyFormat]
  const headers = {
    accept: 'application/json',
    ...extraHeaders(settings, secrets, grant),
    'content-type': contentType,
    ...clientHeaders(settings, secrets),
  }
  const address = endpointOf(settings, grant)
  if (settings.clientAuthentication === 'query') {
    return { method: 'POST', url: withQuery(address, others), headers, body: write(user) }
  }
  return { method: 'POST', url: address, headers, body: write([...others, ...user]) }
}

/** The address that a grant's request goes to. */
export function endpointOf(settings: ProfileSettings, { grantType }: TokenGrant): string {
  const isElsewhere = grantType === 'refresh_token' && settings.refreshEndpoint !== ''
  return isElsewhere ? settings.refreshEndpoint : settings.tokenEndpoint
}
