import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AuthorizationServer,
  startAuthorizationServer,
} from '../../../src/main/practice-server/authorization-server.ts'
import {
  createPageClient,
  isReturn,
  type Return,
  type ShownPage,
} from '../../support/authorization-server/page-client.ts'

let server: AuthorizationServer
let shortServer: AuthorizationServer
beforeAll(async () => {
  server = await startAuthorizationServer()
  shortServer = await startAuthorizationServer({ deviceCodeLife: 1 })
})
afterAll(() => Promise.all([server.close(), shortServer.close()]))

// Every server here is on this computer.
const loopback = { [oauth.allowInsecureRequests]: true }

async function begin({ issuer, access }: AuthorizationServer, isConfidential = false) {
  const url = new URL(issuer)
  const discovered = await oauth.discoveryRequest(url, loopback)
  const metadata = await oauth.processDiscoveryResponse(url, discovered)
  const client = { client_id: isConfidential ? access.clientId : access.publicClientId }
  const authentication = isConfidential
    ? oauth.ClientSecretBasic(access.clientSecret)
    : oauth.None()
  const response = await oauth.deviceAuthorizationRequest(
    metadata,
    client,
    authentication,
    { scope: access.signInScope, ui_locales: 'nl' },
    loopback,
  )
  const device = await oauth.processDeviceAuthorizationResponse(metadata, client, response)
  const poll = async () => {
    const answer = await oauth.deviceCodeGrantRequest(
      metadata,
      client,
      authentication,
      device.device_code,
      loopback,
    )
    return oauth.processDeviceCodeResponse(metadata, client, answer)
  }
  return { device, poll, browser: createPageClient(issuer) }
}

function shown(end: ShownPage | Return): ShownPage {
  if (isReturn(end)) throw new Error('a device flow returns nowhere')
  return end
}

test.each([
  ['without a secret', false],
  ['with a secret', true],
])(
  'a client %s gets its tokens once the person has compared the code',
  async (_how, isConfidential) => {
    const { device, poll, browser } = await begin(server, isConfidential)
    await expect(poll()).rejects.toMatchObject({ error: 'authorization_pending' })
    const compare = shown(await browser.open(device.verification_uri_complete ?? ''))
    expect(compare.text).toContain(device.user_code)
    expect(compare.text).toContain('Heeft iemand anders je hierheen gestuurd')
    await browser.click('Ja, het is dezelfde')
    await expect(poll()).rejects.toMatchObject({ error: 'authorization_pending' })
    await browser.click('Ben Practice')
    const done = shown(await browser.click('Toestaan'))
    expect(done.text).toContain('Je kunt dit tabblad sluiten')
    const tokens = await poll()
    expect(tokens.refresh_token).toEqual(expect.any(String))
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'ben@practice.example' })
    await expect(poll()).rejects.toMatchObject({ error: 'invalid_grant' })
  },
)

test('the code may be typed, with small letters and other signs', async () => {
  const { device, poll, browser } = await begin(server)
  const first = shown(await browser.open(device.verification_uri))
  expect(first.text).toContain('Enter the code')
  const typed = device.user_code.toLowerCase().replace('-', ' ')
  const compare = shown(await browser.click('Continue', { user_code: typed }))
  expect(compare.text).toContain(device.user_code)
  await browser.click('Ja, het is dezelfde')
  await browser.click('Ada Practice')
  await browser.click('Toestaan')
  await poll()
})

test.each([
  ['another code', 'BCDF-GHJK', 'no such code'],
  ['nothing', '', 'Type the code first'],
])('%s is refused with a reason, and may be typed again', async (_what, typed, reason) => {
  const { device, browser } = await begin(server)
  await browser.open(device.verification_uri)
  const page = shown(await browser.click('Continue', { user_code: typed }))
  expect(page.text).toContain(reason)
  expect(page.source).toContain(`value="${typed}"`)
  const compare = await browser.click('Continue', { user_code: device.user_code })
  expect(shown(compare).text).toContain(device.user_code)
})

test('a typed text is shown as text', async () => {
  const { device, browser } = await begin(server)
  await browser.open(device.verification_uri)
  const page = shown(await browser.click('Continue', { user_code: `"><script>'&` }))
  expect(page.source).toContain('value="&quot;&gt;&lt;script&gt;&#39;&amp;"')
  expect(page.source).not.toContain('<script>')
})

test.each([
  ['a code that differs', ['Nee, stop hier']],
  ['no wish to sign in', ['Ja, het is dezelfde', 'Ik wil niet inloggen']],
  ['no consent', ['Ja, het is dezelfde', 'Ada Practice', 'Niet toestaan']],
])('%s ends the flow with access_denied', async (_why, clicks) => {
  const { device, poll, browser } = await begin(server)
  await browser.open(device.verification_uri_complete ?? '')
  let last: ShownPage | undefined
  for (const button of clicks) last = shown(await browser.click(button))
  expect(last?.text).toContain('Er is niets toegestaan')
  await expect(poll()).rejects.toMatchObject({ error: 'access_denied' })
})

test('a used code is not taken again', async () => {
  const { device, browser } = await begin(server)
  await browser.open(device.verification_uri_complete ?? '')
  for (const button of ['Ja, het is dezelfde', 'Ada Practice', 'Toestaan']) {
    await browser.click(button)
  }
  const page = shown(await browser.open(device.verification_uri_complete ?? ''))
  expect(page.text).toContain('has been used already')
})

test('an expired code is called expired, by the page and the server', async () => {
  const { device, poll, browser } = await begin(shortServer)
  const answer = () => poll().catch(({ error }: { error: string }) => error)
  await expect.poll(answer, { timeout: 5000 }).toBe('expired_token')
  const page = shown(await browser.open(device.verification_uri_complete ?? ''))
  expect(page.text).toContain('This code is too old')
})
