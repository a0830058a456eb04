import { randomBytes } from 'node:crypto'
import { awkward, hex, plant } from './canary.ts'
import {
  type Answer,
  type Emulator,
  type EmulatorOptions,
  json,
  startEmulator,
  type TokenRequest,
} from './emulator.ts'
import { exactly, type Parameters, readBasic, single } from './parameters.ts'
import { createTokenStore, type IssuedTokens } from './token-store.ts'

export interface OrganizationApiCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

// The documentation shows no errors: these are the standard's (RFC 6749 §5.2).
const problem = (code: string) => json(400, JSON.stringify({ error: code }))
const invalidRequest = problem('invalid_request')
const invalidClient = json(401, JSON.stringify({ error: 'invalid_client' }), {
  'www-authenticate': 'Basic realm="oauth2"',
})

const parametersOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['client_credentials', ['grant_type']],
  ['refresh_token', ['grant_type', 'refresh_token']],
])

/** The three documented members and no other: there is no `token_type`. */
function success({ accessToken, refreshToken, expiresIn }: IssuedTokens): Answer {
  const members = {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: expiresIn,
  }
  return json(200, JSON.stringify(members))
}

/** Where the client names itself, and what is left of the parameters without that. */
function readClient({
  authorization,
  query,
  form,
}: TokenRequest):
  | { readonly id: string | undefined; readonly secret: string | undefined; rest: Parameters }
  | undefined {
  // The Basic way does not say where its `grant_type` goes: in the body or in the query,
  // but not in both.
  if (query.length > 0 && form.length > 0) return undefined
  const parameters = [...query, ...form]
  if (authorization !== undefined) {
    const basic = readBasic(authorization)
    return { id: basic?.id, secret: basic?.secret, rest: parameters }
  }
  // The second way has everything in the query string; a secret in the body is no way.
  const isClient = (name: string) => name === 'client_id' || name === 'client_secret'
  return {
    id: single(query, 'client_id'),
    secret: single(query, 'client_secret'),
    rest: query.length > 0 ? query.filter(([name]) => !isClient(name)) : form,
  }
}

/** The token endpoint of an Organization API server: Basic, or everything in the query string. */
export function startOrganizationApiEmulator(
  options: EmulatorOptions = {},
): Promise<Emulator<OrganizationApiCredentials>> {
  const secret = plant('second-client-secret')
  const credentials = { clientId: `org-app-${hex(8)}`, clientSecret: secret + awkward }
  const opaque = () => randomBytes(30).toString('base64url')
  const tokens = createTokenStore({
    // "In seconds" is all that is said; a day.
    expiresIn: options.expiresIn ?? 86_400,
    accessToken: opaque,
    refreshToken: opaque,
  })

  function answer(request: TokenRequest): Answer {
    const client = readClient(request)
    if (client === undefined) return invalidRequest
    const isClient =
      client.id === credentials.clientId && client.secret === credentials.clientSecret
    if (!isClient) return invalidClient
    const grantType = single(client.rest, 'grant_type')
    if (!grantType) return invalidRequest
    const names = parametersOf.get(grantType)
    if (names === undefined) return problem('unsupported_grant_type')
    const parameters = exactly(client.rest, names)
    if (parameters === undefined) return invalidRequest
    const refreshToken = parameters.get('refresh_token')
    if (refreshToken === undefined) return success(tokens.issue())
    const issued = tokens.refresh(refreshToken)
    return issued === undefined ? problem('invalid_grant') : success(issued)
  }

  return startEmulator({
    path: '/oauth2/token',
    credentials,
    planted: [secret],
    tokens,
    answer,
    malformed: invalidRequest,
    failure: (status) => ({ status }),
  })
}
