import { authentications } from '../../../shared/client-authentication/facts.ts'
import { type GrantKind, grants } from '../../../shared/grants/facts.ts'
import { extraSecret, type Secrets } from '../../../shared/profile.ts'
import { resourcesIn } from '../../../shared/resource.ts'
import { isSentWith, type RequestPurpose } from '../../../shared/sent-with.ts'
import type { ProfileSettings } from '../../../shared/settings/index.ts'
import type { BodyFormat } from '../../../shared/settings/request.ts'
import { clientHeaders, clientParameters } from '../client-authentication/index.ts'
import { definitionOf } from '../grants/index.ts'
import type { NamedSecret } from '../redaction/secret-finder.ts'
import { formOf, jsonOf, neededSecret, type Parameter, withQuery } from './parameters.ts'

/** The grant of one request: the profile's own, or a refresh (RFC 6749 §6). */
export interface TokenGrant {
  readonly kind: GrantKind
  /** Of a refresh. */
  readonly refreshToken?: string
  /** The result of a person's sign-in: a code and its parameters. */
  readonly proof?: Proof
}

/** The parameters that prove a sign-in, such as `code` (RFC 6749 §4.1.3). */
export interface Proof {
  readonly parameters: readonly Parameter[]
  /** The names of those that are secret. */
  readonly secret: readonly string[]
  /** Secrets of the sign-in that this request does not send, such as `state`. */
  readonly others?: readonly NamedSecret[]
  /** The ID token must name it (OpenID Connect Core §3.1.3.7). Absent: none was sent. */
  readonly nonce?: string
}

/** Returns what a request with this grant does for a profile. */
export const purposeOf = ({ kind }: TokenGrant): RequestPurpose => grants[kind].purpose

export const isRefresh = (
  grant: TokenGrant,
): grant is TokenGrant & Required<Pick<TokenGrant, 'refreshToken'>> => 'refreshToken' in grant

/** A request to a token endpoint, ready to be sent (the engine's `HttpRequest`). */
export interface TokenRequest {
  readonly method: 'POST'
  readonly url: string
  /** Names in lower case, values as text: they travel in UTF-8, as the body does. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Returns the parameters that name the user. A refresh that follows another grant has none. */
function userParameters({ grant }: ProfileSettings, secrets: Secrets, sent: TokenGrant) {
  return grant.kind === sent.kind ? definitionOf(sent.kind).userParameters(grant, secrets) : []
}

/**
 * Returns the scope that the request names. A refresh that follows another grant names none: left
 * out, the scope stays the same (RFC 6749 §6), and some servers refuse a repeated one. Where the
 * refresh token is all that the user has, the scope may narrow what it grants. After a sign-in, the
 * request that began it named the scope (RFC 6749 §4.1.1, RFC 8628 §3.1).
 */
export function askedScope({ grant, request }: ProfileSettings, sent: TokenGrant) {
  if (sent.proof !== undefined) return undefined
  const isFollowing = purposeOf(sent) === 'refreshing' && grants[grant.kind].purpose === 'obtaining'
  return isFollowing ? undefined : request.scope
}

/**
 * Returns the audience and the resources of the token. Unlike the scope, every refresh names them
 * too: without them a server gives a token for its own default, or refuses (RFC 8707 §2.2), and one
 * that does not ask for them ignores them (RFC 6749 §3.2).
 */
export function targetParameters({
  request: { audience, resource = '' },
}: Pick<ProfileSettings, 'request'>) {
  const parameters: Parameter[] = []
  if (audience !== undefined) parameters.push(['audience', audience])
  const resources = resourcesIn(resource)
  const [only, ...more] = resources
  if (only !== undefined) parameters.push(['resource', more.length === 0 ? only : resources])
  return parameters
}

function grantParameters(settings: ProfileSettings, grant: TokenGrant): readonly Parameter[] {
  const parameters: Parameter[] = []
  if (isRefresh(grant)) parameters.push(['refresh_token', grant.refreshToken])
  if (grant.proof !== undefined) parameters.push(...grant.proof.parameters)
  const scope = askedScope(settings, grant)
  if (scope !== undefined) parameters.push(['scope', scope])
  return [...parameters, ...targetParameters(settings)]
}

/** Returns the extra parameters of the requests with this purpose. */
export function extraParameters(
  { request }: Pick<ProfileSettings, 'request'>,
  secrets: Secrets,
  purpose: RequestPurpose,
): readonly Parameter[] {
  return request.extraParameters
    .filter((extra) => isSentWith(extra, purpose))
    .map((extra) => [
      extra.name,
      extra.secret ? neededSecret(secrets, extraSecret('parameter', extra)) : extra.value,
    ])
}

/** Returns the extra headers of the requests with this purpose, by their names in lower case. */
export function extraHeaders(
  { request }: Pick<ProfileSettings, 'request'>,
  secrets: Secrets,
  purpose: RequestPurpose,
): Readonly<Record<string, string>> {
  const sent = request.extraHeaders
    .filter((extra) => isSentWith(extra, purpose))
    .map((extra) => [
      extra.name.toLowerCase(),
      extra.secret ? neededSecret(secrets, extraSecret('header', extra)) : extra.value,
    ])
  return Object.fromEntries(sent)
}

/** The writers of the parameters of a body. */
const bodies: Readonly<
  Record<BodyFormat, { contentType: string; write: (parameters: readonly Parameter[]) => string }>
> = {
  form: { contentType: 'application/x-www-form-urlencoded', write: formOf },
  json: { contentType: 'application/json', write: jsonOf },
}

/** The parts of a request beside what authenticates the client. */
interface RequestParts {
  readonly address: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly bodyFormat: BodyFormat
  /** All parameters, those of the client included, in the order of the body. */
  readonly parameters: readonly Parameter[]
  /** Those of `parameters` that are in the address where the client is authenticated there. */
  readonly open: readonly Parameter[]
}

/**
 * Builds a request with the client authenticated in one way only (RFC 6749 §2.3), and each parameter
 * in one place only. Throws, as a bug, if a secret that the settings ask for is not among `secrets`.
 */
export function authenticatedRequest(
  { client }: Pick<ProfileSettings, 'client'>,
  secrets: Secrets,
  { address, headers, bodyFormat, parameters, open }: RequestParts,
): TokenRequest {
  const { contentType, write } = bodies[bodyFormat]
  const request = {
    method: 'POST',
    headers: {
      // GitHub answers with a form otherwise.
      accept: 'application/json',
      ...headers,
      'content-type': contentType,
      ...clientHeaders(client, secrets),
    },
  } as const
  if (authentications[client.authentication.method].sentIn !== 'query') {
    return { ...request, url: address, body: write(parameters) }
  }
  const hidden = parameters.filter((each) => !open.includes(each))
  return { ...request, url: withQuery(address, open), body: write(hidden) }
}

/**
 * Builds the request that runs a grant for a profile (RFC 6749 §3.2). With `query`, everything is in the address except what names the user. A refresh token
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
    ['grant_type', grants[grant.kind].wireName],
    ...clientParameters(settings.client, secrets),
    ...grantParameters(settings, grant),
    ...extraParameters(settings, secrets, purposeOf(grant)),
  ]
  return authenticatedRequest(settings, secrets, {
    address: endpointOf(settings, grant),
    headers: {
      ...extraHeaders(settings, secrets, purposeOf(grant)),
      ...definitionOf(settings.grant.kind).headers?.(settings.grant),
    },
    bodyFormat: settings.request.bodyFormat,
    parameters: [...others, ...user],
    open: others,
  })
}

/** Returns the address that a grant's request goes to. */
export function endpointOf(
  { server: { tokenEndpoint, refreshEndpoint = tokenEndpoint } }: ProfileSettings,
  grant: TokenGrant,
): string {
  return purposeOf(grant) === 'refreshing' ? refreshEndpoint : tokenEndpoint
}
