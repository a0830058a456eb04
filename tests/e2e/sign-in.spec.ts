import { createPageClient, isReturn } from '../support/authorization-server/page-client.ts'
import { startServer } from '../support/ports/loopback-server.ts'
import { createSilentBrowser } from './support/browser.ts'
import { countClicks } from './support/clicks.ts'
import {
  deviceDraft,
  enterAccount,
  openedAddress,
  showProfile,
  signInAndAllow,
  signInDraft,
  startSignInServer,
} from './support/sign-in.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'elsewhere no program on the search path opens addresses')

test('from the first start to a copied header in five clicks, signed in with a real browser', async ({
  start,
  startBrowser,
}) => {
  const browser = await startBrowser()
  const { page, clipboardText } = await start({ browser })
  const testApp = createTestApp(page)
  const clicks = await countClicks(page)
  await page.getByRole('button', { name: /browser/i }).click()
  const tab = await browser.page()
  let inBrowser = 0
  for (const name of [/^A? ?Ada/, /^Allow$/]) {
    await tab.getByRole('button', { name }).click()
    inBrowser += 1
  }
  await expect(tab.getByRole('heading')).toHaveText(/close this tab/)
  await testApp.expectState('Valid')
  await testApp.button('Copy header').click()
  await expect.poll(clipboardText).toMatch(/^Authorization: Bearer \S+$/)
  expect((await clicks.number()) + inBrowser).toBeLessThanOrEqual(5)
})

test('a person finds the settings of a foreign server, signs in there, and the token is renewed without them', async ({
  start,
  startBrowser,
}) => {
  const server = await startSignInServer()
  const browser = await startBrowser()
  const { page, clipboardText } = await start({ browser })
  const testApp = createTestApp(page)
  await testApp.button('New profile').first().click()
  await testApp.fill({ Provider: 'Any OAuth 2.0 server' })
  await page
    .getByRole('radiogroup', { name: 'What did you get?' })
    .getByRole('radio', { name: 'I sign in with my browser' })
    .check()
  await testApp.fill({ 'Server address': server.issuer })
  await testApp.button('Find settings').click()
  await testApp.button('Use these settings').click()
  await testApp.fill({
    Name: 'Foreign',
    'Client ID': server.clientId,
    Scope: 'openid email',
    'Redirect address': server.redirectAddress,
  })
  await testApp.button('Save and sign in').click()

  const tab = await browser.page()
  await expect(page.getByRole('heading', { name: 'Continue in your browser' })).toBeVisible()
  await signInAndAllow(tab)
  await expect(tab.getByRole('heading')).toHaveText(/close this tab/)
  await expect.poll(() => server.at('token').length).toBe(1)
  const [exchange] = server.at('token')
  const shown = await tab.content()
  expect(shown).not.toContain(exchange?.parameters['code'])
  expect(shown).not.toContain(String(exchange?.answer['access_token']))
  await testApp.expectState('Valid')

  await testApp.button('Renew now').click()
  await expect.poll(() => server.at('token').length).toBe(2)
  await testApp.expectState('Valid')
  expect(server.at('token').map(({ parameters }) => parameters['grant_type'])).toEqual([
    'authorization_code',
    'refresh_token',
  ])
  await testApp.button('Copy token').click()
  await expect.poll(clipboardText).toBe(server.at('token')[1]?.answer['access_token'])
  expect(await browser.opened()).toHaveLength(1)
  await server.close()
})

test('a refusal is calm, and another account is asked for afterwards', async ({
  start,
  startBrowser,
}) => {
  const server = await startSignInServer()
  const browser = await startBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  const first = await browser.page()
  await enterAccount(first)
  await first.getByRole('button', { name: 'Refuse' }).click()
  await expect(first.getByRole('heading')).toBeVisible()
  await expect(page.getByText('You did not allow access')).toBeVisible()

  await testApp.button('Sign in').click()
  await (await browser.page()).getByRole('button', { name: 'Allow' }).click()
  await testApp.expectState('Valid')
  await testApp.button('Sign in as somebody else').click()
  const other = await browser.page()
  expect(other.url()).not.toContain('localhost')
  await signInAndAllow(other, 'grace@foreign.example')
  await expect(page.getByRole('main')).toContainText('grace@foreign.example')
  const prompts = server.at('authorization').map(({ parameters }) => parameters['prompt'])
  expect(prompts).toContain('login')
  await server.close()
})

test('a wrong state, a foreign page and a second answer change nothing: one code, one exchange', async ({
  start,
}) => {
  const server = await startSignInServer()
  const browser = await createSilentBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  const address = await openedAddress(browser)
  const at = (parameters: Readonly<Record<string, string>>, path = server.redirectAddress) =>
    fetch(`${path}?${new URLSearchParams(parameters)}`).then(({ status }) => status)

  expect(await at({ code: 'stolen', state: 'wrong' })).toBe(400)
  expect(await at({ code: 'stolen' })).toBe(400)
  expect(await at({}, server.redirectAddress.replace('callback', 'favicon.ico'))).toBe(404)
  await expect(page.getByRole('heading', { name: 'Continue in your browser' })).toBeVisible()

  const client = createPageClient(server.issuer, { needsPolicy: false })
  await client.open(address.href)
  await client.click('Sign in', { account: 'ada@foreign.example' })
  const end = await client.click('Allow')
  if (!isReturn(end)) throw new Error(end.text)
  const answer = Object.fromEntries(end.parameters)
  const [first, second] = await Promise.all([at(answer), at(answer).catch(() => 'closed' as const)])
  expect(first).toBe(200)
  expect([200, 'closed']).toContain(second)
  await testApp.expectState('Valid')
  expect(server.at('token')).toHaveLength(1)
  await expect(at(answer)).rejects.toThrow()
  await server.close()
  await browser.close()
})

test('a taken port is named and no browser opens; a pasted address works where nothing listens', async ({
  start,
}) => {
  const other = await startServer((_, response) => response.end())
  const taken = await startSignInServer({ redirectAddress: `${other.origin}/callback` })
  const hosted = await startSignInServer({ redirectAddress: 'https://app.foreign.example/back' })
  const browser = await createSilentBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(taken))
  await testApp.button('Sign in').click()
  await expect(page.getByRole('main')).toContainText(new URL(other.origin).port)
  expect(await browser.opened()).toEqual([])

  const draft = signInDraft(hosted)
  await showProfile(page, {
    ...draft,
    settings: { ...draft.settings, about: { ...draft.settings.about, name: 'Hosted' } },
  })
  await testApp.button('Sign in').click()
  const address = await openedAddress(browser)
  const client = createPageClient(hosted.issuer, { needsPolicy: false })
  await client.open(address.href)
  await client.click('Sign in', { account: 'ada@foreign.example' })
  const end = await client.click('Allow')
  if (!isReturn(end)) throw new Error(end.text)
  const field = page.getByRole('textbox', { name: 'Paste the address you landed on' })
  await expect(field).toBeVisible()
  await field.fill(address.href)
  await testApp.button('Use it').click()
  await expect(page.getByText(/address of another page/)).toBeVisible()
  await field.fill(`${end.address}?${end.parameters}`)
  await testApp.button('Use it').click()
  await testApp.expectState('Valid')
  expect(other.received).toEqual([])
  for (const each of [taken, hosted, other, browser]) await each.close()
})

test('a device code is entered in a real browser', async ({ start, startBrowser }) => {
  const server = await startSignInServer()
  const browser = await startBrowser()
  const { page, clipboardText } = await start({ browser })
  const testApp = await showProfile(page, deviceDraft(server))
  await testApp.button('Sign in').click()
  await page.getByRole('button', { name: /Copy code/ }).click()
  await expect.poll(clipboardText).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
  await testApp.button('Open the page').click()
  const tab = await browser.page()
  await expect(tab.locator('code')).toHaveText(await clipboardText())
  await tab.getByRole('button', { name: 'Continue' }).click()
  await signInAndAllow(tab)
  await expect(tab.getByRole('heading')).toHaveText('Foreign device is signed in')
  await testApp.expectState('Valid')
  await server.close()
})
