import type { LeftOut } from '../../../shared/import.ts'
import type { SentWith } from '../../../shared/sent-with.ts'
import type { Details } from '../details.ts'
import { signInIn } from '../details-of-authorization.ts'
import { leaveOut, type Pair } from '../request/pasted-request.ts'
import { type Fill, membersOf, namedEntries, scalarText } from './postman-values.ts'

/** A sign-in of a collection, of a folder or of a request. */
export interface PostmanAuth {
  readonly type: string
  readonly attributes: ReadonlyMap<string, unknown>
}

/** Maximum number of attributes; a sign-in has some thirty. */
const maxAttributes = 500

/** Returns the attributes by name: format 2.1 has a list of them, format 2.0 an object. */
function attributesOf(given: unknown): ReadonlyMap<string, unknown> {
  if (Array.isArray(given)) {
    if (given.length > maxAttributes) return new Map()
    return new Map(namedEntries(given).map(({ name, value }) => [name, value]))
  }
  const found = new Map<string, unknown>()
  const members = membersOf(given) ?? {}
  for (const name in members) {
    if (found.size >= maxAttributes) return new Map()
    found.set(name, members[name])
  }
  return found
}

/** Reads a sign-in once, at its own place: thousands of requests may inherit it. */
export function authOf(given: unknown): PostmanAuth | undefined {
  const members = membersOf(given)
  const type = members?.['type']
  if (members === undefined || typeof type !== 'string') return undefined
  const own = Object.hasOwn(members, type) ? members[type] : undefined
  return { type, attributes: attributesOf(own) }
}

/** Postman's names of grants, where they differ from the standard. */
const grants: ReadonlyMap<string, string> = new Map([
  ['password_credentials', 'password'],
  ['authorization_code_with_pkce', 'authorization_code'],
])

/** Attributes about storing and sending the token, and of other grants or one sign-in alone. */
const idle: ReadonlySet<string> = new Set([
  'addTokenTo',
  'clientCertificate',
  'code_verifier',
  'headerPrefix',
  'id',
  'state',
  'tokenName',
  'tokenType',
  'username',
  'password',
])
const used: ReadonlySet<string> = new Set([
  'accessTokenUrl',
  'accessToken',
  'audience',
  'authRequestParams',
  'authUrl',
  'callBackUrl',
  'challengeAlgorithm',
  'clientId',
  'clientSecret',
  'client_authentication',
  'grant_type',
  'refreshRequestParams',
  'refreshTokenUrl',
  'redirect_uri',
  'resource',
  'scope',
  'tokenRequestParams',
  'useBrowser',
])

/**
 * Returns further values of a request, each with the place and the requests in which Postman sends
 * it.
 */
function extrasIn(list: unknown, sentWith: SentWith, fill: Fill, leftOut: LeftOut[]) {
  const parameters: Pair[] = []
  const headers: Pair[] = []
  for (const { name, value, members } of namedEntries(list)) {
    const text = scalarText(value)
    const key = fill(name)
    if (text === undefined) leftOut.push(leaveOut(key, 'nested'))
    else if (members['send_as'] === 'request_header') headers.push([key, fill(text), { sentWith }])
    else {
      if (members['send_as'] === 'request_url' && sentWith !== 'authorizing')
        leftOut.push(leaveOut(key, 'moved-to-body'))
      parameters.push([key, fill(text), { sentWith }])
    }
  }
  return { parameters, headers }
}

/** Returns the OAuth 2.0 settings; `undefined` if there are none. */
export function detailsOfAuth(
  title: string,
  { type, attributes }: PostmanAuth,
  fill: Fill,
): Details | undefined {
  if (type !== 'oauth2') return undefined
  const leftOut: LeftOut[] = []
  const text = (name: string) => {
    if (!attributes.has(name)) return undefined
    const value = scalarText(attributes.get(name))
    if (value === undefined) leftOut.push(leaveOut(name, 'nested'))
    return fill(value ?? '')
  }
  const url = text('accessTokenUrl') ?? ''
  const clientId = text('clientId')
  const authUrl = text('authUrl') ?? ''
  if (url === '' && authUrl === '' && clientId === undefined) return undefined
  const grant = text('grant_type') ?? 'authorization_code'
  const wireName = grants.get(grant) ?? grant
  const isForUser = grant === 'password_credentials'
  const obtaining = extrasIn(attributes.get('tokenRequestParams'), 'obtaining', fill, leftOut)
  const refreshing = extrasIn(attributes.get('refreshRequestParams'), 'refreshing', fill, leftOut)
  const isSignIn = wireName === 'authorization_code'
  const signIn = isSignIn
    ? signInIn(extrasIn(attributes.get('authRequestParams'), 'authorizing', fill, leftOut), leftOut)
    : { parameters: [] }
  const refreshUrl = text('refreshTokenUrl')
  if (typeof attributes.get('accessToken') === 'string') {
    leftOut.push(leaveOut('accessToken', 'not-needed'))
  }
  for (const name of ['authRequestParams', 'tokenRequestParams', 'refreshRequestParams']) {
    const list = attributes.get(name) ?? ''
    if (!Array.isArray(list) && list !== '') leftOut.push(leaveOut(name, 'nested'))
  }
  for (const [name, value] of attributes) {
    const isKnown = used.has(name) || idle.has(name)
    if (!isKnown && scalarText(value) !== '') leftOut.push(leaveOut(name, 'unknown-option'))
  }
  return {
    title,
    name: title,
    url,
    refreshUrl: refreshUrl === url ? undefined : refreshUrl,
    ...(isSignIn && {
      authorizationUrl: authUrl,
      // Postman's own page, which it uses for a sign-in in the browser.
      redirectAddress:
        text('useBrowser') === 'true'
          ? 'https://oauth.pstmn.io/v1/callback'
          : text('redirect_uri') || text('callBackUrl'),
      codeChallengeMethod: text('challengeAlgorithm') === 'plain' ? 'plain' : 'S256',
    }),
    ...signIn,
    grantType: wireName,
    authentication: text('client_authentication') === 'body' ? 'body' : 'basic',
    clientId: clientId ?? '',
    clientSecret: text('clientSecret') ?? '',
    ...(isForUser && {
      userNameField: 'username',
      userName: text('username') ?? '',
      password: text('password') ?? '',
    }),
    scope: text('scope'),
    audience: text('audience'),
    resource: text('resource'),
    parameters: [...signIn.parameters, ...obtaining.parameters, ...refreshing.parameters],
    headers: [...obtaining.headers, ...refreshing.headers],
    leftOut,
  }
}
