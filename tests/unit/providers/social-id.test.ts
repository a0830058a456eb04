import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Emulator } from '../../support/providers/emulator.ts'
import { formHeaders, rawBasic, send, sendForm } from '../../support/providers/send.ts'
import {
  type SocialIdCredentials,
  startSocialIdEmulator,
} from '../../support/providers/social-id.ts'

let social: Emulator<SocialIdCredentials>
beforeEach(async () => {
  social = await startSocialIdEmulator()
})
afterEach(() => social.close())

const documented =
  /^\{\n {2}"access_token": "([0-9a-f]{64})",\n {2}"expires_in": 604800,\n {2}"token_type": "bearer",\n {2}"refresh_token": "([0-9a-f]{64})",\n\}$/

const problem = z.strictObject({ error: z.string(), error_description: z.string().min(1) })

function basic() {
  return rawBasic(social.credentials.clientId, social.credentials.clientSecret)
}

function ask(form: Readonly<Record<string, string>>) {
  return sendForm(social.tokenEndpoint, form, basic())
}

function byUserName() {
  const { userName, password } = social.credentials
  return { grant_type: 'password', username: userName, password }
}

async function codeOf(form: Readonly<Record<string, string>>) {
  const { status, text } = await ask(form)
  return [status, problem.parse(JSON.parse(text)).error]
}

test('the client is a number with a secret of 64 hexadecimal characters', () => {
  expect(social.credentials.clientId).toMatch(/^\d{3}$/)
  expect(social.credentials.clientSecret).toMatch(/^[0-9a-f]{64}$/)
})

describe('a user gets a token', () => {
  test('by user name, in the documented form: a comma before the closing brace', async () => {
    const { status, text } = await ask(byUserName())
    expect(status).toBe(200)
    expect(text).toMatch(documented)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  test('by e-mail address', async () => {
    const { emailAddress, password } = social.credentials
    const form = { grant_type: 'password', email_address: emailAddress, password }
    expect((await ask(form)).status).toBe(200)
  })

  test('again, with the refresh token, once', async () => {
    const refreshToken = documented.exec((await ask(byUserName())).text)?.[2] ?? ''
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
    expect((await ask(form)).text).toMatch(documented)
    expect(await codeOf(form)).toEqual([400, 'invalid_request'])
  })
})

describe('invalid_request with 400', () => {
  test.each(['grant_type', 'username', 'password'] as const)('without %s', async (name) => {
    const { [name]: _, ...form } = byUserName()
    expect(await codeOf(form)).toEqual([400, 'invalid_request'])
  })

  test('with both ways to name the user', async () => {
    const form = { ...byUserName(), email_address: social.credentials.emailAddress }
    expect(await codeOf(form)).toEqual([400, 'invalid_request'])
  })

  test('with a parameter twice', async () => {
    const body = `${new URLSearchParams(byUserName())}&grant_type=password`
    const headers = { ...formHeaders, ...basic() }
    const { status } = await send(social.tokenEndpoint, { headers, body })
    expect(status).toBe(400)
  })

  test('with client credentials in the body or a scope', async () => {
    const form = { ...byUserName(), client_id: social.credentials.clientId }
    expect(await codeOf(form)).toEqual([400, 'invalid_request'])
    expect(await codeOf({ ...byUserName(), scope: 'read' })).toEqual([400, 'invalid_request'])
  })

  test('with anything in the query', async () => {
    const url = `${social.tokenEndpoint}?grant_type=password`
    expect((await sendForm(url, byUserName(), basic())).status).toBe(400)
  })

  test('after the refresh tokens were revoked', async () => {
    const refreshToken = documented.exec((await ask(byUserName())).text)?.[2] ?? ''
    social.revokeRefreshTokens()
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
    expect(await codeOf(form)).toEqual([400, 'invalid_request'])
  })
})

test('any other grant is unsupported_grant_type with 400', async () => {
  const form = { grant_type: 'client_credentials' }
  expect(await codeOf(form)).toEqual([400, 'unsupported_grant_type'])
})

describe('invalid_client with 401', () => {
  test('without Basic', async () => {
    const { clientId, clientSecret } = social.credentials
    const form = { ...byUserName(), client_id: clientId, client_secret: clientSecret }
    for (const attempt of [byUserName(), form]) {
      const { status, text } = await sendForm(social.tokenEndpoint, attempt)
      expect([status, problem.parse(JSON.parse(text)).error]).toEqual([401, 'invalid_client'])
    }
  })

  test('for a wrong id or secret', async () => {
    const { clientId, clientSecret } = social.credentials
    for (const header of [rawBasic('1', clientSecret), rawBasic(clientId, 'wrong')]) {
      const { status } = await sendForm(social.tokenEndpoint, byUserName(), header)
      expect(status).toBe(401)
    }
  })

  test('for a wrong user name, e-mail address or password', async () => {
    const { emailAddress, password } = social.credentials
    const wrong = [
      { ...byUserName(), username: emailAddress },
      { ...byUserName(), password: 'wrong' },
      { grant_type: 'password', email_address: 'nobody@customer.example', password },
    ]
    for (const form of wrong) expect(await codeOf(form)).toEqual([401, 'invalid_client'])
  })
})

test('trouble inside is internal_server_error with 500', async () => {
  social.setMode('server-error')
  expect(await codeOf(byUserName())).toEqual([500, 'internal_server_error'])
  social.setMode('normal')
  expect((await ask(byUserName())).status).toBe(200)
})
