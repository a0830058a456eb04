import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Emulator } from '../../support/providers/emulator.ts'
import {
  type SemansysCredentials,
  startSemansysEmulator,
} from '../../support/providers/semansys.ts'
import {
  formHeaders,
  rawBasic,
  refreshTokenOf,
  send,
  sendForm,
} from '../../support/providers/send.ts'

let semansys: Emulator<SemansysCredentials>
beforeEach(async () => {
  semansys = await startSemansysEmulator()
})
afterEach(() => semansys.close())

function passwordForm() {
  const { clientId, clientSecret, userName, password } = semansys.credentials
  return {
    grant_type: 'password',
    client_id: clientId,
    client_secret: clientSecret,
    username: userName,
    password,
  }
}

function refreshForm(refreshToken: string) {
  const { grant_type: _, username: __, password: ___, ...client } = passwordForm()
  return { grant_type: 'refresh_token', ...client, refresh_token: refreshToken }
}

const answer = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.number(),
  refresh_token: z.string().regex(/^[0-9a-f]{16}$/),
  scope: z.literal('read write'),
})

describe('the documented calls get a token', () => {
  test('cURL: one -d a parameter, joined by &', async () => {
    // curl's -d sends text as it is; whoever uses it has escaped the values.
    const body = Object.entries(passwordForm())
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')
    const { status, text } = await send(semansys.tokenEndpoint, { headers: formHeaders, body })
    expect(status).toBe(200)
    expect(answer.parse(JSON.parse(text)).expires_in).toBe(3600)
  })

  test('JavaScript: axios with a form body and a charset', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' }
    const { status, text } = await sendForm(semansys.tokenEndpoint, passwordForm(), headers)
    expect(status).toBe(200)
    answer.parse(JSON.parse(text))
  })

  test('Python: requests with data=, spaces as plus signs', async () => {
    const { status, text } = await sendForm(semansys.tokenEndpoint, passwordForm())
    expect(status).toBe(200)
    answer.parse(JSON.parse(text))
    expect(semansys.requests[0]?.body.toString()).toContain('%2B+%252B')
  })
})

test('the access token is an HS256 JWT whose life is expires_in', async () => {
  semansys.setExpiresIn(120)
  const { text } = await sendForm(semansys.tokenEndpoint, passwordForm())
  const { access_token, expires_in } = answer.parse(JSON.parse(text))
  const { iat = 0, exp = 0, sub } = decodeJwt(access_token)
  expect(decodeProtectedHeader(access_token)).toEqual({ alg: 'HS256', typ: 'JWT' })
  expect([expires_in, exp - iat]).toEqual([120, 120])
  expect(sub).toBe(semansys.credentials.userName)
})

test('a refresh token gives other tokens once', async () => {
  const first = await sendForm(semansys.tokenEndpoint, passwordForm())
  const form = refreshForm(refreshTokenOf(first))
  const second = await sendForm(semansys.tokenEndpoint, form)
  expect(second.status).toBe(200)
  expect(answer.parse(JSON.parse(second.text)).access_token).not.toBe(
    answer.parse(JSON.parse(first.text)).access_token,
  )
  const again = await sendForm(semansys.tokenEndpoint, form)
  expect([again.status, again.text]).toEqual([400, '{"error":"invalid_grant"}'])
})

test('revoked refresh tokens are dead', async () => {
  const first = await sendForm(semansys.tokenEndpoint, passwordForm())
  semansys.revokeRefreshTokens()
  const { status } = await sendForm(semansys.tokenEndpoint, refreshForm(refreshTokenOf(first)))
  expect(status).toBe(400)
})

describe('errors have their documented status and no body', () => {
  test.each([
    ['grant_type', 'client_credentials'],
    ['grant_type', ''],
    ['client_id', ''],
    ['client_secret', ''],
    ['username', ''],
    ['password', ''],
    ['scope', 'read'],
  ])('400 for %s=%j', async (name, value) => {
    const form = { ...passwordForm(), [name]: value }
    const { status, text } = await sendForm(semansys.tokenEndpoint, form)
    expect([status, text]).toEqual([400, ''])
  })

  test.each(['grant_type', 'client_id', 'client_secret', 'username', 'password'] as const)(
    '400 without %s, and with it twice',
    async (name) => {
      const { [name]: value, ...rest } = passwordForm()
      expect((await sendForm(semansys.tokenEndpoint, rest)).status).toBe(400)
      const twice = new URLSearchParams(passwordForm())
      twice.append(name, value)
      const body = twice.toString()
      const { status } = await send(semansys.tokenEndpoint, { headers: formHeaders, body })
      expect(status).toBe(400)
    },
  )

  test('400 for a body that is no form', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(passwordForm())
    expect((await send(semansys.tokenEndpoint, { headers, body })).status).toBe(400)
  })

  test('400 for a broken escape', async () => {
    const body = `${new URLSearchParams(passwordForm())}%2`
    expect((await send(semansys.tokenEndpoint, { headers: formHeaders, body })).status).toBe(400)
  })

  test('400 for credentials outside the body', async () => {
    const { clientId, clientSecret } = semansys.credentials
    const basic = rawBasic(clientId, clientSecret)
    expect((await sendForm(semansys.tokenEndpoint, passwordForm(), basic)).status).toBe(400)
    const withQuery = `${semansys.tokenEndpoint}?client_id=${clientId}`
    expect((await sendForm(withQuery, passwordForm())).status).toBe(400)
  })

  test.each(['client_id', 'client_secret'])('401 for a wrong %s', async (name) => {
    const form = { ...passwordForm(), [name]: 'wrong' }
    const { status, text } = await sendForm(semansys.tokenEndpoint, form)
    expect([status, text]).toEqual([401, ''])
  })

  test.each(['username', 'password'])('403 for a wrong %s', async (name) => {
    const form = { ...passwordForm(), [name]: 'wrong' }
    const { status, text } = await sendForm(semansys.tokenEndpoint, form)
    expect([status, text]).toEqual([403, ''])
  })

  test('a wrong client comes before a wrong user', async () => {
    const form = { ...passwordForm(), client_secret: 'wrong', password: 'wrong' }
    expect((await sendForm(semansys.tokenEndpoint, form)).status).toBe(401)
  })
})
