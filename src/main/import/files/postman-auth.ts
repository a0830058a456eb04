import { z } from 'zod'
import type { Details } from '../details.ts'
import { leaveOut, type Pair } from '../pasted-request.ts'
import { attributesOf, type PostmanAuth } from './postman-request.ts'

const parameters = z
  .array(z.object({ key: z.string(), value: z.string(), enabled: z.boolean().optional() }))
  .max(100)
  .catch([])

/** What Postman calls the grants; only these it calls otherwise than the standard. */
const grants: ReadonlyMap<string, string> = new Map([
  ['password_credentials', 'password'],
  ['authorization_code_with_pkce', 'authorization_code'],
])

/** The OAuth 2.0 settings as somebody filled them in; `undefined` if there are none. */
export function detailsOfAuth(
  title: string,
  { type, oauth2 }: PostmanAuth,
  fill: (text: string) => string,
): Details | undefined {
  if (type !== 'oauth2') return undefined
  const attributes = attributesOf(oauth2)
  const text = (name: string) => {
    const value = attributes.get(name)
    return typeof value === 'string' ? fill(value) : undefined
  }
  const url = text('accessTokenUrl') ?? ''
  const clientId = text('clientId')
  if (url === '' && clientId === undefined) return undefined
  const grant = text('grant_type') ?? 'authorization_code'
  const isForUser = grant === 'password_credentials'
  const extras: readonly Pair[] = parameters
    .parse(attributes.get('tokenRequestParams'))
    .filter(({ enabled }) => enabled !== false)
    .map(({ key, value }) => [fill(key), fill(value)])
  const refreshUrl = text('refreshTokenUrl')
  const accessToken = attributes.get('accessToken')
  return {
    title,
    name: title,
    url,
    refreshUrl: refreshUrl === url ? undefined : refreshUrl,
    grantType: grants.get(grant) ?? grant,
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
    parameters: extras,
    leftOut: typeof accessToken === 'string' ? [leaveOut('accessToken', 'not-needed')] : [],
  }
}
