import type { ForeignServerOptions } from '../support/authorization-server/foreign-server.ts'
import { accountWithoutAccess } from '../support/authorization-server/foreign-server.ts'
import {
  createPageClient,
  isReturn,
  type PageClient,
} from '../support/authorization-server/page-client.ts'
import { createNoBrowser, createNoOpener, createSilentBrowser } from './support/browser.ts'
import {
  enterAccount,
  openedAddress,
  type SignInServer,
  showProfile,
  signInAndAllow,
  signInDraft,
  startSignInServer,
} from './support/sign-in.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'elsewhere no program on the search path opens addresses')

/** Returns the address to which the browser returns. */
function addressOf(end: Awaited<ReturnType<PageClient['open']>>): string {
  if (!isReturn(end)) throw new Error(end.text)
  return `${end.address}?${end.parameters}`
}

/** Signs in with a browser that the server doesn't know, and returns where it would return to. */
async function signInElsewhere(
  { issuer }: SignInServer,
  address: URL,
  account = 'ada@foreign.example',
): Promise<string> {
  const client = createPageClient(issuer, { needsPolicy: false })
  await client.open(address.href)
  await client.click('Sign in', { account })
  return addressOf(await client.click('Allow'))
}

const waiting = { name: 'Continue in your browser' } as const

type Draft = Parameters<typeof signInDraft>
interface Way {
  readonly name: string
  readonly server?: ForeignServerOptions & {
    readonly redirectHost?: '127.0.0.1' | '[::1]' | 'localhost'
  }
  readonly grant?: Draft[1]
  readonly more?: Draft[2]
}

const ways: readonly Way[] = [
  { name: 'by a posted form', grant: { responseMode: 'form_post' } },
  { name: 'over IPv6 alone', server: { host: '[::1]', redirectHost: '[::1]' } },
  { name: 'at localhost', server: { host: 'localhost', redirectHost: 'localhost' } },
  { name: 'with a secret and PKCE', server: { clientSecret: 'a secret' } },
  {
    name: 'without PKCE',
    server: { isPkceRequired: false },
    grant: { codeChallengeMethod: 'none' },
  },
  { name: 'after a pushed request', server: { isPushRequired: true }, more: { isPushed: true } },
]

for (const { name, server: options, grant, more } of ways) {
  test(`a real browser returns ${name} @deep`, async ({ start, startBrowser }) => {
    const server = await startSignInServer(options)
    const browser = await startBrowser()
    const { page } = await start({ browser })
    const testApp = await showProfile(page, signInDraft(server, grant, more))
    await testApp.button('Sign in').click()
    const tab = await browser.page()
    await signInAndAllow(tab)
    await expect(tab.getByRole('heading')).toHaveText(/close this tab/)
    await testApp.expectState('Valid')
    expect(server.at('token').map(({ status }) => status)).toEqual([200])
    expect(server.at('token')[0]?.parameters['redirect_uri']).toBe(server.redirectAddress)
    await server.close()
  })
}

test('a page that stops the return of the browser leaves the wait, and the address can be pasted @deep', async ({
  start,
  startBrowser,
}) => {
  const server = await startSignInServer({ formAction: "'self'" })
  const browser = await startBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  const tab = await browser.page()
  const stopped = tab.waitForEvent('console', (message) => /form-action/.test(message.text()))
  await signInAndAllow(tab)
  await stopped
  await expect(page.getByRole('heading', waiting)).toBeVisible()
  await expect(tab.getByRole('heading')).toHaveText('Foreign consent')
  expect(server.at('token')).toEqual([])

  await page.getByText('What do you see in the browser?').click()
  await page.getByText('Nothing happens after “Allow”').click()
  await expect(page.getByText(/another browser, such as Firefox/)).toBeVisible()
  // A browser without this rule, such as Firefox, comes back.
  const end = await signInElsewhere(server, await openedAddress(browser))
  await testApp.button('Paste the address you landed on').click()
  const field = page.getByRole('textbox', { name: 'Paste the address you landed on' })
  await field.fill(end)
  await testApp.button('Use it').click()
  await testApp.expectState('Valid')
  await server.close()
})

for (const create of [createNoBrowser, createNoOpener]) {
  test(`${create === createNoBrowser ? 'no browser' : 'no xdg-open'}: the address is copied, opened elsewhere, and its end is pasted @deep`, async ({
    start,
  }) => {
    const server = await startSignInServer()
    const browser = await create()
    const { page, clipboardText } = await start({ browser })
    const testApp = await showProfile(page, signInDraft(server))
    await testApp.button('Sign in').click()
    await testApp.button('Copy address').click()
    await expect.poll(clipboardText).toContain(server.endpoints.authorization_endpoint)
    // An xdg-open that finds no browser can't be noticed; a missing one can.
    const isNoticed = create === createNoOpener
    await expect(page.getByText('No browser could be opened')).toHaveCount(isNoticed ? 1 : 0)
    const end = await signInElsewhere(server, new URL(await clipboardText()))
    await testApp.button('Paste the address you landed on').click()
    const field = page.getByRole('textbox', { name: 'Paste the address you landed on' })
    await field.fill(` ${end}\n`)
    await testApp.button('Use it').click()
    await testApp.expectState('Valid')
    await server.close()
    await browser.close()
  })
}

test('a closed tab and an account without access are no end: the page can be opened again @deep', async ({
  start,
  startBrowser,
}) => {
  const server = await startSignInServer()
  const browser = await startBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  await (await browser.page()).close()
  await expect(page.getByRole('heading', waiting)).toBeVisible()
  await testApp.button('Open again').click()
  const second = await browser.page()
  await enterAccount(second, accountWithoutAccess)
  await expect(second.getByRole('heading')).toHaveText('No access')
  await expect(page.getByRole('heading', waiting)).toBeVisible()
  await page.getByText('What do you see in the browser?').click()
  await page.getByText('No permission, or not assigned').click()
  await expect(page.getByText(/Ask your administrator to let you in/)).toBeVisible()
  await testApp.button('Open again').click()
  await signInAndAllow(await browser.page())
  await testApp.expectState('Valid')
  expect(server.at('token')).toHaveLength(1)
  await server.close()
})

test('a redirect that never arrives: the help names its causes, and the address is pasted @deep', async ({
  start,
}) => {
  const server = await startSignInServer()
  const browser = await createSilentBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  const end = await signInElsewhere(server, await openedAddress(browser))
  await page.getByText('What do you see in the browser?').click()
  await page.getByText('This site can’t be reached, or refused to connect').click()
  await expect(page.getByText(/A VPN, a proxy, security software/)).toBeVisible()
  await page.getByText('I signed in on another computer').click()
  await expect(page.getByText(/Copy its address to this computer/)).toBeVisible()
  await testApp.button('Paste the address you landed on').click()
  const field = page.getByRole('textbox', { name: 'Paste the address you landed on' })
  await field.fill(end)
  await testApp.button('Use it').click()
  await testApp.expectState('Valid')
  // What was held up comes after all, and finds nobody.
  await expect(fetch(end)).rejects.toThrow()
  expect(server.at('token').map(({ status }) => status)).toEqual([200])
  await server.close()
  await browser.close()
})

test('a server that asks for no other account: the address is copied to a private window @deep', async ({
  start,
}) => {
  const server = await startSignInServer({
    changeRequest: (parameters) => parameters.delete('prompt'),
  })
  const browser = await createSilentBrowser()
  const { page, clipboardText } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  const usual = createPageClient(server.issuer, { needsPolicy: false })
  await usual.open((await openedAddress(browser)).href)
  await usual.click('Sign in', { account: 'ada@foreign.example' })
  await fetch(addressOf(await usual.click('Allow')))
  await testApp.expectState('Valid')

  await testApp.button('Sign in as somebody else').click()
  const second = await openedAddress(browser, 2)
  expect(second.searchParams.get('prompt')).not.toBeNull()
  await page.getByText('What do you see in the browser?').click()
  await page.getByText('The wrong account, or no question at all').click()
  await expect(page.getByText(/paste it into a private window/)).toBeVisible()
  await testApp.button('Copy address').click()
  await expect.poll(clipboardText).toBe(second.href)
  // A window without the cookies of the other one.
  const end = await signInElsewhere(server, second, 'grace@foreign.example')
  expect((await fetch(end)).status).toBe(200)
  await expect(page.getByRole('main')).toContainText('grace@foreign.example')
  expect(server.at('token')).toHaveLength(2)
  await server.close()
  await browser.close()
})

test('a server that leads to another address than the registered one: the answer there is pasted @deep', async ({
  start,
}) => {
  const server = await startSignInServer({
    changeRedirect: (address) => {
      address.hostname = 'intranet.foreign.example'
      address.port = ''
      address.pathname = '/portal'
    },
  })
  const browser = await createSilentBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  const end = await signInElsewhere(server, await openedAddress(browser))
  expect(end).toContain('intranet.foreign.example/portal?')
  await testApp.button('Paste the address you landed on').click()
  const field = page.getByRole('textbox', { name: 'Paste the address you landed on' })
  await field.fill(end)
  await testApp.button('Use it').click()
  await testApp.expectState('Valid')
  await server.close()
  await browser.close()
})

test('a sign-in goes on while the window is drawn again @deep', async ({ start }) => {
  const server = await startSignInServer()
  const browser = await createSilentBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  const address = await openedAddress(browser)
  await expect(page.getByRole('heading', waiting)).toBeVisible()
  await page.reload()
  await testApp.row('Foreign').click()
  await expect(page.getByRole('heading', waiting)).toBeVisible()
  expect((await fetch(await signInElsewhere(server, address))).status).toBe(200)
  await testApp.expectState('Valid')
  expect(await browser.opened()).toHaveLength(1)
  expect(server.at('token')).toHaveLength(1)
  await server.close()
  await browser.close()
})

const mutations: readonly (readonly [string, ForeignServerOptions])[] = [
  [
    'issuer',
    { changeRedirect: ({ searchParams }) => searchParams.set('iss', 'https://evil.example') },
  ],
  ['nonce', { changeRequest: (parameters) => parameters.set('nonce', 'another') }],
]
for (const [what, options] of mutations) {
  test(`an answer with another ${what} is not believed, and no token is kept @deep`, async ({
    start,
    startBrowser,
  }) => {
    const server = await startSignInServer(options)
    const browser = await startBrowser()
    const { page } = await start({ browser })
    const testApp = await showProfile(page, signInDraft(server))
    await testApp.button('Sign in').click()
    await signInAndAllow(await browser.page())
    await expect(page.getByText(/can’t be trusted/)).toBeVisible()
    await expect(testApp.button('Copy header')).toBeHidden()
    await server.close()
  })
}

test('without a refresh token the card says when to sign in again, and longer access is asked for @deep', async ({
  start,
  startBrowser,
}) => {
  const server = await startSignInServer({ refreshTokens: 'offline' })
  const browser = await startBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await testApp.button('Sign in').click()
  await signInAndAllow(await browser.page())
  await testApp.expectState('Valid')
  await expect(page.getByText(/You will have to sign in again at/)).toBeVisible()
  await testApp.button('Ask for longer access').click()
  const tab = await browser.page()
  await tab.getByRole('button', { name: 'Allow' }).click()
  await expect.poll(() => server.at('token').length).toBe(2)
  expect(server.at('token')[1]?.answer).toHaveProperty('refresh_token')
  await server.close()
})

test('past its expiry a token is renewed without a person, and no browser opens @deep @waiting', async ({
  start,
}) => {
  test.setTimeout(240_000)
  const server = await startSignInServer({ accessTokenLife: 75 })
  const browser = await createSilentBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server, {}, { keepFresh: true }))
  await testApp.button('Sign in').click()
  const end = await signInElsewhere(server, await openedAddress(browser))
  await fetch(end)
  await testApp.expectState('Valid')
  const life = () => {
    const times = server.at('token').map(({ time }) => time)
    return Math.max(...times) - Math.min(...times)
  }
  await expect.poll(life, { timeout: 200_000 }).toBeGreaterThan(75_000)
  await testApp.expectState('Valid')
  const grants = new Set(server.at('token').map(({ parameters }) => parameters['grant_type']))
  expect([...grants]).toEqual(['authorization_code', 'refresh_token'])
  expect(await browser.opened()).toHaveLength(1)
  await server.close()
  await browser.close()
})
