import { countClicks } from './support/clicks.ts'
import { createDesk } from './support/desk.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'

const minute = 60_000

test('from the first start to a copied header in three clicks, without an account', async ({
  start,
}) => {
  const { page, clipboardText } = await start()
  const desk = createDesk(page)
  const clicks = await countClicks(page)

  await desk.button('Try the practice server').click()
  await desk.expectState('Valid')
  await desk.button('Copy header').click()
  await expect(page.getByRole('status')).toContainText('Copied')
  expect(await clicks.number()).toBeGreaterThan(0)
  expect(await clicks.number()).toBeLessThanOrEqual(3)

  const header = await clipboardText()
  expect(header).toMatch(/^Authorization: Bearer [\w-]+\.[\w-]+\.[\w-]+$/)

  await desk.button('Copy token').click()
  await expect.poll(clipboardText).toBe(header.replace('Authorization: Bearer ', ''))

  await desk.tab('Claims').click()
  await expect(page.getByText('http://127.0.0.1:').first()).toBeVisible()
  await expect(page.getByRole('main')).toContainText('read write')

  await desk.tab('Activity').click()
  await expect(page.getByRole('tabpanel')).toContainText(/obtained|got/i)
})

test('a practice profile is gone after the app was closed, and its server with it', async ({
  start,
}) => {
  const first = await start()
  const desk = createDesk(first.page)
  await desk.button('Try the practice server').click()
  await desk.expectState('Valid')
  await desk.tab('Claims').click()
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
  await expect(createDesk(again.page).button('Try the practice server')).toBeVisible()
})

// In real time, because it is the promise itself: five minutes are watched to their end.
test('a practice token that is kept fresh is renewed by itself and outlives its first end', {
  tag: '@waiting',
}, async ({ start }) => {
  test.setTimeout(7 * minute)
  const { page, clipboardText } = await start()
  const desk = createDesk(page)
  await desk.button('Try the practice server').click()
  await desk.expectState('Valid')
  const firstEnd = Date.now() + 5 * minute
  await desk.button('Copy header').click()
  await expect.poll(clipboardText).toContain('Bearer')
  const first = await clipboardText()

  await desk.field('Keep token fresh').check()
  await desk.tab('Activity').click()
  await expect(page.getByText('Token Desk renewed the token for you')).toBeVisible({
    timeout: 4.2 * minute,
  })
  await expect.poll(() => Date.now() > firstEnd, { timeout: 4 * minute }).toBe(true)
  await desk.expectState('Valid')
  await desk.button('Copy header').click()
  await expect.poll(async () => (await clipboardText()) !== first).toBe(true)
})

test('a token is seen to expire, and a click renews it', { tag: '@waiting' }, async ({ start }) => {
  const { emulator, values } = await providers.Semansys()
  emulator.setExpiresIn(14)
  const { page } = await start()
  const desk = createDesk(page)
  await desk.createProfile({ ...values, Name: 'Reports' })
  await desk.expectState('Valid')
  await desk.expectState('Expiring soon')
  await desk.expectState('Expired')
  emulator.setExpiresIn(3600)
  await desk.button('Refresh now').click()
  await desk.expectState('Valid')
  await emulator.close()
})
