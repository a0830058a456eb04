import { createDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('a keyboard goes on where it was after each choice about the passphrase', async ({
  start,
}) => {
  const passphrase = 'seven quiet herons over the lake'
  const { page } = await start()
  const desk = createDesk(page)
  const hasFocus = () => page.evaluate(() => document.activeElement !== document.body)
  const press = (name: string) => desk.button(name).press('Enter')
  await desk.button('Security').click()
  await desk.fill({ 'New passphrase': passphrase, 'The same once more': passphrase })
  await press('Set passphrase')
  await expect(desk.button('Remove passphrase')).toBeVisible({ timeout: 30_000 })
  await expect.poll(hasFocus).toBe(true)
  for (const name of ['Change passphrase', 'Remove passphrase']) {
    await press(name)
    await expect(desk.button('Cancel')).toBeVisible()
    await expect.poll(hasFocus).toBe(true)
    await press('Cancel')
    await expect(desk.button(name)).toBeVisible()
    await expect.poll(hasFocus).toBe(true)
  }
})
