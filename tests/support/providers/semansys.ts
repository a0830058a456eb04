import { createHmac, randomUUID } from 'node:crypto'
import { awkward, hex, plant } from './canary.ts'
import {
  type Answer,
  type Emulator,
  type EmulatorOptions,
  json,
  startEmulator,
  type TokenRequest,
} from './emulator.ts'
import { exactly, single } from './parameters.ts'
import { createTokenStore, type IssuedTokens } from './token-store.ts'

export interface SemansysCredentials {
  readonly clientId: string
  readonly clientSecret: string
  readonly userName: string
  readonly password: string
}

// The documentation names these statuses and shows no bodies: there are none, so that
// nothing can lean on a body that nobody promised.
const invalidParameters: Answer = { status: 400 }
const invalidClient: Answer = { status: 401 }
const userAuthenticationFailed: Answer = { status: 403 }

// Nothing is said about a refresh token that is no longer good: the standard's answer
// (RFC 6749 §5.2).
const deadRefreshToken = json(400, JSON.stringify({ error: 'invalid_grant' }))

const scope = 'read write'
const parametersOf: ReadonlyMap<string | undefined, readonly string[]> = new Map([
  ['password', ['grant_type', 'client_id', 'client_secret', 'username', 'password']],
  ['refresh_token', ['grant_type', 'client_id', 'client_secret', 'refresh_token']],
])

/** RFC 7519 with HS256, as in the documented example. */
function jwt(claims: Readonly<Record<string, unknown>>, key: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

function success({ accessToken, refreshToken, expiresIn }: IssuedTokens): Answer {
  return json(
    200,
    JSON.stringify({
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: expiresIn,
      refresh_token: refreshToken,
      scope,
    }),
  )
}

/** The token endpoint of Semansys: credentials in the body, checked in the documented order. */
export function startSemansysEmulator(
  options: EmulatorOptions = {},
): Promise<Emulator<SemansysCredentials>> {
  const signingKey = hex(64)
  const planted = [plant('first-client-secret'), plant('first-password')] as const
  const credentials: SemansysCredentials = {
    clientId: `semansys-app-${hex(8)}`,
    clientSecret: planted[0] + awkward,
    userName: `anna+${hex(8)}@customer.example`,
    password: planted[1] + awkward,
  }
  const tokens = createTokenStore({
    expiresIn: options.expiresIn ?? 3600,
    refreshToken: () => hex(16),
    accessToken: (expiresIn) => {
      const now = Math.floor(Date.now() / 1000)
      const claims = {
        iss: 'https://oidc-pre.semansys.com',
        aud: 'semansys-api',
        sub: credentials.userName,
        client_id: credentials.clientId,
        scope,
        iat: now,
        exp: now + expiresIn,
        jti: randomUUID(),
      }
      return jwt(claims, signingKey)
    },
  })

  function answer({ authorization, query, form }: TokenRequest): Answer {
    const names = parametersOf.get(single(form, 'grant_type'))
    const parameters = names && exactly(form, names)
    // Id and secret have one place; a second one makes two ways of authentication in
    // one request (RFC 6749 §2.3).
    if (!parameters || query.length > 0 || authorization !== undefined) return invalidParameters
    const isClient =
      parameters.get('client_id') === credentials.clientId &&
      parameters.get('client_secret') === credentials.clientSecret
    if (!isClient) return invalidClient
    const refreshToken = parameters.get('refresh_token')
    if (refreshToken !== undefined) {
      const issued = tokens.refresh(refreshToken)
      return issued === undefined ? deadRefreshToken : success(issued)
    }
    const isUser =
      parameters.get('username') === credentials.userName &&
      parameters.get('password') === credentials.password
    return isUser ? success(tokens.issue()) : userAuthenticationFailed
  }

  return startEmulator({
    path: '/connect/token',
    credentials,
    planted,
    tokens,
    answer,
    malformed: invalidParameters,
    failure: (status) => ({ status }),
  })
}
