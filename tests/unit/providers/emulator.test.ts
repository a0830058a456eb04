import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Emulator } from '../../support/providers/emulator.ts'
import {
  type OrganizationApiCredentials,
  startOrganizationApiEmulator,
} from '../../support/providers/organization-api.ts'
import { startSemansysEmulator } from '../../support/providers/semansys.ts'
import { rawBasic, refreshTokenOf, send, sendForm } from '../../support/providers/send.ts'
import { startSocialIdEmulator } from '../../support/providers/social-id.ts'

let emulator: Emulator<OrganizationApiCredentials>
beforeEach(async () => {
  emulator = await startOrganizationApiEmulator({ expiresIn: 30 })
})
afterEach(() => emulator.close())

function ask() {
  const { clientId, clientSecret } = emulator.credentials
  const form = { grant_type: 'client_credentials' }
  return sendForm(emulator.tokenEndpoint, form, rawBasic(clientId, clientSecret))
}

test.each([
  ['Semansys', startSemansysEmulator, '/connect/token'],
  ['Social ID', startSocialIdEmulator, '/v2/marketing/oauth/token'],
  ['Organization API', startOrganizationApiEmulator, '/oauth2/token'],
])('%s answers POST at its documented path on loopback, and nothing else', async (...row) => {
  const [, start, path] = row
  const { tokenEndpoint, close } = await start()
  expect(tokenEndpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//)
  expect(new URL(tokenEndpoint).pathname).toBe(path)
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const { status, headers } = await send(tokenEndpoint, { method })
    expect([status, headers.get('allow')]).toEqual([405, 'POST'])
  }
  expect((await send(`${tokenEndpoint}/other`)).status).toBe(404)
  await close()
})

test('every request is remembered, to the byte, with its status', async () => {
  await ask()
  await send(`${emulator.tokenEndpoint}?a=%20b&a=`, { headers: { 'x-test': 'yes' } })
  expect(emulator.requests.map(({ query, status }) => [query, status])).toEqual([
    ['', 200],
    ['a=%20b&a=', 401],
  ])
  const [first, second] = emulator.requests
  expect(first?.body.toString()).toBe('grant_type=client_credentials')
  expect(first?.form).toEqual([['grant_type', 'client_credentials']])
  expect(second?.headers['x-test']).toBe('yes')
})

test('failNext answers just so many requests with its statuses', async () => {
  emulator.failNext(503)
  emulator.failNext(429)
  const statuses = []
  for (let count = 0; count < 3; count += 1) statuses.push((await ask()).status)
  expect(statuses).toEqual([503, 429, 200])
})

test('server-error mode answers with 500 until it is ended', async () => {
  emulator.setMode('server-error')
  expect((await ask()).status).toBe(500)
  expect((await ask()).status).toBe(500)
  emulator.setMode('normal')
  expect((await ask()).status).toBe(200)
})

test('the life of a token can be chosen, also later', async () => {
  expect((await ask()).text).toContain('"expires_in":30')
  emulator.setExpiresIn(5)
  expect((await ask()).text).toContain('"expires_in":5')
})

test('every start plants other secrets and tells what must be found nowhere', async () => {
  const sent = await ask()
  const secrets = emulator.secrets()
  expect(secrets).toHaveLength(3)
  expect(secrets).toContain(refreshTokenOf(sent))
  expect(emulator.credentials.clientSecret).toContain(secrets[0])
  const other = await startOrganizationApiEmulator()
  expect(other.secrets()).not.toEqual(secrets.slice(0, 1))
  await other.close()
})
