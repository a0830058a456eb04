import type { Page } from '@playwright/test'
import { createDesk } from './support/desk.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'

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

test('a name changes the order of no words around it, wherever the window shows it', async ({
  start,
}) => {
  const { emulator, values } = await providers.Semansys()
  const { page } = await start()
  const desk = createDesk(page)
  await desk.button('New profile').first().click()
  await desk.fill({ ...values, Name: name })
  const list = page.getByLabel('Folder', { exact: true })
  if (!(await list.isVisible())) await page.getByText('In your list').click()
  await list.fill(folder)
  await desk.button('Save and get token').click()
  await desk.expectState('Valid')
  const heading = page.getByRole('heading', { name: shownName, exact: true })
  await expect(heading).toBeVisible()
  expect(
    await heading.locator('bdi').evaluate((element) => getComputedStyle(element).unicodeBidi),
  ).toBe('isolate')
  await expect(desk.row(shownName)).toBeVisible()
  await expect(page.getByText('תל אביב', { exact: true })).toBeVisible()
  await expectIsolated(page)
  await page.screenshot({ path: '/tmp/shell45/names-list.png' })

  await desk.button('Copy header').click()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a profile or do something' }).fill('invoices')
  await expect(
    page
      .getByRole('option')
      .filter({ hasText: `\u2068${shownName}\u2069` })
      .first(),
  ).toBeVisible()
  await expectIsolated(page)
  await page.screenshot({ path: '/tmp/shell45/names-palette.png' })
  await page.keyboard.press('Escape')

  await desk.button('Edit profile').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`\u2068${shownName}\u2069`)
  await expectIsolated(page)
  await desk.button('Cancel').click()

  await desk.button('Delete profile').click()
  await expect(page.getByRole('dialog')).toContainText(`\u2068${shownName}\u2069`)
  await expectIsolated(page)
  await page.screenshot({ path: '/tmp/shell45/names-question.png' })
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  // What says that it is deleted names it as well.
  await expect(page.getByText(`\u2068${shownName}\u2069`)).toBeVisible()
  await expectIsolated(page)
  await emulator.close()
})
