import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Emulator } from '../../support/providers/emulator.ts'
import {
  type OrganizationApiCredentials,
  startOrganizationApiEmulator,
} from '../../support/providers/organization-api.ts'
import {
  formHeaders,
  rawBasic,
  refreshTokenOf,
  send,
  sendForm,
} from '../../support/providers/send.ts'

let organization: Emulator<OrganizationApiCredentials>
beforeEach(async () => {
  organization = await startOrganizationApiEmulator()
})
afterEach(() => organization.close())

const answer = z.strictObject({
  access_token: z.string().length(40),
  refresh_token: z.string().length(40),
  expires_in: z.literal(86_400),
})

function basic() {
  return rawBasic(organization.credentials.clientId, organization.credentials.clientSecret)
}

function ask(form: Readonly<Record<string, string>>) {
  return sendForm(organization.tokenEndpoint, form, basic())
}

/** A POST with everything in the query string and nothing else. */
function askByQuery(parameters: Readonly<Record<string, string>>) {
  const { clientId, clientSecret } = organization.credentials
  const client = { client_id: clientId, client_secret: clientSecret }
  const query = new URLSearchParams({ ...client, ...parameters })
  return send(`${organization.tokenEndpoint}?${query}`)
}

async function errorOf(sent: Promise<{ status: number; text: string }>) {
  const { status, text } = await sent
  return [status, z.strictObject({ error: z.string() }).parse(JSON.parse(text)).error]
}

const obtain = { grant_type: 'client_credentials' }

describe('with Basic, id and secret as they are', () => {
  test('a client gets a token and a refresh token', async () => {
    const { status, text } = await ask(obtain)
    expect(status).toBe(200)
    answer.parse(JSON.parse(text))
  })

  test('grant_type may stand in the query instead', async () => {
    const url = `${organization.tokenEndpoint}?grant_type=client_credentials`
    expect((await send(url, { headers: basic() })).status).toBe(200)
  })

  test('form-encoded id and secret are wrong ones', async () => {
    const { clientId, clientSecret } = organization.credentials
    const encoded = rawBasic(clientId, encodeURIComponent(clientSecret))
    const sent = sendForm(organization.tokenEndpoint, obtain, encoded)
    expect(await errorOf(sent)).toEqual([401, 'invalid_client'])
  })

  test('a refresh token gives other tokens once', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: refreshTokenOf(await ask(obtain)) }
    answer.parse(JSON.parse((await ask(form)).text))
    expect(await errorOf(ask(form))).toEqual([400, 'invalid_grant'])
  })
})

describe('with everything in the query string', () => {
  test('a client gets a token', async () => {
    const { status, text } = await askByQuery(obtain)
    expect(status).toBe(200)
    answer.parse(JSON.parse(text))
    expect(organization.requests[0]?.body).toHaveLength(0)
  })

  test('a refresh token gives other tokens', async () => {
    const refreshToken = refreshTokenOf(await askByQuery(obtain))
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
    expect((await askByQuery(form)).status).toBe(200)
  })

  test('a wrong or missing secret is invalid_client with 401', async () => {
    for (const client_secret of ['wrong', '']) {
      const sent = askByQuery({ ...obtain, client_secret })
      expect(await errorOf(sent)).toEqual([401, 'invalid_client'])
    }
  })
})

test('id and secret in the body are refused', async () => {
  const { clientId, clientSecret } = organization.credentials
  const form = { ...obtain, client_id: clientId, client_secret: clientSecret }
  const sent = sendForm(organization.tokenEndpoint, form)
  expect(await errorOf(sent)).toEqual([401, 'invalid_client'])
})

test('a wrong secret is invalid_client with 401 and a challenge', async () => {
  const header = rawBasic(organization.credentials.clientId, 'wrong')
  const { status, headers } = await sendForm(organization.tokenEndpoint, obtain, header)
  expect([status, headers.get('www-authenticate')]).toEqual([401, 'Basic realm="oauth2"'])
})

describe('invalid_request with 400', () => {
  test.each([
    ['no grant_type', {}],
    ['no refresh_token', { grant_type: 'refresh_token' }],
    ['an unknown parameter', { ...obtain, scope: 'read' }],
  ])('%s', async (_what, form) => {
    expect(await errorOf(ask(form))).toEqual([400, 'invalid_request'])
  })

  test('parameters in the body and in the query', async () => {
    const refreshToken = refreshTokenOf(await ask(obtain))
    const url = `${organization.tokenEndpoint}?grant_type=refresh_token`
    const split = sendForm(url, { refresh_token: refreshToken }, basic())
    expect(await errorOf(split)).toEqual([400, 'invalid_request'])
  })

  test('Basic and a secret in the query', async () => {
    const { clientId, clientSecret } = organization.credentials
    const query = new URLSearchParams({
      ...obtain,
      client_id: clientId,
      client_secret: clientSecret,
    })
    const sent = send(`${organization.tokenEndpoint}?${query}`, { headers: basic() })
    expect(await errorOf(sent)).toEqual([400, 'invalid_request'])
  })

  test('a parameter twice', async () => {
    const body = 'grant_type=client_credentials&grant_type=client_credentials'
    const headers = { ...formHeaders, ...basic() }
    const sent = send(organization.tokenEndpoint, { headers, body })
    expect(await errorOf(sent)).toEqual([400, 'invalid_request'])
  })
})

test('any other grant is unsupported_grant_type with 400', async () => {
  expect(await errorOf(ask({ grant_type: 'password' }))).toEqual([400, 'unsupported_grant_type'])
})
