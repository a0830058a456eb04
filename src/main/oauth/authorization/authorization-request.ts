import { authorizationServerAt } from '../../../shared/authorization-servers.ts'
import type { CodeChallengeMethod } from '../../../shared/grants/authorization-code.ts'
import type { Secrets } from '../../../shared/profile.ts'
import type { ProfileSettings } from '../../../shared/settings/index.ts'
import { clientParameters } from '../client-authentication/index.ts'
import type { GrantOf } from '../grants/definition.ts'
import { type Parameter, withQuery } from '../request/parameters.ts'
import {
  authenticatedRequest,
  extraHeaders,
  extraParameters,
  type TokenRequest,
  targetParameters,
} from '../request/token-request.ts'

/** The settings of a profile whose user signs in with a browser. */
export interface AuthorizationSettings extends Omit<ProfileSettings, 'grant'> {
  readonly grant: GrantOf<'authorizationCode'>
}

/** The values of one sign-in, which none before it had. */
export interface Attempt {
  /** RFC 6749 §10.12 */
  readonly state: string
  /** OpenID Connect Core §3.1.2.1; `null`: no ID token is asked for. */
  readonly nonce: string | null
  /** RFC 7636 §4.1 */
  readonly verifier: string
  /** RFC 7636 §4.2; `null`: none is sent. */
  readonly challenge: string | null
  /** The same bytes in both requests (RFC 6749 §4.1.3). */
  readonly redirectUri: string
  /** The user wants to choose an account. */
  readonly isForSomebodyElse: boolean
  /** The `prompt` that the server asked for when it refused the sign-in before this one. */
  readonly askedPrompt: string | null
}

/** Encodes bytes in base64url without padding (RFC 7636 appendix A). */
export const encodeBase64Url = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64url')

async function sha256(text: string): Promise<Uint8Array> {
  // biome-ignore lint/style/noRestrictedGlobals: a digest depends on its input alone.
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

/** The code challenge of a verifier (RFC 7636 §4.2); `null`: none is sent. */
const challenges: {
  readonly [Method in CodeChallengeMethod]: (verifier: string) => Promise<string | null>
} = {
  S256: async (verifier) => encodeBase64Url(await sha256(verifier)),
  plain: async (verifier) => verifier,
  none: async () => null,
}

/** Returns the code challenge of a verifier (RFC 7636 §4.2); `null` if none is sent. */
export function challengeOf(method: CodeChallengeMethod, verifier: string): Promise<string | null> {
  return challenges[method](verifier)
}

/** OpenID Connect Core §3.1.2.1 */
export const asksForIdToken = ({ request }: Pick<ProfileSettings, 'request'>) =>
  (request.scope ?? '').split(' ').includes('openid')

/** Returns the redirect address with the port that was bound, if it leaves that to the app. */
export function redirectUriOf(redirectAddress: string, bound: string): string {
  return redirectAddress.replace(
    /^(http:\/\/[^/?#]*:)0+(?=[/?#]|$)/i,
    (_, place: string) => place + new URL(bound).port,
  )
}

/** Returns the `prompt` for another account: the profile's own stays where both are allowed. */
function promptForSomebodyElse({ grant, server }: AuthorizationSettings): string {
  const facts = authorizationServerAt(server.authorizationEndpoint)
  const { otherAccountPrompt, takesSeveralPrompts } = facts
  const own = (grant.prompt ?? '').split(/\s+/).filter((word) => word === 'consent')
  return [otherAccountPrompt, ...(takesSeveralPrompts ? own : [])].join(' ')
}

/** Returns the parameters that every authorization request has (RFC 6749 §4.1.1). */
function ownParameters(settings: AuthorizationSettings, attempt: Attempt): readonly Parameter[] {
  const { client, grant, request } = settings
  const { state, nonce, challenge, redirectUri, isForSomebodyElse, askedPrompt } = attempt
  const prompt = isForSomebodyElse ? promptForSomebodyElse(settings) : (askedPrompt ?? grant.prompt)
  const optional: Readonly<Record<string, string | null | undefined>> = {
    scope: request.scope,
    state,
    code_challenge: challenge,
    code_challenge_method: challenge === null ? null : grant.codeChallengeMethod,
    nonce,
    // OAuth 2.0 Form Post Response Mode; `query` is what a code comes in anyway.
    response_mode: grant.responseMode === 'query' ? null : grant.responseMode,
    prompt,
    login_hint: isForSomebodyElse ? null : grant.loginHint,
  }
  return [
    ['response_type', 'code'],
    ['client_id', client.id ?? ''],
    ['redirect_uri', redirectUri],
    ...Object.entries(optional).flatMap(([name, value]): Parameter[] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
    ...targetParameters(settings),
  ]
}

/** Removes what the request has already, or what contradicts it: no name may stand twice (§3.1). */
function besides(
  own: readonly Parameter[],
  extras: readonly Parameter[],
  { isForSomebodyElse }: Attempt,
): readonly Parameter[] {
  const taken = new Set(own.map(([name]) => name))
  if (isForSomebodyElse) taken.add('login_hint')
  return extras.filter(([name]) => !taken.has(name))
}

/** Removes parameters from the query that an address has, and leaves the rest byte for byte. */
function withoutParameters(address: string, names: ReadonlySet<string>): string {
  const mark = address.indexOf('?')
  if (mark < 0) return address
  const nameOf = (pair: string) => [...new URLSearchParams(pair).keys()][0] ?? ''
  const pairs = address.slice(mark + 1).split('&')
  const kept = pairs.filter((pair) => !names.has(nameOf(pair)))
  if (kept.length === pairs.length) return address
  return kept.length === 0 ? address.slice(0, mark) : `${address.slice(0, mark)}?${kept.join('&')}`
}

function addressWith(settings: AuthorizationSettings, parameters: readonly Parameter[]): string {
  const names = new Set(parameters.map(([name]) => name))
  const endpoint = settings.server.authorizationEndpoint ?? ''
  return withQuery(withoutParameters(endpoint, names), parameters)
}

/**
 * Returns the address at which the user signs in (RFC 6749 §4.1.1, RFC 7636 §4.3). Of the extra
 * parameters it has only those for sign-ins: a browser keeps it in its history.
 */
export function authorizationAddress(settings: AuthorizationSettings, attempt: Attempt): string {
  const own = ownParameters(settings, attempt)
  const extras = settings.request.extraParameters.flatMap((extra): Parameter[] =>
    extra.sentWith === 'authorizing' && !extra.secret ? [[extra.name, extra.value]] : [],
  )
  return addressWith(settings, [...own, ...besides(own, extras, attempt)])
}

/** Returns the address at which the user signs in after the request was pushed (RFC 9126 §4). */
export function pushedAddress(settings: AuthorizationSettings, requestUri: string): string {
  return addressWith(settings, [
    ['client_id', settings.client.id ?? ''],
    ['request_uri', requestUri],
  ])
}

/**
 * Builds the pushed authorization request (RFC 9126 §2.1): a form with the parameters that would be
 * in the address, and those of every request of the profile, with the client authenticated as at the
 * token endpoint. Throws, as a bug, if a secret that the settings ask for is not among `secrets`.
 */
export function pushedRequest(
  settings: AuthorizationSettings,
  secrets: Secrets,
  attempt: Attempt,
  endpoint: string,
): TokenRequest {
  const own = ownParameters(settings, attempt)
  const extras = extraParameters(settings, secrets, 'authorizing')
  // The ID is among the own ones.
  const proof = clientParameters(settings.client, secrets).filter(([name]) => name !== 'client_id')
  return authenticatedRequest(settings, secrets, {
    address: endpoint,
    headers: extraHeaders(settings, secrets, 'authorizing'),
    bodyFormat: 'form',
    parameters: [...own, ...besides(own, extras, attempt), ...proof],
    open: proof,
  })
}
