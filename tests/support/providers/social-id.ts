import { awkward, hex, plant } from './canary.ts'
import {
  type Answer,
  type Emulator,
  type EmulatorOptions,
  json,
  startEmulator,
  type TokenRequest,
} from './emulator.ts'
import { exactly, readBasic, single } from './parameters.ts'
import { createTokenStore, type IssuedTokens } from './token-store.ts'

export interface SocialIdCredentials {
  readonly clientId: string
  readonly clientSecret: string
  readonly userName: string
  readonly emailAddress: string
  readonly password: string
}

/**
 * "JSON carries a code and a description": the member names are not said; these are
 * the ones of RFC 6749 §5.2, where the three codes come from.
 */
function problem(status: number, code: string, description: string): Answer {
  return json(status, JSON.stringify({ error: code, error_description: description }))
}

const missing = (what: string) => problem(400, 'invalid_request', `${what} is missing or invalid`)
const serverError = problem(500, 'internal_server_error', 'an unknown error happened')
const unsupportedGrantType = problem(400, 'unsupported_grant_type', 'not supported')

/** Written by hand because of the comma after the last member, as in the documented example. */
function success({ accessToken, refreshToken, expiresIn }: IssuedTokens): Answer {
  return json(
    200,
    `{
  "access_token": "${accessToken}",
  "expires_in": ${expiresIn},
  "token_type": "bearer",
  "refresh_token": "${refreshToken}",
}`,
  )
}

/** The token endpoint of Social ID: Basic, and exactly one of two names for the user. */
export function startSocialIdEmulator(
  options: EmulatorOptions = {},
): Promise<Emulator<SocialIdCredentials>> {
  const password = plant('social-id-password')
  const credentials: SocialIdCredentials = {
    clientId: String(100 + Math.floor(Math.random() * 900)),
    clientSecret: hex(64),
    userName: `john_${hex(8)}`,
    emailAddress: `john+${hex(8)}@customer.example`,
    password: password + awkward,
  }
  const tokens = createTokenStore({
    expiresIn: options.expiresIn ?? 604_800,
    accessToken: () => hex(64),
    refreshToken: () => hex(64),
  })

  function isClient(authorization: string | undefined): boolean {
    const basic = readBasic(authorization)
    return basic?.id === credentials.clientId && basic.secret === credentials.clientSecret
  }

  function withPassword(form: TokenRequest['form']): Answer {
    const byName = exactly(form, ['grant_type', 'username', 'password'])
    const byEmail = exactly(form, ['grant_type', 'email_address', 'password'])
    const parameters = byName ?? byEmail
    if (parameters === undefined) return missing('username/email_address or password')
    const isUser = byName
      ? byName.get('username') === credentials.userName
      : parameters.get('email_address') === credentials.emailAddress
    if (isUser && parameters.get('password') === credentials.password) {
      return success(tokens.issue())
    }
    // No code is documented for a wrong user. 401 is "authentication wrong", and the one
    // code that speaks of a combination that does not match is `invalid_client`.
    return problem(401, 'invalid_client', 'the combination does not match')
  }

  function withRefreshToken(form: TokenRequest['form']): Answer {
    const parameters = exactly(form, ['grant_type', 'refresh_token'])
    const refreshToken = parameters?.get('refresh_token')
    // Nor is one for a dead refresh token: of the three, a parameter that is not valid.
    const issued = refreshToken === undefined ? undefined : tokens.refresh(refreshToken)
    return issued === undefined ? missing('refresh_token') : success(issued)
  }

  function answer({ authorization, query, form }: TokenRequest): Answer {
    if (!isClient(authorization)) {
      return problem(401, 'invalid_client', 'not given, or the combination does not match')
    }
    if (query.length > 0) return missing('the body')
    const grantType = single(form, 'grant_type')
    if (!grantType) return missing('grant_type')
    if (grantType === 'password') return withPassword(form)
    if (grantType === 'refresh_token') return withRefreshToken(form)
    return unsupportedGrantType
  }

  return startEmulator({
    path: '/v2/marketing/oauth/token',
    credentials,
    planted: [credentials.clientSecret, password],
    tokens,
    answer,
    malformed: missing('the body'),
    failure: (status) => (status === 500 ? serverError : { status }),
  })
}
