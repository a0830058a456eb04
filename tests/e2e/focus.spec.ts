import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const passphrase = 'seven quiet herons over the lake'

/** What a keyboard would go on from. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName.toLowerCase())
}

test('a keyboard goes on where it was after each choice about the passphrase', async ({
  start,
}) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  const hasFocus = () => page.evaluate(() => document.activeElement !== document.body)
  const press = (name: string) => testApp.button(name).press('Enter')
  await testApp.button('Security').click()
  await testApp.fill({ 'New passphrase': passphrase, 'Repeat the passphrase': passphrase })
  await press('Set passphrase')
  await expect(testApp.button('Remove passphrase')).toBeVisible({ timeout: 30_000 })
  await expect.poll(hasFocus).toBe(true)
  for (const name of ['Change passphrase', 'Remove passphrase']) {
    await press(name)
    await expect(testApp.button('Cancel')).toBeVisible()
    await expect.poll(hasFocus).toBe(true)
    await press('Cancel')
    await expect(testApp.button(name)).toBeVisible()
    await expect.poll(hasFocus).toBe(true)
  }
})

test('a keyboard goes on where it was when unlocking failed, and in the window once it worked', {
  tag: '@deep',
}, async ({ start }) => {
  test.skip(process.platform !== 'linux', 'the key store is chosen by a Linux switch')
  const first = await start()
  const testApp = createTestApp(first.page)
  await testApp.setPassphrase(passphrase)
  await first.close()

  const second = await start({ switches: ['--password-store=basic'] })
  const { page } = second
  const locked = createTestApp(page)
  await locked.button('Try again').press('Enter')
  await expect(locked.button('Restart Token Desk')).toBeVisible()
  await expect(locked.button('Try again')).toBeFocused()
  await locked.field('Passphrase').fill(passphrase)
  await locked.field('Passphrase').press('Enter')
  await expect(locked.button('New profile')).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => focused(page)).toBe('main')
})

test('the key store opens the app until the passphrase was typed, and no keyboard gets lost', {
  tag: '@deep',
}, async ({ start }) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.setPassphrase(passphrase)
  const choice = page.getByRole('switch', { name: /^Open without the passphrase/ })
  await choice.press('Space')
  await expect(testApp.field('Passphrase')).toBeFocused()
  await expect(choice).toBeChecked()
  await testApp.button('Cancel').press('Enter')
  await expect(testApp.field('Passphrase')).toBeHidden()
  await expect(choice).toBeChecked()
  await expect.poll(() => focused(page)).not.toBe('body')

  await choice.press('Space')
  await testApp.field('Passphrase').fill(passphrase)
  await expect(choice).toBeChecked()
  await testApp.field('Passphrase').press('Enter')
  await expect(choice).not.toBeChecked({ timeout: 30_000 })
  await expect.poll(() => focused(page)).not.toBe('body')
})
