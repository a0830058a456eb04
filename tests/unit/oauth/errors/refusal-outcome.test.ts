import { describe, expect, it } from 'vitest'
import type { ServerError } from '../../../../src/main/oauth/errors/error-fields.ts'
import {
  type AnswerContext,
  outcomeOfRefusal,
} from '../../../../src/main/oauth/errors/refusal-outcome.ts'
import type { BodyReading } from '../../../../src/main/oauth/response/response-body.ts'
import { readTokenResponse } from '../../../../src/main/oauth/response/token-response.ts'
import { refusalRulesOf } from '../../../../src/main/presets/index.ts'
import type { GrantKind } from '../../../../src/shared/grants/facts.ts'

const now = Date.UTC(2026, 0, 1)
const unreadable = { kind: 'unreadable', text: '' } as const
const nothing: BodyReading = { ...unreadable, looksLike: 'nothing', from: 'server' }
const page: BodyReading = { ...unreadable, looksLike: 'web-page', from: 'page' }
const signInPage: BodyReading = { ...unreadable, looksLike: 'sign-in-page', from: 'page' }

interface More extends Partial<AnswerContext> {
  readonly headers?: Record<string, string>
  readonly body?: BodyReading
}

function outcomeOf(
  status: number,
  said: ServerError | string | null,
  grantType: GrantKind = 'password',
  more: More = {},
) {
  const { headers = {}, body = nothing, ...context } = more
  const error = typeof said === 'string' ? { code: said, texts: [] } : said
  return outcomeOfRefusal(
    { status, headers, body, error },
    { grantType, now, secrets: [], rules: [], ...context },
  )
}

const saying = (code: string | null, ...texts: string[]): ServerError => ({ code, texts })

describe('a code of the standard', () => {
  it.each([
    ['invalid_client', 'password', 'client-refused'],
    ['invalid_grant', 'password', 'user-refused'],
    ['invalid_grant', 'refreshToken', 'needs-sign-in'],
    ['invalid_grant', 'clientCredentials', 'client-refused'],
    ['unauthorized_client', 'password', 'grant-not-allowed'],
    ['unsupported_grant_type', 'password', 'grant-not-allowed'],
    ['invalid_scope', 'password', 'scope-refused'],
    ['slow_down', 'password', 'rate-limited'],
    ['server_error', 'password', 'server-trouble'],
    ['temporarily_unavailable', 'password', 'server-trouble'],
    ['interaction_required', 'password', 'grant-not-allowed'],
    ['interaction_required', 'refreshToken', 'needs-sign-in'],
  ] as const)('%s for %s means %s, with every status but one', (code, grantType, kind) => {
    for (const status of [200, 302, 400, 401, 403, 404, 500, 511]) {
      expect(outcomeOf(status, code, grantType)).toMatchObject({ kind, status, oauthError: code })
    }
  })

  it('invalid_request means the request, unless the server is in trouble', () => {
    for (const status of [200, 302, 400, 401, 403, 404]) {
      expect(outcomeOf(status, 'invalid_request', 'refreshToken').kind).toBe('bad-request')
    }
    for (const status of [408, 425, 500, 502, 503, 504]) {
      expect(outcomeOf(status, 'Invalid_Request', 'refreshToken')).toEqual({
        kind: 'server-trouble',
        status,
        oauthError: 'Invalid_Request',
        retryAfterSeconds: null,
      })
    }
    const known = saying('invalid_request', 'AADSTS90013: Invalid input')
    expect(outcomeOf(500, known).kind).toBe('bad-request')
  })

  it('means the same in capitals', () => {
    expect(outcomeOf(400, 'INVALID_CLIENT')).toMatchObject({ kind: 'client-refused' })
  })
})

describe('without a code the status decides:', () => {
  it.each([
    [400, 'password', 'bad-request'],
    [401, 'password', 'client-refused'],
    [403, 'password', 'user-refused'],
    [400, 'refreshToken', 'bad-request'],
    [401, 'refreshToken', 'client-refused'],
    [403, 'refreshToken', 'bad-request'],
    [401, 'clientCredentials', 'client-refused'],
    [403, 'clientCredentials', 'client-refused'],
    [422, 'password', 'bad-request'],
    [408, 'password', 'server-trouble'],
    [425, 'password', 'server-trouble'],
    [429, 'password', 'rate-limited'],
    [500, 'password', 'server-trouble'],
    [503, 'password', 'server-trouble'],
  ] as const)('%i for %s means %s', (status, grantType, kind) => {
    expect(outcomeOf(status, null, grantType)).toMatchObject({ kind, status, oauthError: null })
    expect(outcomeOf(status, 'no_code_we_know', grantType)).toMatchObject({ kind, status })
  })

  it('a proxy that wants a login is no answer of the server', () => {
    expect(outcomeOf(407, null)).toEqual({ kind: 'unreachable', reason: 'proxy' })
  })

  it('an address without a token endpoint is recognized with any words', () => {
    for (const status of [404, 405, 410]) {
      const notOne = { kind: 'not-an-oauth-answer', status, looksLike: 'nothing' }
      expect(outcomeOf(status, null)).toEqual(notOne)
      expect(
        outcomeOf(status, saying('Not Found', 'POST /token not found'), 'refreshToken'),
      ).toEqual(notOne)
    }
  })
})

describe('a redirect', () => {
  const moved = (location: string, secrets: readonly string[] = []) =>
    outcomeOf(302, null, 'password', { headers: { location }, secrets })

  it('names the target without its possibly secret parts', () => {
    expect(moved('https://user:pass@login.example/here?code=secret#secret')).toEqual({
      kind: 'moved',
      status: 302,
      location: 'https://login.example/here',
    })
    expect(outcomeOf(304, null)).toEqual({ kind: 'moved', status: 304, location: null })
  })

  it('names no place that shows a secret, encoded or not', () => {
    const secrets = ['hunter2/secret']
    for (const path of ['hunter2/secret', 'hunter2%2Fsecret', 'aHVudGVyMi9zZWNyZXQ', 'hunter2/']) {
      expect(moved(`https://login.example/${path}`, secrets)).toMatchObject({ location: null })
    }
  })
})

describe('an obstacle in between is not the server:', () => {
  const notOAuth = (status: number, looksLike: string) => ({
    kind: 'not-an-oauth-answer',
    status,
    looksLike,
  })

  it('a page under 400 or 403', () => {
    for (const status of [400, 403, 451]) {
      expect(outcomeOf(status, null, 'password', { body: page })).toEqual(
        notOAuth(status, 'web-page'),
      )
    }
  })

  it('a page that asks for a sign-in, also under 401', () => {
    for (const status of [400, 401, 403, 404]) {
      expect(outcomeOf(status, null, 'password', { body: signInPage })).toEqual(
        notOAuth(status, 'sign-in-page'),
      )
    }
  })

  it('but a page under 401, 429 and 5xx has the meaning of its status', () => {
    const kindOf = (status: number, body = page) =>
      outcomeOf(status, null, 'password', { body }).kind
    expect(kindOf(401)).toBe('client-refused')
    expect(kindOf(429, signInPage)).toBe('rate-limited')
    expect(kindOf(502)).toBe('server-trouble')
    expect(kindOf(503, signInPage)).toBe('server-trouble')
  })

  it('a network that wants a sign-in (RFC 6585 §6)', () => {
    expect(outcomeOf(511, null, 'password', { body: page })).toEqual(notOAuth(511, 'sign-in-page'))
  })

  it.each([
    'Negotiate',
    'NTLM',
    'Negotiate, NTLM, Basic realm="iis"',
    'Digest realm="a", nonce="b"',
  ])('a gateway that asks for the person: %s', (challenge) => {
    const headers = { 'www-authenticate': challenge }
    expect(outcomeOf(401, null, 'password', { headers })).toEqual(notOAuth(401, 'sign-in-address'))
    expect(outcomeOf(401, 'invalid_client', 'password', { headers })).toMatchObject({
      kind: 'client-refused',
    })
  })
})

describe('a challenge', () => {
  const challenged = (
    value: string,
    grantType: GrantKind = 'password',
    said: string | null = null,
  ) => outcomeOf(401, said, grantType, { headers: { 'www-authenticate': value } })

  it('of Basic or a bare Bearer means the client', () => {
    for (const value of ['Basic realm="token"', 'Bearer', 'Bearer realm="x"']) {
      expect(challenged(value)).toMatchObject({ kind: 'client-refused', oauthError: null })
    }
  })

  it('may carry the code that the body lacks (RFC 6750 §3)', () => {
    const value = 'Basic realm="a", Bearer realm="b, c", error="invalid_grant"'
    expect(challenged(value)).toMatchObject({ kind: 'user-refused', oauthError: 'invalid_grant' })
    expect(challenged('Bearer error=invalid_scope')).toMatchObject({ kind: 'scope-refused' })
    expect(challenged('DPoP error="use_dpop_nonce"')).toMatchObject({ kind: 'grant-not-allowed' })
  })

  it('does not contradict the body', () => {
    expect(challenged('Bearer error="invalid_client"', 'password', 'invalid_grant')).toMatchObject({
      kind: 'user-refused',
    })
  })

  it('alone never declares a refresh token dead by speaking of a token', () => {
    expect(challenged('Bearer error="invalid_token"', 'refreshToken')).toMatchObject({
      kind: 'client-refused',
    })
  })
})

describe('texts', () => {
  it.each([
    ['invalid_request', 'The refresh token is invalid.'],
    ['invalid_request', 'Invalid Token!'],
    ['unauthorized_client', 'refresh_token is invalid'],
    ['access_denied', 'Refresh token has expired'],
    [null, 'Unknown refresh_token'],
    ['Bad Request', 'RefreshToken refresh_token invalid'],
    ['unauthorized', 'refresh token does not exist'],
  ])('beside %s: "%s" declares a refresh token dead', (code, text) => {
    expect(outcomeOf(400, saying(code, text), 'refreshToken').kind).toBe('needs-sign-in')
    expect(outcomeOf(400, saying(code, text), 'clientCredentials').kind).not.toBe('needs-sign-in')
  })

  it.each([
    ['invalid_request', 'The refresh_token parameter is missing'],
    ['invalid_request', 'Missing required parameter: refresh_token'],
    ['invalid_request', 'missing or invalid refresh token'],
    ['invalid_request', 'refresh_token is required'],
    ['invalid_request', 'Something is invalid'],
    ['invalid_request', 'CSRF token is invalid'],
    ['invalid_request', 'invalid token endpoint'],
    ['Forbidden', 'no route /oauth/token found, invalid path'],
  ])('beside %s: "%s" does not', (code, text) => {
    expect(outcomeOf(400, saying(code, text), 'refreshToken').kind).not.toBe('needs-sign-in')
  })

  it('of a server in trouble or of a busy one declare nothing dead', () => {
    const said = saying(null, 'Invalid refresh token')
    expect(outcomeOf(500, said, 'refreshToken').kind).toBe('server-trouble')
    expect(outcomeOf(429, said, 'refreshToken').kind).toBe('rate-limited')
  })

  it.each([
    ['invalid_request', 'client_id is required', 'client-refused'],
    [null, 'invalid client secret', 'client-refused'],
    ['OAuthException', 'Error validating client secret.', 'client-refused'],
    ['unauthorized', 'Full authentication is required to access this resource', 'client-refused'],
    [null, 'Invalid username or password', 'user-refused'],
    ['access_denied', 'Wrong email or password.', 'user-refused'],
    [null, 'Your account has been locked', 'user-refused'],
    ['invalid_request', 'Invalid credentials for user', 'user-refused'],
    ['invalid_request', 'The user credentials were incorrect.', 'user-refused'],
    ['invalid_request', 'Resource owner authentication failed', 'user-refused'],
    ['invalid_request', 'No such user', 'user-refused'],
    [null, 'Authentication failed for user ada@example.org', 'user-refused'],
    ['invalid_request', 'Invalid credentials', 'bad-request'],
    ['invalid_request', 'Invalid user agent', 'bad-request'],
    ['invalid_request', 'User credentials are required', 'bad-request'],
    ['invalid_request', 'username and password are required', 'bad-request'],
    ['invalid_request', 'Unsupported grant_type: password', 'grant-not-allowed'],
    ['invalid_request', 'grant_type is required', 'bad-request'],
    ['access_denied', 'You have made too many requests continuously.', 'rate-limited'],
    ['invalid_grant', 'Multi-factor authentication is required', 'grant-not-allowed'],
    ['server_error', 'access_denied', 'user-refused'],
    ['server_error', 'something broke', 'server-trouble'],
  ])('beside %s: "%s" means %s', (code, text, kind) => {
    expect(outcomeOf(400, saying(code, text)).kind).toBe(kind)
  })
})

describe('the numbers of Microsoft are more precise than the code:', () => {
  it.each([
    ['invalid_client', 7000215, 'password', 'client-refused'],
    ['unauthorized_client', 700016, 'clientCredentials', 'client-refused'],
    ['invalid_grant', 50126, 'password', 'user-refused'],
    ['invalid_grant', 50034, 'password', 'user-refused'],
    ['invalid_grant', 50053, 'password', 'user-refused'],
    ['invalid_grant', 50055, 'password', 'user-refused'],
    ['invalid_grant', 50144, 'password', 'user-refused'],
    ['invalid_grant', 50076, 'password', 'grant-not-allowed'],
    ['invalid_grant', 50079, 'password', 'grant-not-allowed'],
    ['invalid_grant', 65001, 'password', 'grant-not-allowed'],
    ['invalid_grant', 50076, 'refreshToken', 'needs-sign-in'],
    ['invalid_grant', 70008, 'refreshToken', 'needs-sign-in'],
    ['invalid_grant', 700082, 'refreshToken', 'needs-sign-in'],
    ['invalid_request', 90013, 'password', 'bad-request'],
    ['invalid_request', 900144, 'password', 'bad-request'],
    ['invalid_scope', 70011, 'password', 'scope-refused'],
    ['temporarily_unavailable', 90033, 'password', 'server-trouble'],
    ['invalid_request', 90055, 'password', 'rate-limited'],
  ] as const)('%s with AADSTS%i for %s means %s', (code, number, grantType, kind) => {
    const text = `AADSTS${number}: Something. Trace ID: 1`
    expect(outcomeOf(400, saying(code, text), grantType).kind).toBe(kind)
  })

  it('but an unknown one leaves it to the code', () => {
    expect(outcomeOf(400, saying('invalid_grant', 'AADSTS999999: ?')).kind).toBe('user-refused')
  })
})

describe('a rate limit', () => {
  it.each([
    'invalid_request',
    'invalid_grant',
    'invalid_client',
    'invalid_token',
    'unauthorized_client',
    'server_error',
    'too_many_attempts',
  ])('goes before the code %s and all words', (code) => {
    const headers = { 'retry-after': '9' }
    const said = saying(code, 'AADSTS70008: The refresh token has expired')
    for (const grantType of ['refreshToken', 'clientCredentials'] as const) {
      expect(outcomeOf(429, said, grantType, { headers })).toEqual({
        kind: 'rate-limited',
        status: 429,
        oauthError: code,
        retryAfterSeconds: 9,
      })
    }
    expect(
      outcomeOf(429, null, 'refreshToken', {
        headers: { 'www-authenticate': `Bearer error="${code}"` },
      }).kind,
    ).toBe('rate-limited')
  })

  it('of passwords on one account is about the user, because waiting does not help', () => {
    expect(outcomeOf(429, 'too_many_attempts').kind).toBe('user-refused')
    expect(outcomeOf(429, 'invalid_grant').kind).toBe('rate-limited')
  })

  it('has the time to wait, if the server sent it', () => {
    const headers = { 'retry-after': '17' }
    expect(outcomeOf(429, null, 'password', { headers })).toMatchObject({ retryAfterSeconds: 17 })
    expect(outcomeOf(429, null)).toMatchObject({ retryAfterSeconds: null })
  })

  it('and so does trouble', () => {
    const headers = { 'retry-after': '7200' }
    expect(outcomeOf(503, null, 'password', { headers })).toEqual({
      kind: 'server-trouble',
      status: 503,
      oauthError: null,
      retryAfterSeconds: 3600,
    })
  })

  it('reads a date against the time it was handed', () => {
    const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }
    expect(outcomeOf(400, 'slow_down', 'password', { headers })).toMatchObject({
      retryAfterSeconds: 60,
    })
  })
})

describe('the code is shown', () => {
  it('only if it is a plain word', () => {
    for (const code of ['two words', '<b>', 'é', 'x'.repeat(65), 'a\nb']) {
      expect(outcomeOf(400, code)).toMatchObject({ kind: 'bad-request', oauthError: null })
    }
    expect(outcomeOf(400, 'E1000.x-y_z')).toMatchObject({ oauthError: 'E1000.x-y_z' })
  })

  it('only if it shows no secret, no part of one and none that is encoded', () => {
    const secrets = ['', 'hunter2-hunter2']
    for (const code of [
      'bad_password_hunter2-hunter2',
      'bad_HUNTER2-H',
      'aHVudGVyMi1odW50ZXIy',
      '68756e746572322d68756e74657232',
    ]) {
      expect(outcomeOf(400, code, 'password', { secrets })).toMatchObject({ oauthError: null })
    }
    expect(outcomeOf(400, 'bad_password', 'password', { secrets })).toMatchObject({
      oauthError: 'bad_password',
    })
  })

  it('not even if it is a secret of one character', () => {
    expect(outcomeOf(400, 'x', 'password', { secrets: ['x'] })).toMatchObject({ oauthError: null })
  })
})

describe('the documentation of a provider', () => {
  const rules = [
    { code: 'odd', means: 'scope-refused' },
    { status: 401, grantType: 'password', means: 'user-refused' },
    { status: 401, means: 'bad-request' },
  ] as const

  it('goes before the general reading; the first that fits counts', () => {
    expect(outcomeOf(403, 'odd', 'password', { rules }).kind).toBe('scope-refused')
    expect(outcomeOf(401, null, 'password', { rules }).kind).toBe('user-refused')
    expect(outcomeOf(401, null, 'refreshToken', { rules }).kind).toBe('bad-request')
    expect(outcomeOf(400, null, 'password', { rules }).kind).toBe('bad-request')
  })

  it('about a code does not apply to a limit or a server error, unless it names the status', () => {
    const social = refusalRulesOf('social-id')
    const kindOf = (status: number) =>
      outcomeOf(status, 'invalid_request', 'refreshToken', { rules: social }).kind
    expect(kindOf(400)).toBe('needs-sign-in')
    expect(kindOf(429)).toBe('rate-limited')
    expect(kindOf(503)).toBe('server-trouble')
    const named = [{ status: 429, code: 'odd', means: 'user-refused' }] as const
    expect(outcomeOf(429, 'odd', 'password', { rules: named }).kind).toBe('user-refused')
  })

  it('of a bare status does not apply to a code beside it', () => {
    expect(outcomeOf(401, 'invalid_client', 'password', { rules }).kind).toBe('client-refused')
  })

  it('and nothing about a page in between', () => {
    const semansys = refusalRulesOf('semansys')
    expect(outcomeOf(403, null, 'password', { rules: semansys }).kind).toBe('user-refused')
    expect(outcomeOf(403, null, 'password', { rules: semansys, body: page }).kind).toBe(
      'not-an-oauth-answer',
    )
  })
})

describe('documented answers of the providers', () => {
  const read = (
    presetId: string,
    status: number,
    body: string,
    grantType: GrantKind = 'password',
  ) => {
    const reading = readTokenResponse(
      {
        status,
        headers: { 'content-type': 'application/json' },
        body: new TextEncoder().encode(body),
      },
      { grantType, now, secrets: [], rules: refusalRulesOf(presetId) },
    )
    return reading.kind === 'token' ? 'obtained' : reading.outcome.kind
  }

  it('Semansys sends the status alone', () => {
    expect(read('semansys', 400, '')).toBe('bad-request')
    expect(read('semansys', 401, '')).toBe('client-refused')
    expect(read('semansys', 403, '')).toBe('user-refused')
    expect(read('semansys', 400, '{"error":"invalid_grant"}', 'refreshToken')).toBe('needs-sign-in')
  })

  it('Social ID sends a code, under either name', () => {
    const social = (status: number, body: string) => read('social-id', status, body)
    expect(social(401, '{"error":"invalid_client","error_description":"x"}')).toBe('client-refused')
    expect(social(400, '{"code":"invalid_request","description":"client_id x"}')).toBe(
      'bad-request',
    )
    expect(social(500, '{"error":"unsupported_grant_type"}')).toBe('grant-not-allowed')
    expect(social(500, '{"error":"internal_server_error"}')).toBe('server-trouble')
    expect(social(401, '{"error":"unauthorized"}')).toBe('client-refused')
    expect(social(400, '{"code":"bad_request"}')).toBe('bad-request')
  })

  it('Organization API uses the standard codes', () => {
    const answer = read('organization-api', 400, '{"error":"invalid_client"}', 'clientCredentials')
    expect(answer).toBe('client-refused')
    expect(refusalRulesOf('organization-api')).toEqual([])
    expect(refusalRulesOf('toString')).toEqual([])
  })
})

describe('an address for people who sign in', () => {
  const at = (address: string, status: number, said: ServerError | string | null = null) =>
    outcomeOf(status, said, 'clientCredentials', { address })

  it.each([
    'https://login.example.com/oauth2/authorize',
    'https://login.example.com/oauth2/v2.0/authorize/',
    'https://login.example.com/connect/authorize?tenant=1',
    'https://login.example.com/realms/main/protocol/openid-connect/auth',
    'https://login.example.com/as/authorization',
  ])('is known by its name where it refuses without a code: %s', (address) => {
    const signIn = { kind: 'not-an-oauth-answer', looksLike: 'sign-in-address' }
    expect(at(address, 401)).toMatchObject(signIn)
    expect(at(address, 403)).toMatchObject(signIn)
    expect(at(address, 401, 'unauthorized')).toMatchObject(signIn)
    expect(at(address, 401, 'invalid_client')).toMatchObject({ kind: 'client-refused' })
    expect(at(address, 503)).toMatchObject({ kind: 'server-trouble' })
  })

  it.each([
    'https://login.example.com/oauth2/token',
    'https://login.example.com/auth/token',
    'https://login.example.com/api/auth',
    'https://login.example.com/api/login',
    'https://authorize.example.com/token',
  ])('is not %s', (address) => {
    expect(at(address, 401)).toMatchObject({ kind: 'client-refused' })
  })
})

describe('the cause that a server names', () => {
  it('comes with the code of its product, and changes no outcome', () => {
    const said = saying('invalid_client', 'AADSTS7000222: expired')
    expect(outcomeOf(401, said)).toEqual({
      kind: 'client-refused',
      status: 401,
      oauthError: 'invalid_client',
      providerCode: 'AADSTS7000222',
      cause: 'secret-expired',
    })
  })

  it('is also found in a challenge', () => {
    const challenge = 'Bearer error="invalid_token", error_description="AADSTS50105: not assigned"'
    const headers = { 'www-authenticate': challenge }
    expect(outcomeOf(401, null, 'authorizationCode', { headers })).toMatchObject({
      cause: 'user-not-assigned',
      providerCode: 'AADSTS50105',
    })
  })

  it.each([429, 503])('is not named where waiting helps (%i)', (status) => {
    const outcome = outcomeOf(
      status,
      saying(null, 'AADSTS50196: a loop of client_secret is missing'),
    )
    expect(outcome).not.toHaveProperty('cause')
    expect(outcome).not.toHaveProperty('providerCode')
  })

  it('stays beside the meaning that a provider documents', () => {
    const rules = [{ code: 'invalid_request', means: 'client-refused' }] as const
    const said = saying('invalid_request', 'client_secret is missing.')
    expect(outcomeOf(400, said, 'password', { rules })).toMatchObject({
      kind: 'client-refused',
      cause: 'secret-required',
    })
  })

  it('shows no product code that repeats a secret', () => {
    const secrets = ['AADSTS7000222']
    const outcome = outcomeOf(401, saying('invalid_client', 'AADSTS7000222'), 'password', {
      secrets,
    })
    expect(outcome).not.toHaveProperty('providerCode')
  })
})
