import { describe, expect, it } from 'vitest'
import {
  readTokenResponse,
  type TokenReading,
} from '../../../../src/main/oauth/response/token-response.ts'

const context = { grantType: 'password', now: 0, secrets: [], rules: [] } as const
const jsonType = 'application/json'

function read(body: string | Uint8Array, contentType: string | null = jsonType, status = 200) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const headers = contentType === null ? {} : { 'content-type': contentType }
  return readTokenResponse({ status, headers, body: bytes }, context)
}

const fields = { access_token: 'abc.DEF-1', token_type: 'Bearer', expires_in: 3600 }
const readFields = (more: object) => read(JSON.stringify({ ...fields, ...more }))

function tokenIn(reading: TokenReading) {
  if (reading.kind !== 'token') throw new Error(JSON.stringify(reading.outcome))
  return reading
}

const outcomeIn = (reading: TokenReading) =>
  reading.kind === 'token' ? { kind: 'obtained' } : reading.outcome

const unsafe = (reason: string) => ({ kind: 'unsafe-answer', status: 200, reason })
const notOAuth = (looksLike: string, status = 200) => ({
  kind: 'not-an-oauth-answer',
  status,
  looksLike,
})

describe('a token that the standard describes', () => {
  it('is read whole, with nothing to forgive', () => {
    expect(readFields({ refresh_token: 'r-1', scope: 'read write' })).toEqual({
      kind: 'token',
      token: {
        accessToken: 'abc.DEF-1',
        tokenType: 'Bearer',
        refreshToken: 'r-1',
        scope: ['read', 'write'],
        expiresIn: 3600,
      },
      deviations: [],
    })
  })

  it('may come with an ID token, which is kept as it is', () => {
    const idToken = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln'
    expect(tokenIn(readFields({ id_token: idToken }))).toMatchObject({
      token: { accessToken: 'abc.DEF-1', idToken },
      deviations: [],
    })
    // One that is there twice says nothing for certain.
    const twice = `{"access_token":"a","id_token":"${idToken}","id_token":"e30.e30.e30"}`
    expect(tokenIn(read(twice)).token).not.toHaveProperty('idToken')
    for (const id_token of [null, '', 'opaque', 17, { a: 1 }, [idToken]]) {
      expect(tokenIn(readFields({ id_token })).token).not.toHaveProperty('idToken')
    }
  })

  it('may have no refresh token and no scope', () => {
    expect(tokenIn(readFields({})).token).toMatchObject({ refreshToken: null, scope: null })
  })

  it('may be answered with 201', () => {
    expect(read(JSON.stringify(fields), jsonType, 201).kind).toBe('token')
  })

  it('may name other JSON types and a charset', () => {
    for (const type of ['application/json; charset=UTF-8', 'application/token+json']) {
      expect(tokenIn(read(JSON.stringify(fields), type)).deviations).toEqual([])
    }
  })
})

describe('deviations of real servers are forgiven and noted:', () => {
  it('JSON under another name, or under none', () => {
    for (const type of ['text/html', 'text/plain', null]) {
      expect(tokenIn(read(JSON.stringify(fields), type)).deviations).toEqual(['content-type'])
    }
  })

  it('a byte order mark', () => {
    const reading = tokenIn(read(`\ufeff${JSON.stringify(fields)}`))
    expect(reading.deviations).toEqual(['byte-order-mark'])
    expect(reading.token.accessToken).toBe('abc.DEF-1')
  })

  it('a comma before the closing brace, as in the example of Social ID', () => {
    const body = `{\n  "access_token": "${'ab'.repeat(32)}",\n  "expires_in": 604800,\n  "token_type": "bearer",\n  "refresh_token": "${'cd'.repeat(32)}",\n}`
    const reading = tokenIn(read(body))
    expect(reading.deviations).toEqual(['trailing-comma'])
    expect(reading.token).toMatchObject({ expiresIn: 604800, refreshToken: 'cd'.repeat(32) })
  })

  it('a form-encoded body with its type', () => {
    const body = 'access_token=a%2Bb&token_type=bearer&expires_in=60&scope=read+write'
    const reading = tokenIn(read(body, 'application/x-www-form-urlencoded'))
    expect(reading.token).toMatchObject({ accessToken: 'a+b', scope: ['read', 'write'] })
    expect(reading.deviations).toEqual(['form-encoded', 'expires-in-text'])
  })

  it.each([
    ['3600', 3600, ['expires-in-text']],
    [3599.9, 3599, []],
    [undefined, null, ['expires-in-missing']],
    [null, null, ['expires-in-missing']],
    [0, null, ['expires-in-absurd']],
    [-1, null, ['expires-in-absurd']],
    [315_360_000, 315_360_000, []],
    [400_000_000, null, ['expires-in-absurd']],
    ['2026-01-01T00:00:00Z', null, ['expires-in-absurd']],
    ['', null, ['expires-in-absurd']],
    [true, null, ['expires-in-absurd']],
  ])('a life of %j is %j seconds', (value, expiresIn, deviations) => {
    const reading = tokenIn(readFields({ expires_in: value }))
    expect(reading.token.expiresIn).toBe(expiresIn)
    expect(reading.deviations).toEqual(deviations)
  })

  it.each([
    ['bearer', 'bearer', []],
    ['BEARER', 'BEARER', ['token-type-case']],
    [undefined, 'Bearer', ['token-type-missing']],
    [null, 'Bearer', ['token-type-missing']],
  ])('a token type of %j is %j', (value, tokenType, deviations) => {
    const reading = tokenIn(readFields({ token_type: value }))
    expect(reading.token.tokenType).toBe(tokenType)
    expect(reading.deviations).toEqual(deviations)
  })

  it.each([
    ['read  write', ['read', 'write'], []],
    ['', [], []],
    [['read', 'write'], ['read', 'write'], ['scope-shape']],
    [[1], null, ['scope-shape']],
    [null, null, []],
    ['read \u202ewrite', ['read'], ['scope-shape']],
  ])('a scope of %j is %j', (value, scope, deviations) => {
    const reading = tokenIn(readFields({ scope: value }))
    expect(reading.token.scope).toEqual(scope)
    expect(reading.deviations).toEqual(deviations)
  })

  it('a refresh token of nothing', () => {
    for (const value of ['', null, 7]) {
      const reading = tokenIn(readFields({ refresh_token: value }))
      expect(reading.token.refreshToken).toBeNull()
      expect(reading.deviations).toEqual(['refresh-token-empty'])
    }
  })

  it('unknown members, even repeated', () => {
    const body = `{"x":1,"x":2,${JSON.stringify(fields).slice(1)}`
    expect(tokenIn(read(body)).deviations).toEqual(['extra-fields'])
  })

  it('an error member that denies an error', () => {
    for (const error of [null, '', false]) expect(readFields({ error }).kind).toBe('token')
  })
})

describe('dangerous answers are refused:', () => {
  it.each(['a\r\nX-Evil: 1', 'a b', 'é', 'a\u0000', '\ttoken', 'a\u007f'])(
    'an access token with %j in it',
    (access_token) => {
      expect(outcomeIn(readFields({ access_token }))).toEqual(unsafe('token-characters'))
    },
  )

  it('a refresh token with a line break in it', () => {
    expect(outcomeIn(readFields({ refresh_token: 'a\nb' }))).toEqual(unsafe('token-characters'))
  })

  it.each(['mac', 'DPoP', 'bearer ', 7])('a token of type %j', (token_type) => {
    expect(outcomeIn(readFields({ token_type }))).toEqual(unsafe('token-type'))
  })

  it.each(['access_token', 'token_type', 'expires_in', 'refresh_token', 'scope', 'error'])(
    'an answer that says %s twice',
    (name) => {
      const body = `{"${name}":null,"${name}":null,${JSON.stringify(fields).slice(1)}`
      expect(outcomeIn(read(body))).toEqual(unsafe('repeated-key'))
    },
  )

  it('a form with a repeated name', () => {
    const body = 'access_token=a&access_token=b&token_type=bearer'
    expect(outcomeIn(read(body, 'application/x-www-form-urlencoded'))).toEqual(
      unsafe('repeated-key'),
    )
  })

  it('bytes that are not UTF-8', () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"access_token":"a'), 0xff])
    expect(outcomeIn(read(body))).toEqual(unsafe('not-utf8'))
  })

  it('an answer that nests too deep', () => {
    expect(outcomeIn(readFields({ x: JSON.parse('['.repeat(80) + ']'.repeat(80)) }))).toEqual(
      unsafe('too-deep'),
    )
  })

  it('an answer that is too large, if it is not a refusal anyway', () => {
    const large = (status: number) =>
      outcomeIn(readTokenResponse({ status, headers: {}, body: 'too-large' }, context))
    expect(large(200)).toEqual(unsafe('too-large'))
    expect(large(502)).toMatchObject({ kind: 'server-trouble', status: 502, oauthError: null })
  })

  it('a token beside an error', () => {
    expect(outcomeIn(readFields({ error: 'invalid_grant' }))).toEqual({
      kind: 'user-refused',
      status: 200,
      oauthError: 'invalid_grant',
    })
    expect(outcomeIn(readFields({ error: { code: 1 } }))).toMatchObject({ kind: 'bad-request' })
  })

  it('a token under an error status', () => {
    expect(outcomeIn(read(JSON.stringify(fields), jsonType, 400))).toMatchObject({
      kind: 'bad-request',
    })
  })
})

describe('answers that no token endpoint sends', () => {
  it.each([
    ['', jsonType, 'nothing'],
    [' \n', null, 'nothing'],
    ['<!DOCTYPE html><p>Log in', 'text/html', 'web-page'],
    ['<!doctype HTML>', 'text/plain', 'web-page'],
    ['Welcome', 'text/html; charset=utf-8', 'something-else'],
    ['<?xml version="1.0"?><a/>', 'text/xml', 'xml'],
    ['OK', 'text/plain', 'something-else'],
    ['[]', jsonType, 'something-else'],
    ['{"access_token":', jsonType, 'something-else'],
    ['{"ok":true}', jsonType, 'something-else'],
    ['{"access_token":""}', jsonType, 'something-else'],
    ['{"access_token":12}', jsonType, 'something-else'],
    ['{"access_token":"a"/*!*/}', jsonType, 'something-else'],
    ['access_token=a', 'text/html', 'something-else'],
  ])('%j as %s looks like: %s', (body, type, looksLike) => {
    expect(outcomeIn(read(body, type))).toEqual(notOAuth(looksLike))
  })

  it('a page in another encoding is still a page', () => {
    const page = new Uint8Array([0x3c, 0x70, 0x3e, 0xe9])
    expect(outcomeIn(read(page, 'text/html; charset=iso-8859-1'))).toEqual(notOAuth('web-page'))
  })

  it('is found under 404 and 405 too, unless a code means otherwise', () => {
    expect(outcomeIn(read('<html>', 'text/html', 404))).toEqual(notOAuth('web-page', 404))
    expect(outcomeIn(read('{"message":"no"}', jsonType, 405))).toEqual(
      notOAuth('something-else', 405),
    )
    expect(outcomeIn(read('{"error":"invalid_client"}', jsonType, 404))).toMatchObject({
      kind: 'client-refused',
    })
  })
})
