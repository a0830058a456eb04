import { countClicks } from './support/clicks.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const minute = 60_000

test('from the first start to a copied header in three clicks, without an account', async ({
  start,
}) => {
  const { page, clipboardText } = await start()
  const testApp = createTestApp(page)
  const clicks = await countClicks(page)

  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  await testApp.button('Copy header').click()
  await expect(page.getByRole('status')).toContainText('Copied')
  expect(await clicks.number()).toBeGreaterThan(0)
  expect(await clicks.number()).toBeLessThanOrEqual(3)

  const header = await clipboardText()
  expect(header).toMatch(/^Authorization: Bearer [\w-]+\.[\w-]+\.[\w-]+$/)

  await testApp.button('Copy token').click()
  await expect.poll(clipboardText).toBe(header.replace('Authorization: Bearer ', ''))

  await testApp.tab('Claims').click()
  await expect(page.getByText('http://127.0.0.1:').first()).toBeVisible()
  await expect(page.getByRole('main')).toContainText('read write')

  await testApp.tab('Activity').click()
  await expect(page.getByRole('tabpanel')).toContainText(/obtained|got/i)
})

test('a practice profile is gone after the app was closed, and its server with it', async ({
  start,
}) => {
  const first = await start()
  const testApp = createTestApp(first.page)
  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  await testApp.tab('Claims').click()
  const issuer = await first.page
    .getByText(/http:\/\/127\.0\.0\.1:\d+/)
    .first()
    .textContent()
  if (issuer === null) throw new Error('the token names its issuer')
  await expect(fetch(issuer)).resolves.toBeInstanceOf(Response)

  await first.close()
  await expect
    .poll(() =>
      fetch(issuer).then(
        () => 'answers',
        () => 'is gone',
      ),
    )
    .toBe('is gone')

  const again = await start()
  await expect(createTestApp(again.page).button('Try the practice server')).toBeVisible()
})

// In real time, because it is the promise itself: five minutes are watched to their end.
test('a practice token that is kept fresh is renewed without a click, before its first expiry', {
  tag: ['@waiting', '@deep'],
}, async ({ start }) => {
  test.setTimeout(7 * minute)
  const { page, clipboardText } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  const firstEnd = Date.now() + 5 * minute
  await testApp.button('Copy header').click()
  await expect.poll(clipboardText).toContain('Bearer')
  const first = await clipboardText()

  await testApp.field('Renew automatically').check()
  await testApp.tab('Activity').click()
  await expect(page.getByText('Token Desk renewed the token for you')).toBeVisible({
    timeout: 4.2 * minute,
  })
  await expect.poll(() => Date.now() > firstEnd, { timeout: 4 * minute }).toBe(true)
  await testApp.expectState('Valid')
  await testApp.button('Copy header').click()
  await expect.poll(async () => (await clipboardText()) !== first).toBe(true)
})

test('a token is seen to expire, and a click renews it', { tag: '@waiting' }, async ({ start }) => {
  const { emulator, values } = await providers.Semansys()
  emulator.setExpiresIn(14)
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.expectState('Expiring soon')
  await testApp.expectState('Expired')
  emulator.setExpiresIn(3600)
  await testApp.button('Renew now').click()
  await testApp.expectState('Valid')
  await emulator.close()
})
