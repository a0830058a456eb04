import type { Page } from '@playwright/test'
import { barriersInThemes } from '../e2e/support/barriers.ts'
import { clippedIn } from '../e2e/support/clipped.ts'
import { windowWords } from '../e2e/support/languages.ts'
import { createTestApp } from '../e2e/support/test-app.ts'
import type { MainInNode } from './support/main-in-node.ts'
import {
  byCode,
  createSignInProfile,
  inBrowser,
  type PlayedSignIn,
  playSignIn,
  startTokenEndpoint,
} from './support/played-sign-in.ts'
import { test as base, expect } from './support/test.ts'

interface Fixtures {
  /** The sign-in that the test plays. */
  readonly signIn: PlayedSignIn
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  played: async ({}, use) => {
    await use(playSignIn(inBrowser()))
  },
  signIn: async ({ played }, use) => {
    if (played === null) throw new Error('no sign-in is played')
    await use(played)
  },
})

// No step of these takes as long as a server may.
test.describe.configure({ timeout: 40_000 })

test.afterEach(({ complaints }) => {
  expect(complaints).toEqual([])
})

const browserCard = (page: Page) => page.getByRole('region', { name: 'Continue in your browser' })
const deviceCard = (page: Page) => page.getByRole('region', { name: 'Enter this code' })

async function expectNoBarrier(page: Page, name: string): Promise<void> {
  expect.soft(await barriersInThemes(page), name).toEqual([])
  expect.soft(await clippedIn(page), name).toEqual([])
}

/** Opens the profile, and presses the button that signs in. */
async function beginSignIn(
  page: Page,
  main: MainInNode,
  ...profile: Parameters<typeof createSignInProfile> extends [unknown, ...infer Rest] ? Rest : never
) {
  await createSignInProfile(main, ...profile)
  const testApp = createTestApp(page)
  await testApp.row('Reports').click()
  await testApp.button('Sign in').press('Enter')
  return testApp
}

test('a sign-in in the browser is followed from the button to the token, by keyboard', async ({
  window,
  main,
  signIn,
}) => {
  const endpoint = await startTokenEndpoint({ expires_in: 3600 })
  const testApp = await beginSignIn(window, main, 'authorizationCode', {
    tokenEndpoint: endpoint.address,
  })
  const card = browserCard(window)
  await expect(card).toContainText('login.example.com')
  await expect(card.getByRole('timer')).toHaveText(/^(10:00|9:\d\d) left$/)
  await expect(card.getByRole('heading')).toBeFocused()
  await expect(testApp.row('Sign in now')).toBeVisible()
  await expect(testApp.button('Sign in')).toBeHidden()
  await expectNoBarrier(window, 'waiting for the browser')

  await window.keyboard.press('Tab')
  await expect(testApp.button('Cancel')).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(testApp.button('Open again')).toBeFocused()
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect.poll(() => main.clipboard.read()).toMatch(/^https:\/\/login\.example\.com\/auth/)
  await expect(card.getByText('Copied').filter({ visible: true }).first()).toBeVisible()

  signIn.end('token')
  await testApp.expectState('Valid')
  await expect(card).toBeHidden()
  await expect(testApp.button('Renew now')).toBeFocused()
  await expect(window.getByRole('status')).toContainText('You have a new token')
  await expect(window.getByRole('main')).toContainText(/You will have to sign in again at \d/)
  await expect(testApp.button('Ask for longer access')).toBeVisible()
  await expect(window.getByRole('main')).toContainText('“Renew now” opens your browser')
  await expectNoBarrier(window, 'a token that needs another sign-in')
  endpoint.close()
})

test('a pasted address is judged in words, and taken', async ({ window, main, signIn }) => {
  const endpoint = await startTokenEndpoint({
    expires_in: 3600,
    refresh_token: 'another',
    refresh_expires_in: 7200,
  })
  const testApp = await beginSignIn(window, main, 'authorizationCode', {
    tokenEndpoint: endpoint.address,
  })
  const open = testApp.button('Paste the address you landed on')
  await open.click()
  const field = window.getByRole('textbox', { name: 'Paste the address you landed on' })
  await expect(field).toBeFocused()
  await expect(browserCard(window)).toContainText('as good as a password')
  await expectNoBarrier(window, 'the field for an address')
  await field.press('Enter')
  await expect(window.getByText('There is no code in this text')).toBeVisible()
  expect(signIn.pasted).toEqual([])
  for (const [result, words] of [
    ['no-code', 'There is no code in this text'],
    ['other-sign-in', 'This belongs to another sign-in'],
    ['other-address', 'This is the address of another page'],
  ] as const) {
    signIn.judge(result)
    await field.fill('  http://127.0.0.1:17842/callback?code=a&state=b ')
    await field.press('Enter')
    await expect(window.getByText(words)).toBeVisible()
    await expect(field).toBeFocused()
    await expect(field).toHaveAccessibleDescription(new RegExp(words))
  }
  await expectNoBarrier(window, 'a pasted address that is refused')
  // Longer than main takes: it is no address of a sign-in.
  await field.fill('a'.repeat(20_001))
  await testApp.button('Use it').click()
  await expect(window.getByText('There is no code in this text')).toBeVisible()
  signIn.judge('taken')
  await field.fill('code=a&state=b')
  await testApp.button('Use it').click()
  await expect(window.getByText('Token Desk is getting your token')).toBeVisible()
  await expect(field).toHaveValue('')
  expect(signIn.pasted).toHaveLength(4)
  expect(signIn.pasted[0]).toBe('http://127.0.0.1:17842/callback?code=a&state=b')
  signIn.end('token')
  await testApp.expectState('Valid')
  await expect(testApp.button('Ask for longer access')).toBeHidden()
  await expect(window.getByText(/Token Desk can renew this token until .*\d/)).toBeVisible()
  await expectNoBarrier(window, 'a token that can be renewed for two hours')
  endpoint.close()
})

test('a text that is pasted into the field is used at once', async ({ window, main, signIn }) => {
  const testApp = await beginSignIn(window, main, 'authorizationCode')
  signIn.judge('taken')
  await testApp.button('Paste the address you landed on').click()
  await window
    .getByRole('textbox', { name: 'Paste the address you landed on' })
    .evaluate((field) => {
      ;(field as HTMLInputElement).value = 'code=pasted'
      const inputType = 'insertFromPaste'
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }))
    })
  await expect.poll(() => signIn.pasted).toEqual(['code=pasted'])
  signIn.end({ kind: 'cancelled' })
})

test('the card knows the ways on without a browser, and where the app can’t listen', async ({
  window,
  main,
  signIn,
}) => {
  await window.setViewportSize({ width: 900, height: 600 })
  signIn.show(inBrowser({ isOpened: false }))
  const redirect = 'https://somewhere.example/landing'
  await beginSignIn(window, main, 'authorizationCode', {}, redirect)
  const card = browserCard(window)
  await expect(card).toContainText('No browser could be opened')
  await expect(card).toContainText('Choose “Copy address”')
  await expectNoBarrier(window, 'no browser')
  signIn.show(inBrowser({ isListening: false, host: `${'long-'.repeat(20)}host.example.com` }))
  await expect(card).toContainText(`you land on ${redirect}`)
  await expect(card.getByRole('textbox')).toBeVisible()
  await expectNoBarrier(window, 'no listener')
  await expect(card).not.toContainText('was ignored')
  signIn.show(inBrowser({ strayRedirects: 2 }))
  await expect(card).toContainText('belongs to another sign-in arrived and was ignored')
  await window.setViewportSize({ width: 450, height: 300 })
  await expectNoBarrier(window, 'at 200 % in the smallest window')
  signIn.end({ kind: 'cancelled' })
})

test('what arrives instead of the answer is shown with a way on', async ({
  window,
  main,
  signIn,
}) => {
  await window.setViewportSize({ width: 900, height: 600 })
  const testApp = await beginSignIn(window, main, 'authorizationCode')
  const card = browserCard(window)
  await expect(card.getByRole('textbox')).toBeHidden()
  signIn.show(inBrowser({ notices: ['tls'] }))
  await expect(card).toContainText('Your browser insisted on https')
  // The address bar has the answer, so the field for it is there without a click.
  await expect(card.getByRole('textbox')).toBeVisible()
  await expect(card.getByRole('textbox')).not.toBeFocused()
  await expect(card).not.toContainText('you land on')
  const toggle = testApp.button('Paste the address you landed on')
  await expect(toggle).toHaveAttribute('aria-expanded', 'true')
  await toggle.click()
  await expect(card.getByRole('textbox')).toBeHidden()
  signIn.show(inBrowser({ notices: ['tls', 'no-parameters'], reportedError: 'access_denied' }))
  await expect(card).toContainText('Your browser came back without an answer')
  await expect(card).toContainText('access_denied It may belong to another sign-in')
  await expectNoBarrier(window, 'notices')
  signIn.show(inBrowser({ reportedError: null }))
  await expect(card).toContainText('The service reported an error')
  await expect(card).not.toContainText('null')
  signIn.end({ kind: 'cancelled' })
})

test('an address that is not registered is shown to be copied', async ({
  window,
  main,
  signIn,
}) => {
  const testApp = await beginSignIn(window, main, 'authorizationCode')
  await window.getByText('What do you see in the browser?').click()
  await window.getByText('Something about the redirect address').click()
  await browserCard(window).getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(() => main.clipboard.read()).toBe('http://127.0.0.1:17842/callback')
  signIn.end({
    kind: 'bad-request',
    status: 400,
    oauthError: 'invalid_request',
    providerCode: 'AADSTS50011',
    cause: 'redirect-not-registered',
  })
  main.clipboard.put('something else')
  await expect(window.getByText('http://127.0.0.1:17842/callback', { exact: true })).toBeVisible()
  await expectNoBarrier(window, 'an address to register')
  await testApp.button('Copy').press('Enter')
  await expect.poll(() => main.clipboard.read()).toBe('http://127.0.0.1:17842/callback')
})

test('the usual pages in the browser are explained, and another account is one click away', async ({
  window,
  main,
  signIn,
}) => {
  const testApp = await beginSignIn(window, main, 'authorizationCode')
  const card = browserCard(window)
  await card.locator('summary').first().press('Enter')
  const answers = card.locator('details details')
  await expect(answers).toHaveCount(7)
  for (const answer of await answers.all()) {
    await answer.locator('summary').press('Enter')
    await expect(answer.locator('p').first()).toBeVisible()
  }
  await expect(card.getByText('http://127.0.0.1:17842/callback', { exact: true })).toBeVisible()
  await expectNoBarrier(window, 'every answer')
  await testApp.button('Sign in as somebody else').click()
  // The first sign-in is over, and the card is that of the second.
  await expect(answers.first()).toBeHidden()
  await expect(card).toBeVisible()
  await testApp.button('Cancel').click()
  await expect(card).toBeHidden()
  await expect(testApp.button('Sign in')).toBeFocused()
  await testApp.tab('Activity').click()
  const activity = window.getByRole('tabpanel').getByRole('listitem')
  await expect(activity).toHaveText([/You stopped the request/, /You stopped the request/])
  signIn.end({ kind: 'cancelled' })
})

test('a refusal by the user is no alarm', async ({ window, main, signIn }) => {
  const testApp = await beginSignIn(window, main, 'authorizationCode')
  await expect(browserCard(window)).toBeVisible()
  signIn.end({ kind: 'denied', oauthError: 'access_denied' })
  await testApp.expectState('No token')
  await expect(window.getByRole('heading', { name: 'You did not allow access' })).toBeVisible()
  await expect(window.getByText('Choose “Sign in” to try again.')).toBeVisible()
  await expect(window.getByRole('alert')).toHaveCount(0)
  await expect(testApp.button('Sign in')).toBeFocused()
  await expectNoBarrier(window, 'denied')
})

test('a code is shown, copied by a click, drawn for a phone, and replaced once it has expired', async ({
  window,
  main,
  signIn,
}) => {
  const endpoint = await startTokenEndpoint({ expires_in: 3600, refresh_token: 'another' })
  signIn.show(byCode())
  const testApp = await beginSignIn(window, main, 'deviceCode', { tokenEndpoint: endpoint.address })
  const card = deviceCard(window)
  await expect(card.getByRole('heading')).toBeFocused()
  await expect(card.locator('strong')).toHaveText('login.example.com')
  await expect(card).toContainText('Never enter one that someone sent you')
  await expect(card).toContainText('the same code')
  await expect(card.getByRole('img')).toHaveAccessibleName(
    'QR code of https://login.example.com/device?user_code=WDJB-MJHT',
  )
  await expectNoBarrier(window, 'a code')
  await card.getByRole('button', { name: 'WDJB-MJHT Copy code' }).press('Enter')
  await expect.poll(() => main.clipboard.read()).toBe('WDJB-MJHT')
  await expect(testApp.button('Open the page')).toBeVisible()
  signIn.show(byCode({ completeAddress: null, address: 'http://login.example.com/device' }))
  await expect(card).toContainText('not protected by https')
  await expect(card.getByRole('img')).toBeHidden()
  await expect(testApp.button('Open the page')).toBeHidden()
  signIn.show(byCode({ completeAddress: null, code: 'ABCDEFGH-IJKLMNOP-QRSTUVWX' }))
  await expect(card).toContainText('enter the code')
  await window.setViewportSize({ width: 450, height: 300 })
  await expectNoBarrier(window, 'a long code at 200 % in the smallest window')
  await window.setViewportSize({ width: 900, height: 600 })
  await expectNoBarrier(window, 'a long code in the smallest window')

  signIn.end({ kind: 'sign-in-expired' })
  await expect(window.getByText('Choose “Get a new code” to try again.')).toBeVisible()
  await expect(window.getByRole('alert')).toHaveCount(0)
  await expectNoBarrier(window, 'an expired code')
  await testApp.button('Get a new code').press('Enter')
  await expect(card.getByRole('heading')).toBeFocused()
  signIn.end('token')
  await testApp.expectState('Valid')
  await expect(testApp.button('Renew now')).toBeFocused()
  endpoint.close()
})

test('a service that wants to know the origin gets it by a click', async ({
  window,
  main,
  signIn,
}) => {
  const testApp = await beginSignIn(window, main, 'authorizationCode')
  await expect(browserCard(window)).toBeVisible()
  signIn.end({
    kind: 'bad-request',
    status: 400,
    oauthError: 'invalid_request',
    providerCode: 'AADSTS9002327',
    cause: 'origin-required',
  })
  await expect(testApp.button('Send Origin')).toBeVisible()
  await expectNoBarrier(window, 'origin')
  await testApp.button('Send Origin').press('Enter')
  await expect(browserCard(window)).toBeVisible()
  await expect(browserCard(window).getByRole('heading')).toBeFocused()
  await testApp.button('Cancel').click()
})

test('the focus of a user who is busy elsewhere stays there', async ({ window, main, signIn }) => {
  await createSignInProfile(main, 'authorizationCode', {})
  const testApp = createTestApp(window)
  await testApp.row('Reports').click()
  await expect(testApp.button('Sign in')).toBeVisible()
  await window.getByLabel('Search profiles').focus()
  await window.keyboard.press('F5')
  await expect(browserCard(window)).toBeVisible()
  await expect(window.getByLabel('Search profiles')).toBeFocused()
  signIn.end({ kind: 'cancelled' })
  await expect(browserCard(window)).toBeHidden()
  await expect(window.getByLabel('Search profiles')).toBeFocused()
})

for (const [language, name] of [
  ['nl', 'Nederlands'],
  ['pt-BR', 'Português (Brasil)'],
] as const) {
  test(`both cards are whole in ${name}`, async ({ window, main, signIn }) => {
    await window.setViewportSize({ width: 900, height: 600 })
    const words = windowWords[language]
    const testApp = createTestApp(window)
    await testApp.button('Settings').click()
    await testApp.fill({ Language: name })
    await testApp.button(words.settings.close).click()
    await createSignInProfile(main, 'authorizationCode', {})
    await window.getByText('Reports', { exact: true }).first().click()
    await testApp.button(words.signIn.start).click()
    await testApp.button(words.signIn.paste.open).click()
    await window.getByText(words.signIn.see.title).click()
    await expectNoBarrier(window, 'the browser')
    signIn.show(byCode())
    await expect(window.getByText(words.signIn.device.scan)).toBeVisible()
    await expectNoBarrier(window, 'the code')
    signIn.end({ kind: 'sign-in-expired' })
  })
}
