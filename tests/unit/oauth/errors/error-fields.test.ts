import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serverErrorIn } from '../../../../src/main/oauth/errors/error-fields.ts'
import { seedOr } from '../../../support/deep.ts'

const token = { access_token: 'aB-1.x', token_type: 'Bearer', expires_in: 3600 }
const read = (fields: object, isSuccess = false) =>
  serverErrorIn(new Map(Object.entries(fields)), isSuccess)

describe('an honest success is no error:', () => {
  it.each([
    { error: null },
    { error: false },
    { error: '' },
    { error: 0 },
    { error: '0' },
    { error: 'none' },
    { error: [] },
    { error: {} },
    { error: { code: 0, message: '' } },
    { errors: [] },
    { errors: null },
    { errors: {} },
    { error_code: 0, error_description: '' },
    { errorCode: '00000' },
    { errcode: 0, errmsg: 'ok' },
    { code: 0, msg: 'ok' },
    { code: 200 },
    { code: 'SUCCESS' },
    { code: 7 },
    { status: 'success' },
    { status: 'approved' },
    { status: 200 },
    { status: 'active' },
    { ok: true },
    { success: true },
    { success: 'true' },
    { fault: null },
    { message: 'Login failed never' },
    { error_uri: 'https://example.com' },
    { type: 'token', name: 'Somebody' },
  ])('a token beside %j', (beside) => {
    expect(read({ ...token, ...beside }, true)).toBeNull()
  })

  it('a token inside data', () => {
    expect(
      read({ data: { ...token, error_code: 0, description: '' }, message: 'success' }, true),
    ).toBeNull()
    expect(read({ code: 0, msg: 'ok', data: token }, true)).toBeNull()
  })

  it('no token and nothing wrong', () => {
    for (const fields of [
      {},
      { status: 'ok' },
      { code: 0 },
      { id_token: 'a.b.c' },
      { message: 'Hello' },
    ]) {
      expect(read(fields, true)).toBeNull()
    }
  })
})

describe('an error is found, even under 200 and beside a token:', () => {
  it.each([
    ['RFC 6749', { error: 'invalid_grant' }, 'invalid_grant'],
    ['Apigee', { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' }, 'invalid_client'],
    ['Slack', { ok: false, error: 'bad_client_secret' }, 'bad_client_secret'],
    ['no code', { ok: false }, null],
    ['text for false', { success: 'false', message: 'no' }, null],
    ['Facebook', { error: { message: 'x', type: 'OAuthException', code: 101 } }, 'OAuthException'],
    [
      'Google',
      { error: { code: 400, message: 'x', status: 'INVALID_ARGUMENT' } },
      'INVALID_ARGUMENT',
    ],
    [
      'Microsoft',
      { error: { code: 'InvalidAuthenticationToken', message: 'x' } },
      'InvalidAuthenticationToken',
    ],
    [
      'Fitbit',
      { errors: [{ errorType: 'invalid_grant', message: 'x' }], success: false },
      'invalid_grant',
    ],
    ['a list of words', { errors: ['invalid_client'] }, 'invalid_client'],
    ['WeChat', { errcode: 40013, errmsg: 'invalid appid' }, '40013'],
    ['HubSpot', { status: 'BAD_REFRESH_TOKEN', message: 'x' }, 'BAD_REFRESH_TOKEN'],
    ['a failure', { status: 'failure', error: 'access_denied' }, 'access_denied'],
    [
      'Apigee fault',
      { fault: { faultstring: 'x', detail: { errorcode: 'oauth.v2.InvalidClientIdentifier' } } },
      'oauth.v2.InvalidClientIdentifier',
    ],
    ['WSO2 fault', { fault: { code: 900901, message: 'Invalid Credentials' } }, '900901'],
    ['Okta', { errorCode: 'E0000004', errorSummary: 'Authentication failed' }, 'E0000004'],
    ['true', { error: true, error_description: 'x' }, null],
    ['TikTok', { data: { error_code: 10010, description: 'x' }, message: 'error' }, '10010'],
  ] as const)('%s', (_, fields, code) => {
    expect(read(fields, true)?.code).toBe(code)
    expect(read({ ...token, ...fields }, true)?.code).toBe(code)
    expect(read(fields, false)?.code).toBe(code)
  })

  it('a known code under `code` counts beside a token, another only without one', () => {
    expect(read({ ...token, code: 'invalid_grant' }, true)?.code).toBe('invalid_grant')
    expect(read({ code: 10003, msg: 'invalid param' }, true)?.code).toBe('10003')
  })
})

describe('under an error status', () => {
  it.each([
    [
      'Spring',
      { timestamp: 1, status: 401, error: 'Unauthorized', message: 'Bad credentials' },
      'Unauthorized',
    ],
    ['Supabase', { code: 400, error_code: 'invalid_credentials', msg: 'x' }, 'invalid_credentials'],
    [
      'Amazon',
      { __type: 'com.amazonaws#NotAuthorizedException', message: 'x' },
      'NotAuthorizedException',
    ],
    ['Social ID', { code: 'invalid_request', description: 'x' }, 'invalid_request'],
    [
      'Strava',
      {
        message: 'Bad Request',
        errors: [{ resource: 'Application', field: 'client_id', code: 'invalid' }],
      },
      'invalid',
    ],
    ['only words', { message: 'Invalid refresh token' }, null],
  ] as const)('%s is understood', (_, fields, code) => {
    expect(read(fields)?.code).toBe(code)
  })

  it('there may be nothing to read', () => {
    expect(read({})).toBeNull()
    expect(read({ foo: 'bar' })).toBeNull()
  })

  it('a known code goes before words, and words before numbers', () => {
    expect(read({ error: 'Bad Request', code: 'invalid_client' })?.code).toBe('invalid_client')
    expect(read({ code: 17, name: 'TokenError' })?.code).toBe('TokenError')
  })
})

describe('the texts', () => {
  it('hold the server’s texts for people, at any place', () => {
    const texts = read({
      error: 'x',
      error_description: 'one',
      message: 'two',
      detail: ['three', { reason: 'four' }],
      fault: { faultstring: 'five' },
      errors: { password: ['six'] },
      hint: 'seven',
    })?.texts
    for (const text of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) {
      expect(texts).toContain(text)
    }
  })

  it('join the words of an object', () => {
    const errors = [{ resource: 'RefreshToken', field: 'refresh_token', code: 'invalid' }]
    expect(read({ message: 'Bad Request', errors })?.texts).toContain(
      'RefreshToken refresh_token invalid',
    )
  })

  it('are bounded, and no token is among them', () => {
    const error = read({ error: 'x', message: 'y'.repeat(100_000), access_token: 'secret-token' })
    expect(error?.texts.every((text) => text.length <= 4000)).toBe(true)
    expect(error?.texts).not.toContain('secret-token')
    expect(read({ errors: Array.from({ length: 10_000 }, () => 'z') })?.texts.length).toBeLessThan(
      50,
    )
  })
})

it('any fields are read without a crash, and an `error` of words is never overlooked', () => {
  const fields = fc.dictionary(
    fc.constantFrom(
      'error',
      'errors',
      'code',
      'status',
      'ok',
      'success',
      'fault',
      'data',
      'message',
    ),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(fields, fc.boolean(), (members, isSuccess) => {
      read(members, isSuccess)
      expect(read({ ...token, ...members, error: 'invalid_grant' }, isSuccess)).not.toBeNull()
      expect(read({ ...token, ...members, ok: false }, isSuccess)).not.toBeNull()
    }),
    { numRuns: 500, seed: seedOr(3) },
  )
})
