import { createDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

const minutes = 60_000

test('from the first start to a copied header in three clicks, without an account', async ({
  start,
}) => {
  const { page, clipboardText } = await start()
  const desk = createDesk(page)
  let clicks = 0
  const click = async (name: string) => {
    await desk.button(name).click()
    clicks += 1
  }

  await click('Try the practice server')
  await desk.expectState('Valid')
  await click('Copy header')
  await expect(page.getByRole('status')).toContainText('Copied')
  expect(clicks).toBeLessThanOrEqual(3)

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

// In real time, because it is the promise itself: a token of five minutes is watched to
// its end, once without and once with renewal.
test('a token expires before the eyes of the user, and one that is kept fresh does not', async ({
  start,
}) => {
  test.setTimeout(13 * minutes)
  const { page } = await start()
  const desk = createDesk(page)
  await desk.button('Try the practice server').click()
  await desk.expectState('Valid')
  await expect(page.getByRole('main').getByText('Expired', { exact: true })).toBeVisible({
    timeout: 5.2 * minutes,
  })

  await desk.button('Refresh now').click()
  await desk.expectState('Valid')
  await desk.field('Keep token fresh').check()
  const header = await page.evaluate(() => Date.now())
  await desk.tab('Activity').click()
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(3, {
    timeout: 5 * minutes,
  })
  expect((await page.evaluate(() => Date.now())) - header).toBeGreaterThan(2 * minutes)
  await desk.expectState('Valid')
})
