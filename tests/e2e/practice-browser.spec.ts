import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { countClicks } from './support/clicks.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'elsewhere no program on the search path opens addresses')

/** Counts what a person clicks in all tabs, also on pages that are gone. */
async function countInBrowser(context: BrowserContext): Promise<() => number> {
  let clicks = 0
  await context.exposeBinding('countClick', () => {
    clicks += 1
  })
  await context.addInitScript(() => {
    const count: unknown = Reflect.get(globalThis, 'countClick')
    addEventListener(
      'click',
      ({ isTrusted }) => isTrusted && count instanceof Function && count(),
      {
        capture: true,
      },
    )
  })
  return () => clicks
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })

test('from the first start over a sign-in with the browser to a copied header in five clicks @deep', async ({
  start,
  startBrowser,
}) => {
  const browser = await startBrowser()
  const inBrowser = await countInBrowser(browser.context)
  const { page, clipboardText } = await start({ browser })
  const testApp = createTestApp(page)
  const inApp = await countClicks(page)

  await testApp.button('Practise in the browser').click()
  const tab = await browser.page()
  await button(tab, /Ada Practice/).click()
  await button(tab, 'Allow').click()
  await expect(tab.getByRole('heading')).toBeVisible()
  await testApp.expectState('Valid')
  await testApp.button('Copy header').click()
  await expect.poll(clipboardText).toMatch(/^Authorization: Bearer [\w-]+\.[\w-]+\.[\w-]+$/)

  expect([await inApp.number(), inBrowser()]).toEqual([2, 2])
  // It came with a refresh token: the next one needs neither the person nor the browser.
  const first = await clipboardText()
  await testApp.button('Renew now').click()
  await expect
    .poll(async () => {
      await testApp.button('Copy header').click()
      return (await clipboardText()) !== first
    })
    .toBe(true)
  expect(await browser.opened()).toHaveLength(1)
})

test('the same with a code, on the pages of the practice server @deep', async ({
  start,
  startBrowser,
}) => {
  const browser = await startBrowser()
  const { page } = await start({ browser })
  const testApp = createTestApp(page)
  await testApp.button('Practise with a code').click()
  await testApp.button('Open the page').click()
  const tab = await browser.page()
  const code = (await tab.locator('.code').textContent()) ?? ''
  expect(code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
  await expect(page.getByRole('main')).toContainText(code)
  await button(tab, 'Yes, it is the same').click()
  await button(tab, /Ben Practice/).click()
  await button(tab, 'Allow').click()
  await expect(tab.getByRole('heading')).toHaveText('You are signed in')
  await testApp.expectState('Valid')
  await testApp.tab('Claims').click()
  await expect(page.getByRole('main')).toContainText('Ben Practice')
})

test('a refusal leaves no token, and another click starts again @deep', async ({
  start,
  startBrowser,
}) => {
  const browser = await startBrowser()
  const { page } = await start({ browser })
  const testApp = createTestApp(page)
  await testApp.button('Practise in the browser').click()
  const tab = await browser.page()
  await button(tab, 'I don’t want to sign in').click()
  await expect(testApp.button('Sign in')).toBeVisible()
  await testApp.button('Sign in').click()
  const again = await browser.page()
  await button(again, /Ben Practice/).click()
  await button(again, 'Allow').click()
  await testApp.expectState('Valid')
})

test('the pages need no mouse, and axe finds nothing on them', async ({ start, startBrowser }) => {
  const browser = await startBrowser()
  const { page } = await start({ browser })
  const testApp = createTestApp(page)
  await testApp.button('Practise in the browser').click()
  const tab = await browser.page()
  await expectAccessible(tab)
  await tab.keyboard.press('Tab')
  await expect(button(tab, /Ada Practice/)).toBeFocused()
  await tab.keyboard.press('Enter')
  await expect(button(tab, 'Allow')).toBeVisible()
  await expectAccessible(tab)
  // The other person comes first, and the answer is not chosen in advance.
  await tab.keyboard.press('Tab')
  await tab.keyboard.press('Tab')
  await expect(button(tab, 'Allow')).toBeFocused()
  await tab.keyboard.press('Enter')
  await testApp.expectState('Valid')
})
