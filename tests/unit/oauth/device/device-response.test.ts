import { describe, expect, test } from 'vitest'
import { readDeviceResponse } from '../../../../src/main/oauth/device/device-response.ts'

const context = {
  grantType: 'deviceCode',
  now: Date.UTC(2026, 0, 1),
  rules: [],
  secrets: ['the-client-secret'],
} as const

const encode = (text: string) => new TextEncoder().encode(text)

function read(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? {} : { 'content-type': 'application/json' }
  const answer = { status, headers: { ...type, ...headers }, body: encode(text) }
  return readDeviceResponse(answer, context)
}

const usual = {
  device_code: 'device-code-4711',
  user_code: 'WDJB-MJHT',
  verification_uri: 'https://auth.example/device',
  verification_uri_complete: 'https://auth.example/device?user_code=WDJB-MJHT',
  expires_in: 1800,
  interval: 7,
}
const expected = {
  deviceCode: 'device-code-4711',
  userCode: 'WDJB-MJHT',
  address: 'https://auth.example/device',
  completeAddress: 'https://auth.example/device?user_code=WDJB-MJHT',
  lifetime: 1800,
  interval: 7,
}

function authorizationOf(body: unknown) {
  const reading = read(body)
  if (reading.kind !== 'code') throw new Error(`no code: ${JSON.stringify(reading)}`)
  return reading.authorization
}

function outcomeOf(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) {
  const reading = read(body, status, headers)
  if (reading.kind !== 'no-code') throw new Error('there is a code')
  return reading.outcome
}

describe('an answer with a code', () => {
  test('is read as the standard describes it', () => {
    expect(authorizationOf(usual)).toEqual(expected)
  })

  test('may be a form, with or without its content type', () => {
    const form = new URLSearchParams({ ...usual, expires_in: '1800', interval: '7' }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    expect(read(form, 200, type)).toEqual({ kind: 'code', authorization: expected })
    expect(read(form)).toEqual({ kind: 'code', authorization: expected })
  })

  test('may say verification_url, as Google does, or write in camel case', () => {
    const { verification_uri, verification_uri_complete: _, ...rest } = usual
    expect(authorizationOf({ ...rest, verification_url: verification_uri })).toEqual({
      ...expected,
      completeAddress: null,
    })
    expect(
      authorizationOf({
        deviceCode: usual.device_code,
        userCode: usual.user_code,
        verificationUri: usual.verification_uri,
        verificationUriComplete: usual.verification_uri_complete,
        expiresIn: 1800,
        interval: 7,
      }),
    ).toEqual(expected)
  })

  test.each([
    ['missing', undefined, 5],
    ['zero', 0, 5],
    ['negative', -3, 5],
    ['a word', 'soon', 5],
    ['null', null, 5],
    ['a list', [7], 5],
    ['a number as text', '7', 7],
    ['less than a second', 0.000_001, 1],
    ['an hour', 3600, 300],
  ])('with an interval that is %s is polled sensibly', (_name, interval, seconds) => {
    expect(authorizationOf({ ...usual, interval }).interval).toBe(seconds)
  })

  test.each([
    ['missing', undefined, 900],
    ['zero', 0, 900],
    ['negative', -1, 900],
    ['infinite', '1e999', 900],
    ['a number as text', '600', 600],
    ['a year', 31_536_000, 3600],
  ])('with a life that is %s ends all the same', (_name, expires_in, seconds) => {
    expect(authorizationOf({ ...usual, expires_in }).lifetime).toBe(seconds)
  })

  test.each(['wdjb mjht', '  A1-b2  ', 'ПРИВЕТ', '123456'])(
    'shows the code %j exactly as the server spells it',
    (user_code) => {
      expect(authorizationOf({ ...usual, user_code }).userCode).toBe(user_code)
    },
  )

  test('may write a code of digits as a number', () => {
    expect(authorizationOf({ ...usual, user_code: 123456 }).userCode).toBe('123456')
  })

  test.each([
    ['of another host', 'https://evil.example/device?user_code=WDJB-MJHT'],
    ['of another port', 'https://auth.example:8443/device'],
    ['with plain http', 'http://auth.example/device?user_code=WDJB-MJHT'],
    ['of another scheme', 'ms-msdt:/id'],
    ['with a name before the host', 'https://auth.example@evil.example/'],
    ['with the device code in it', 'https://auth.example/?d=device-code-4711'],
    ['no text', 7],
  ])('ignores a complete address %s', (_name, verification_uri_complete) => {
    expect(authorizationOf({ ...usual, verification_uri_complete }).completeAddress).toBeNull()
  })

  test('shows an address that must not be opened, and no complete one then', () => {
    const address = 'http://auth.example/device'
    expect(authorizationOf({ ...usual, verification_uri: address })).toMatchObject({
      address,
      completeAddress: null,
    })
  })

  test('with the complete address alone is used', () => {
    const { verification_uri: _, ...rest } = usual
    expect(authorizationOf(rest).address).toBe(usual.verification_uri_complete)
  })
})

describe('an answer without a code', () => {
  test.each([401, 403, 404, 405, 410, 422])(
    'with status %d and nothing else means that the server has no device codes',
    (status) => {
      expect(outcomeOf('', status)).toEqual({ kind: 'grant-not-allowed', status, oauthError: null })
      expect(outcomeOf({ message: 'no' }, status)).toMatchObject({ kind: 'grant-not-allowed' })
    },
  )

  test('with a page for 404 means it as well', () => {
    const page = '<!doctype html><html><body>Not found</body></html>'
    expect(outcomeOf(page, 404, { 'content-type': 'text/html' })).toMatchObject({
      kind: 'grant-not-allowed',
      status: 404,
    })
  })

  test('with status 200 and no address means it as well', () => {
    const { verification_uri: _, verification_uri_complete: __, ...rest } = usual
    expect(outcomeOf(rest)).toEqual({ kind: 'grant-not-allowed', status: 200, oauthError: null })
    expect(outcomeOf({})).toMatchObject({ kind: 'grant-not-allowed' })
  })

  test.each([
    [401, 'invalid_client', 'client-refused'],
    [400, 'invalid_scope', 'scope-refused'],
    [403, 'invalid_scope', 'scope-refused'],
    [400, 'unauthorized_client', 'grant-not-allowed'],
    [200, 'device_flow_disabled', 'grant-not-allowed'],
    [400, 'device_flow_disabled', 'grant-not-allowed'],
    [400, 'invalid_request', 'bad-request'],
    [429, 'slow_down', 'rate-limited'],
    [503, 'temporarily_unavailable', 'server-trouble'],
  ])('with %d and the code %s is %s', (status, error, kind) => {
    expect(outcomeOf({ error }, status)).toMatchObject({ kind, status, oauthError: error })
  })

  test('of a network that wants a sign-in is no missing endpoint', () => {
    const page = '<html><body><form><input type="password" name="p"></form></body></html>'
    const headers = { 'content-type': 'text/html' }
    expect(outcomeOf(page, 200, headers)).toMatchObject({ kind: 'not-an-oauth-answer' })
    expect(outcomeOf(page, 403, headers)).toMatchObject({
      kind: 'not-an-oauth-answer',
      looksLike: 'sign-in-page',
    })
  })

  test.each([
    ['no device code', { ...usual, device_code: undefined }],
    ['no user code', { ...usual, user_code: '' }],
    ['objects as codes', { ...usual, device_code: {}, user_code: [] }],
  ])('with %s is not understood', (_name, body) => {
    expect(outcomeOf(body)).toMatchObject({ kind: 'not-an-oauth-answer' })
  })

  test('that names a member twice is not believed', () => {
    const text = JSON.stringify(usual).replace('{', '{"verification_uri":"https://evil.example",')
    expect(outcomeOf(text)).toMatchObject({ kind: 'unsafe-answer', reason: 'repeated-key' })
  })

  test.each([
    ['the device code as the user code', { ...usual, user_code: usual.device_code }],
    [
      'the device code in the address',
      { ...usual, verification_uri: 'https://a.example/device-code-4711' },
    ],
    ['a secret as the user code', { ...usual, user_code: 'the-client-secret' }],
    [
      'a secret in the address',
      { ...usual, verification_uri: 'https://a.example/?s=the-client-secret' },
    ],
  ])('that shows %s is refused', (_name, body) => {
    const outcome = outcomeOf(body)
    expect(outcome).toMatchObject({ kind: 'unsafe-answer' })
    expect(JSON.stringify(outcome)).not.toMatch(/4711|the-client-secret/)
  })

  test('that is too large or too deep is refused', () => {
    expect(outcomeOf({ ...usual, user_code: 'x'.repeat(5000) })).toMatchObject({
      kind: 'unsafe-answer',
      reason: 'too-large',
    })
    expect(outcomeOf(`{"a":${'['.repeat(10_000)}`)).toMatchObject({ kind: 'unsafe-answer' })
    const answer = { status: 200, headers: {}, body: 'too-large' } as const
    expect(readDeviceResponse(answer, context)).toMatchObject({
      outcome: { kind: 'unsafe-answer', reason: 'too-large' },
    })
  })
})
