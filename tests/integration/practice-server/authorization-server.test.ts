import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type AuthorizationServer,
  startAuthorizationServer,
} from '../../../src/main/practice-server/authorization-server.ts'
import { basicHeader } from '../../support/authorization-server/basic-header.ts'

let server: AuthorizationServer
beforeAll(async () => {
  server = await startAuthorizationServer()
})
afterAll(() => server.close())

const tokens = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number(),
  refresh_token: z.string().optional(),
  scope: z.string(),
})

type Form = Readonly<Record<string, string>>

function post(form: Form, headers: Form = { authorization: basicHeader(server.access) }) {
  const body = new URLSearchParams(form)
  return fetch(server.access.tokenEndpoint, { method: 'POST', headers, body })
}

async function tokensFor(form: Form) {
  const response = await post(form)
  expect(response.status).toBe(200)
  return tokens.parse(await response.json())
}

async function errorFor(form: Form, headers?: Form) {
  const response = await post(form, headers)
  const { error } = z.object({ error: z.string() }).parse(await response.json())
  return [response.status, error]
}

function passwordForm() {
  const { userName, password } = server.access
  return { grant_type: 'password', username: userName, password }
}

function refreshForm(refreshToken: string | undefined) {
  return { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' }
}

async function verify(accessToken: string) {
  const jwks = createRemoteJWKSet(new URL(`${server.issuer}/jwks`))
  return jwtVerify(accessToken, jwks, {
    issuer: server.issuer,
    audience: 'https://api.practice.example',
    typ: 'at+jwt',
  })
}

describe('a user with a password', () => {
  test('gets a JWT for five minutes and a refresh token', async () => {
    const { access_token, refresh_token, expires_in, scope } = await tokensFor(passwordForm())
    expect([expires_in, scope]).toEqual([300, 'read write'])
    expect(refresh_token).toMatch(/^[\w-]{20,}$/)
    const { payload } = await verify(access_token)
    expect(payload).toMatchObject({
      sub: server.access.userName,
      client_id: server.access.clientId,
      scope: 'read write',
      name: 'Ada Practice',
      company: 'Practice Company',
      roles: ['reader', 'editor'],
      jti: expect.any(String),
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300)
  })

  test('gets the part of the scope that was asked for', async () => {
    const { access_token, scope } = await tokensFor({ ...passwordForm(), scope: 'read' })
    expect(scope).toBe('read')
    expect((await verify(access_token)).payload['scope']).toBe('read')
  })

  test('gets an error for an unknown scope', async () => {
    const form = { ...passwordForm(), scope: 'read everything' }
    expect(await errorFor(form)).toEqual([400, 'invalid_scope'])
  })

  test.each(['username', 'password'])('is refused with a wrong %s', async (name) => {
    const form = { ...passwordForm(), [name]: 'wrong' }
    expect(await errorFor(form)).toEqual([400, 'invalid_grant'])
  })

  test.each(['username', 'password'])('is refused without %s', async (name) => {
    const form = { ...passwordForm(), [name]: '' }
    expect(await errorFor(form)).toEqual([400, 'invalid_request'])
  })
})

test('the client credentials grant returns a token without a refresh token', async () => {
  const form = { grant_type: 'client_credentials', scope: 'read write' }
  const { access_token, refresh_token, expires_in } = await tokensFor(form)
  expect([refresh_token, expires_in]).toEqual([undefined, 300])
  const { payload } = await verify(access_token)
  expect(payload).toMatchObject({ sub: server.access.clientId, scope: 'read write' })
})

describe('a refresh token', () => {
  test('is rotated, and its successor works', async () => {
    const first = await tokensFor(passwordForm())
    const second = await tokensFor(refreshForm(first.refresh_token))
    const third = await tokensFor(refreshForm(second.refresh_token))
    const all = [first, second, third]
    expect(new Set(all.map(({ refresh_token }) => refresh_token)).size).toBe(3)
    expect(new Set(all.map(({ access_token }) => access_token)).size).toBe(3)
    const { payload } = await verify(third.access_token)
    expect(payload).toMatchObject({ sub: server.access.userName, scope: 'read write' })
  })

  test('used again revokes its whole family and no other', async () => {
    const first = await tokensFor(passwordForm())
    const other = await tokensFor(passwordForm())
    const second = await tokensFor(refreshForm(first.refresh_token))
    expect(await errorFor(refreshForm(first.refresh_token))).toEqual([400, 'invalid_grant'])
    expect(await errorFor(refreshForm(second.refresh_token))).toEqual([400, 'invalid_grant'])
    await tokensFor(refreshForm(other.refresh_token))
  })

  test('that was never issued is refused', async () => {
    expect(await errorFor(refreshForm('made-up'))).toEqual([400, 'invalid_grant'])
  })
})

describe('the client', () => {
  test('may name itself in the body', async () => {
    const { clientId, clientSecret } = server.access
    const form = { ...passwordForm(), client_id: clientId, client_secret: clientSecret }
    expect((await post(form, {})).status).toBe(200)
  })

  test('is refused with a wrong id or secret', async () => {
    for (const wrong of [{ clientId: 'wrong' }, { clientSecret: 'wrong' }]) {
      const authorization = basicHeader({ ...server.access, ...wrong })
      expect(await errorFor(passwordForm(), { authorization })).toEqual([401, 'invalid_client'])
    }
  })

  test('is refused without authentication', async () => {
    const { status } = await post({ ...passwordForm(), client_id: server.access.clientId }, {})
    expect(status).toBe(401)
  })
})

test('another grant is refused', async () => {
  expect(await errorFor({ grant_type: 'urn:other' })).toEqual([400, 'unsupported_grant_type'])
})

test('each server has a port, credentials and keys of its own', async () => {
  const other = await startAuthorizationServer({ accessTokenLife: 2 })
  const keyOf = async ({ issuer }: AuthorizationServer) => (await fetch(`${issuer}/jwks`)).text()
  expect(await keyOf(other)).not.toBe(await keyOf(server))
  for (const name of ['tokenEndpoint', 'clientId', 'clientSecret', 'password'] as const) {
    expect(other.access[name]).not.toBe(server.access[name])
  }
  const response = await fetch(other.access.tokenEndpoint, {
    method: 'POST',
    headers: { authorization: basicHeader(other.access) },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'read' }),
  })
  expect(tokens.parse(await response.json()).expires_in).toBe(2)
  await other.close()
  await expect(fetch(other.issuer)).rejects.toThrow()
})

describe('the API of the practice server', () => {
  const hello = (authorization?: string) =>
    fetch(
      `${server.issuer}/hello`,
      authorization === undefined ? {} : { headers: { authorization } },
    )

  test('greets a caller with one of its tokens', async () => {
    const { access_token } = await tokensFor({ ...passwordForm(), scope: 'read' })
    const response = await hello(`Bearer ${access_token}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      message: expect.stringContaining('Ada Practice'),
      mayBeUsedFor: 'read',
    })
  })

  test('refuses the others, and says why as RFC 6750 §3 asks', async () => {
    const nobody = await hello()
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="practice"',
    ])
    const { access_token } = await tokensFor(passwordForm())
    const [head = '', claims = ''] = access_token.split('.')
    const other = await startAuthorizationServer()
    const body = new URLSearchParams({ grant_type: 'client_credentials' })
    const headers = { authorization: basicHeader(other.access) }
    const foreign = await fetch(other.access.tokenEndpoint, { method: 'POST', headers, body })
    const { access_token: theirs } = z
      .object({ access_token: z.string() })
      .parse(await foreign.json())
    await other.close()
    for (const token of ['abc', `${head}.${claims}.AAAA`, theirs]) {
      const response = await hello(`Bearer ${token}`)
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([
        401,
        'Bearer realm="practice", error="invalid_token"',
      ])
    }
  })
})
