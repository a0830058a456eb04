import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createAuthority, makeSelfSigned } from '../support/faults/certificates.ts'
import { type Fault, type FaultServer, startFaultServer } from '../support/faults/fault-server.ts'
import { answering, head } from '../support/faults/faults.ts'
import { startElectronHost } from '../support/ports/host/start-host.ts'
import { expect, test } from './support/test.ts'
import { createTestApp, type TestApp } from './support/test-app.ts'

const servers: FaultServer[] = []
test.afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(fault: Fault): Promise<FaultServer> {
  const server = await startFaultServer(fault)
  servers.push(server)
  return server
}

const token = '{"access_token":"abc","token_type":"Bearer","expires_in":3600}'
const json = head(200, 'Content-Type: application/json', `Content-Length: ${token.length}`)
const day = 24 * 60 * 60 * 1000

function getToken(testApp: TestApp, tokenEndpoint: string, name = 'Reports'): Promise<void> {
  return testApp.createProfile({
    Provider: 'Any OAuth 2.0 server',
    Name: name,
    'Token endpoint': tokenEndpoint,
    'What did you get?': 'Client ID and secret',
    'Client ID': 'client',
    'Client secret': 'the-secret',
  })
}

test('a redirect to another server is not followed: that server gets no request, and the card names it', async ({
  start,
}) => {
  const elsewhere = await serve(answering(json, token))
  const { page } = await start()
  const testApp = createTestApp(page)
  for (const status of [301, 302, 303, 307, 308]) {
    const place = `http://${elsewhere.host}/instead-of/${status}`
    const location = `Location: ${place}?code=secret`
    const server = await serve(answering(head(status, location, 'Content-Length: 0')))
    await getToken(testApp, `http://${server.host}/token`, `Moved by ${status}`)
    await expect(page.getByText('The server points to another address')).toBeVisible()
    await expect(page.getByRole('main')).toContainText(place)
    expect(server.requests).toBe(1)
  }
  expect([elsewhere.connections, elsewhere.received]).toEqual([0, ''])
})

test('a server that says nothing: Cancel hangs up, and the next click asks again', async ({
  start,
}) => {
  let isSilent = true
  const answer = answering(json, token)
  const server = await serve({
    onRequest: (socket) => {
      if (!isSilent) answer.onRequest?.(socket)
    },
  })
  const { page } = await start()
  const testApp = createTestApp(page)
  await getToken(testApp, `http://${server.host}/token`)
  await server.asked()
  await testApp.button('Cancel').click()
  await server.idle()
  await expect(testApp.button('Cancel')).toBeHidden()
  isSilent = false
  await testApp.button('Get token').click()
  await testApp.expectState('Valid')
  expect(server.requests).toBe(2)
})

test('an untrusted certificate is refused, even if the environment turns Node’s check off', async ({
  start,
}) => {
  const server = await serve({ ...answering(json, token), tls: makeSelfSigned() })
  const { page } = await start({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
  await getToken(createTestApp(page), `https://${server.host}/token`)
  await expect(page.getByText('The server could not prove who it is')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('does not know who issued its certificate')
  expect(server.received).toBe('')
})

test('a certificate that has expired is refused, and the card says so', async ({
  start,
  desktop,
}) => {
  test.skip(process.platform !== 'linux', 'an authority of the tests can be trusted on Linux alone')
  const authority = createAuthority('Authority of the tests')
  const dates = { notBefore: new Date(Date.now() - 30 * day), notAfter: new Date(Date.now() - day) }
  const expired = await serve({ ...answering(json, token), tls: authority.issue(dates) })
  const valid = await serve({ ...answering(json, token), tls: authority.issue() })
  const home = await mkdtemp(path.join(tmpdir(), 'faults-'))
  const host = await startElectronHost({ trusts: [authority], env: { ...desktop, HOME: home } })
  await host.stop()

  const { page } = await start({ env: { HOME: home } })
  const testApp = createTestApp(page)
  await getToken(testApp, `https://${expired.host}/token`)
  await expect(page.getByText('The server could not prove who it is')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('its certificate has expired')
  expect(expired.received).toBe('')
  // The same authority is trusted where the dates are right, so they are what was refused.
  await getToken(testApp, `https://${valid.host}/token`)
  await testApp.expectState('Valid')
  await rm(home, { recursive: true, force: true })
})
