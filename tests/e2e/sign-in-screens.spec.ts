import type { Page } from '@playwright/test'
import { languages } from '../../src/shared/language.ts'
import { createPageClient, isReturn } from '../support/authorization-server/page-client.ts'
import { barriersInThemes } from './support/barriers.ts'
import { createSilentBrowser } from './support/browser.ts'
import { clippedIn } from './support/clipped.ts'
import { systemIn, windowWords } from './support/languages.ts'
import {
  deviceDraft,
  openedAddress,
  showProfile,
  signInDraft,
  startSignInServer,
} from './support/sign-in.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'elsewhere no program on the search path opens addresses')

/** Looks for barriers in either theme, and for words that are cut off. */
async function look(page: Page, name: string): Promise<void> {
  expect.soft(await barriersInThemes(page), name).toEqual([])
  expect.soft(await clippedIn(page), name).toEqual([])
}

const tags = { en: 'en_GB', nl: 'nl_NL', 'pt-BR': 'pt_BR' } as const

for (const language of languages) {
  test(`the screens of a sign-in have no barrier and cut no word off in ${language} @deep`, async ({
    start,
  }) => {
    test.setTimeout(240_000)
    const words = windowWords[language]
    const server = await startSignInServer({ refreshTokens: 'never' })
    const browser = await createSilentBrowser()
    const { page, electron } = await start({ browser, env: systemIn(tags[language]) })
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
    )
    const testApp = await showProfile(page, signInDraft(server))
    await look(page, 'before a sign-in')
    await testApp.button(words.signIn.start).click()
    await expect(page.getByRole('heading', { name: words.signIn.browser.title })).toBeVisible()
    await look(page, 'waiting for the browser')
    await testApp.button(words.signIn.paste.open).click()
    await page.getByRole('textbox', { name: words.signIn.paste.open }).fill('this is no code')
    await testApp.button(words.signIn.paste.use).click()
    await expect(page.getByText(words.signIn.paste.result['no-code'])).toBeVisible()
    await page.getByText(words.signIn.see.title).click()
    await look(page, 'paste and answers')

    const client = createPageClient(server.issuer, { needsPolicy: false })
    await client.open((await openedAddress(browser)).href)
    await client.click('Sign in', { account: 'ada@foreign.example' })
    const end = await client.click('Allow')
    if (!isReturn(end)) throw new Error(end.text)
    await page
      .getByRole('textbox', { name: words.signIn.paste.open })
      .fill(`${end.address}?${end.parameters}`)
    await testApp.button(words.signIn.paste.use).click()
    await testApp.expectState(words.state.valid)
    await look(page, 'a token without a renewal')

    const device = deviceDraft(server)
    const named = { ...device.settings.about, name: 'Device' }
    await showProfile(page, { ...device, settings: { ...device.settings, about: named } })
    await testApp.button(words.signIn.start).click()
    await expect(page.getByRole('heading', { name: words.signIn.device.title })).toBeVisible()
    await look(page, 'a code for another device')
    await testApp.button(words.detail.cancel).click()
    await server.close()
    await browser.close()
  })
}

/** Presses Tab until the focus is on this button, as a person without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const target = page.getByRole('button', { name, exact: true })
  for (let count = 0; count < 80; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${name}`)
}

test('a person signs in by the keyboard alone, and the focus is never lost @deep', async ({
  start,
}) => {
  const server = await startSignInServer()
  const browser = await createSilentBrowser()
  const { page } = await start({ browser })
  const testApp = await showProfile(page, signInDraft(server))
  await tabTo(page, 'Sign in')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Continue in your browser' })).toBeFocused()
  await tabTo(page, 'Open again')
  await page.keyboard.press('Enter')
  const client = createPageClient(server.issuer, { needsPolicy: false })
  await client.open((await openedAddress(browser, 2)).href)
  await client.click('Sign in', { account: 'ada@foreign.example' })
  const end = await client.click('Allow')
  if (!isReturn(end)) throw new Error(end.text)
  await tabTo(page, 'Paste the address you landed on')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Paste the address you landed on' })).toBeFocused()
  await page.keyboard.insertText(`${end.address}?${end.parameters}`)
  await page.keyboard.press('Enter')
  await testApp.expectState('Valid')
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await tabTo(page, 'Sign in as somebody else')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Continue in your browser' })).toBeVisible()
  await tabTo(page, 'Cancel')
  await page.keyboard.press('Enter')
  await testApp.expectState('Valid')
  await server.close()
  await browser.close()
})
