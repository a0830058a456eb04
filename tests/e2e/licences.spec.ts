import { barriersIn } from './support/barriers.ts'
import { createDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('the licences of all that is shipped can be read in the app, and lead back', async ({
  start,
}) => {
  const { page } = await start()
  const desk = createDesk(page)
  await desk.button('Settings').click()
  await desk.button('Licences').click()
  await expect(page.getByRole('heading', { name: 'Licences' })).toBeVisible()
  for (const name of ['react', 'electron', 'zod', 'koa', 'oidc-provider', 'jose', 'i18next']) {
    const entry = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
    await entry.getByText(name, { exact: true }).click()
    await expect(entry).toContainText(/Copyright|Permission is hereby granted/)
  }
  expect(await barriersIn(page)).toEqual([])
  await page.screenshot({ path: 'test-results/screenshots/licences.png' })
  await desk.button('Close').click()
  await desk.button('Close').click()
  await expect(desk.button('Try the practice server')).toBeVisible()

  await desk.button('Try the practice server').click()
  await desk.expectState('Valid')
  await desk.button('Settings').click()
  await desk.button('Licences').click()
  await page.screenshot({ path: 'test-results/screenshots/licences-2.png' })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await barriersIn(page)).toEqual([])
  await desk.button('Close').click()
  await desk.button('Close').click()
  await desk.expectState('Valid')
})
