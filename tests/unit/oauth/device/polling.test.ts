import { describe, expect, test } from 'vitest'
import {
  afterAnswer,
  afterLostConnection,
  isHopeless,
  pauseOf,
  readPoll,
  startPolling,
} from '../../../../src/main/oauth/device/polling.ts'
import { readTokenResponse } from '../../../../src/main/oauth/response/token-response.ts'

const now = Date.UTC(2026, 0, 1)
const context = { grantType: 'deviceCode', now, rules: [], secrets: [] } as const

function read(body: unknown, status = 400, headers: Readonly<Record<string, string>> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? {} : { 'content-type': 'application/json' }
  const bytes = new TextEncoder().encode(text)
  const answer = { status, headers: { ...type, ...headers }, body: bytes }
  return readPoll(answer, readTokenResponse(answer, context), now)
}

const pending = { kind: 'pending', isTooFast: false, retryAfter: 0 }

describe('a poll', () => {
  test.each([200, 400, 401, 403, 404, 428, 429, 500, 503])(
    'is pending under status %d',
    (status) => {
      expect(read({ error: 'authorization_pending' }, status)).toEqual(pending)
      expect(read({ error: 'slow_down' }, status)).toEqual({ ...pending, isTooFast: true })
    },
  )

  test('is pending as a form, and with anything beside the error', () => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(read('error=authorization_pending&error_description=wait', 200, type)).toEqual(pending)
    expect(
      read({
        error: 'authorization_pending',
        error_description: 'AADSTS70016: OAuth 2.0 device flow error. Authorization is pending.',
        error_codes: [70016],
        code: 'invalid_request',
      }),
    ).toEqual(pending)
    expect(read({ error: 'AuthorizationPending' })).toEqual(pending)
  })

  test.each(['access_denied', 'authorization_declined'])('is denied by %s', (error) => {
    expect(read({ error }, 403)).toEqual({
      kind: 'ends-as',
      outcome: { kind: 'denied', oauthError: error },
    })
  })

  test('has expired', () => {
    expect(read({ error: 'expired_token' })).toEqual({
      kind: 'ends-as',
      outcome: { kind: 'sign-in-expired' },
    })
  })

  test.each([
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
    'invalid_request',
    'bad_verification_code',
    'incorrect_device_code',
  ])('ends with a refusal such as %s', (error) => {
    expect(read({ error })).toEqual({ kind: 'ends' })
  })

  test('ends with a token, and with one that can’t be used', () => {
    expect(read({ access_token: 'a', token_type: 'Bearer' }, 200)).toEqual({ kind: 'ends' })
    expect(read({ access_token: 'a\u0000b', token_type: 'Bearer' }, 200)).toEqual({ kind: 'ends' })
  })

  test.each([
    ['nothing', '', 200, {}],
    ['nothing, with a status of a gateway', '', 502, {}],
    ['a page', '<html><body>Please wait</body></html>', 200, { 'content-type': 'text/html' }],
    ['a page of a gateway', '<html><body>502</body></html>', 502, { 'content-type': 'text/html' }],
    ['JSON without an error', {}, 200, {}],
    ['a word as a token', { access_token: null }, 200, {}],
    ['a gateway’s refusal in JSON', { message: 'Forbidden' }, 403, {}],
    ['trouble with a code', { error: 'server_error' }, 500, {}],
    ['something cut off', '{"error":"authorization_pen', 200, {}],
  ])('goes on after %s', (_name, body, status, headers) => {
    expect(read(body, status, headers)).toEqual({
      kind: 'unclear',
      isTooFast: false,
      retryAfter: 0,
    })
  })

  test('is too fast with a bare 429', () => {
    expect(read('', 429)).toMatchObject({ kind: 'unclear', isTooFast: true })
  })

  test('says how long to wait', () => {
    const headers = { 'retry-after': '30' }
    expect(read('', 503, headers)).toMatchObject({ retryAfter: 30 })
    expect(read({ error: 'authorization_pending' }, 400, headers)).toMatchObject({
      retryAfter: 30,
    })
  })
})

describe('the pause between polls', () => {
  const start = startPolling(5)
  const unclear = { kind: 'unclear', isTooFast: false, retryAfter: 0 } as const
  const tooFast = { kind: 'pending', isTooFast: true, retryAfter: 0 } as const

  test('is a fifth longer than the interval', () => {
    expect(pauseOf(start)).toBe(6000)
    expect(pauseOf(startPolling(1))).toBe(1200)
  })

  test('grows by five seconds for good with each slow_down', () => {
    const once = afterAnswer(start, tooFast)
    expect(pauseOf(once)).toBe(14_000)
    expect(pauseOf(afterAnswer(once, { ...tooFast, isTooFast: false }))).toBe(14_000)
    expect(pauseOf(afterAnswer(once, tooFast))).toBe(21_000)
  })

  test('doubles with each lost connection, up to two minutes, and shrinks after an answer', () => {
    const one = afterLostConnection(start)
    const two = afterLostConnection(one)
    expect([one, two].map(pauseOf)).toEqual([12_000, 24_000])
    const many = Array.from({ length: 2000 }).reduce<typeof start>(afterLostConnection, start)
    expect(pauseOf(many)).toBe(120_000)
    expect(pauseOf(afterAnswer(two, unclear))).toBe(6000)
  })

  test('is at least what the last answer asked for, once', () => {
    const asked = afterAnswer(start, { ...unclear, retryAfter: 30 })
    expect(pauseOf(asked)).toBe(30_000)
    expect(pauseOf(afterAnswer(asked, unclear))).toBe(6000)
    expect(pauseOf(afterAnswer(start, { ...unclear, retryAfter: 1 }))).toBe(6000)
  })

  test('leads nowhere after ten unclear answers, unless one was clear', () => {
    const unclearly = (count: number, from = start) =>
      Array.from({ length: count }).reduce<typeof start>((each) => afterAnswer(each, unclear), from)
    expect(isHopeless(unclearly(9))).toBe(false)
    expect(isHopeless(unclearly(10))).toBe(true)
    expect(isHopeless(unclearly(10, afterAnswer(start, tooFast)))).toBe(false)
  })
})
