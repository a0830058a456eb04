import { describe, expect, it } from 'vitest'
import { type AnswerContext, outcomeOfRefusal } from '../../../src/main/oauth/oauth-error.ts'
import { readTokenResponse } from '../../../src/main/oauth/token-response.ts'
import type { GrantType } from '../../../src/shared/profile.ts'

const now = Date.UTC(2026, 0, 1)

function outcomeOf(
  status: number,
  code: string | null,
  grantType: GrantType = 'password',
  more: Partial<AnswerContext> & { readonly headers?: Record<string, string> } = {},
) {
  const { headers = {}, ...context } = more
  return outcomeOfRefusal({ status, headers, code }, { grantType, now, secrets: [], ...context })
}

describe('a code of the standard', () => {
  it.each([
    ['invalid_client', 'password', 'client-refused'],
    ['invalid_grant', 'password', 'user-refused'],
    ['invalid_grant', 'refresh_token', 'needs-sign-in'],
    ['invalid_grant', 'client_credentials', 'client-refused'],
    ['unauthorized_client', 'password', 'grant-not-allowed'],
    ['unsupported_grant_type', 'password', 'grant-not-allowed'],
    ['invalid_scope', 'password', 'scope-refused'],
    ['invalid_request', 'refresh_token', 'bad-request'],
    ['slow_down', 'password', 'rate-limited'],
    ['server_error', 'password', 'server-trouble'],
    ['temporarily_unavailable', 'password', 'server-trouble'],
  ] as const)('%s for %s means %s, whatever the status', (code, grantType, kind) => {
    for (const status of [200, 302, 400, 401, 403, 429, 500]) {
      expect(outcomeOf(status, code, grantType)).toMatchObject({ kind, status, oauthError: code })
    }
  })
})

describe('without a code the status speaks:', () => {
  it.each([
    [400, 'password', 'bad-request'],
    [401, 'password', 'client-refused'],
    [403, 'password', 'user-refused'],
    [401, 'refresh_token', 'client-refused'],
    [403, 'refresh_token', 'bad-request'],
    [401, 'client_credentials', 'client-refused'],
    [403, 'client_credentials', 'client-refused'],
    [422, 'password', 'bad-request'],
    [408, 'password', 'server-trouble'],
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

  it('a redirect names the place without what may be secret', () => {
    const headers = { location: 'https://user:pass@login.example/here?code=secret#secret' }
    expect(outcomeOf(302, null, 'password', { headers })).toEqual({
      kind: 'moved',
      status: 302,
      location: 'https://login.example/here',
    })
    expect(outcomeOf(304, null)).toEqual({ kind: 'moved', status: 304, location: null })
  })
})

describe('a rate limit', () => {
  it('says how long to wait, if the server did', () => {
    const headers = { 'retry-after': '17' }
    expect(outcomeOf(429, null, 'password', { headers })).toMatchObject({ retryAfterSeconds: 17 })
    expect(outcomeOf(429, null)).toMatchObject({ retryAfterSeconds: null })
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

  it('only if no secret is in it', () => {
    const secrets = ['', 'hunter2']
    expect(outcomeOf(400, 'bad_password_hunter2', 'password', { secrets })).toMatchObject({
      oauthError: null,
    })
    expect(outcomeOf(400, 'bad_password', 'password', { secrets })).toMatchObject({
      oauthError: 'bad_password',
    })
  })
})

describe('documented answers of the providers', () => {
  const read = (status: number, body: string, grantType: GrantType = 'password') => {
    const reading = readTokenResponse(
      {
        status,
        headers: { 'content-type': 'application/json' },
        body: new TextEncoder().encode(body),
      },
      { grantType, now, secrets: [] },
    )
    return reading.kind === 'token' ? 'obtained' : reading.outcome.kind
  }

  it('Semansys says it with the status alone', () => {
    expect(read(400, '')).toBe('bad-request')
    expect(read(401, '')).toBe('client-refused')
    expect(read(403, '')).toBe('user-refused')
  })

  it('Social ID says it with a code, under either name', () => {
    expect(read(401, '{"error":"invalid_client","error_description":"x"}')).toBe('client-refused')
    expect(read(400, '{"code":"invalid_request","description":"x"}')).toBe('bad-request')
    expect(read(500, '{"error":"unsupported_grant_type"}')).toBe('grant-not-allowed')
    expect(read(500, '{"error":"internal_server_error"}')).toBe('server-trouble')
    expect(read(401, '{"error":"unauthorized"}')).toBe('client-refused')
  })
})
