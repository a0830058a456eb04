import type { Page } from '@playwright/test'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const override = '\u202e'
const name = `Invoices ${override}evil`
const shownName = 'Invoices evil'
const folder = 'תל אביב \u2067'

/** The characters that change the order of a text, as they stand in what a page shows, in order. */
function marksIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = [document.title, document.body.innerText]
    for (const element of document.querySelectorAll('[title], [aria-label], option')) {
      for (const attribute of ['title', 'aria-label']) {
        texts.push(element.getAttribute(attribute) ?? '')
      }
      texts.push(element.textContent ?? '')
    }
    return texts.flatMap((text) => text.match(/[\u202a-\u202e\u2066-\u2069]/g)?.join('') ?? [])
  })
}

/** Nothing stands open in any text: a mark is the beginning or the end of an isolated name. */
async function expectIsolated(page: Page): Promise<void> {
  for (const marks of await marksIn(page)) expect(marks).toMatch(/^(\u2068\u2069)+$/)
}

test('a name changes the order of no words around it, wherever the window shows it', {
  tag: '@deep',
}, async ({ start }) => {
  const { emulator, values } = await providers.Semansys()
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('New profile').first().click()
  await testApp.fill({ ...values, Name: name })
  const list = page.getByLabel('Folder', { exact: true })
  if (!(await list.isVisible())) await page.getByText('In your list').click()
  await list.fill(folder)
  await testApp.button('Save and get token').click()
  await testApp.expectState('Valid')
  const heading = page.getByRole('heading', { name: shownName, exact: true })
  await expect(heading).toBeVisible()
  expect(
    await heading.locator('bdi').evaluate((element) => getComputedStyle(element).unicodeBidi),
  ).toBe('isolate')
  await expect(testApp.row(shownName)).toBeVisible()
  await expect(page.getByText('תל אביב', { exact: true })).toBeVisible()
  await expectIsolated(page)

  await testApp.button('Copy header').click()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a profile or do something' }).fill('invoices')
  await expect(
    page
      .getByRole('option')
      .filter({ hasText: `\u2068${shownName}\u2069` })
      .first(),
  ).toBeVisible()
  await expectIsolated(page)
  await page.keyboard.press('Escape')

  await testApp.button('Edit profile').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`\u2068${shownName}\u2069`)
  await expectIsolated(page)
  await testApp.button('Cancel').click()

  await testApp.button('Delete profile').click()
  await expect(page.getByRole('dialog')).toContainText(`\u2068${shownName}\u2069`)
  await expectIsolated(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  // What says that it is deleted names it as well.
  await expect(page.getByText(`\u2068${shownName}\u2069`)).toBeVisible()
  await expectIsolated(page)
  await emulator.close()
})
