import { barriersIn } from './support/barriers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test('the licences of all that is shipped can be read in the app, and lead back', async ({
  start,
}) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Settings').click()
  await testApp.button('Licences').click()
  await expect(page.getByRole('heading', { name: 'Licences' })).toBeVisible()
  for (const name of ['react', 'electron', 'zod', 'koa', 'oidc-provider', 'jose', 'zustand']) {
    const entry = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
    await entry.getByText(name, { exact: true }).click()
    await expect(entry).toContainText(/Copyright|Permission is hereby granted/)
  }
  expect(await barriersIn(page)).toEqual([])
  await page.screenshot({ path: 'test-results/screenshots/licences.png' })
  await testApp.button('Close').click()
  await testApp.button('Close').click()
  await expect(testApp.button('Try the practice server')).toBeVisible()

  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  await testApp.button('Settings').click()
  await testApp.button('Licences').click()
  await page.screenshot({ path: 'test-results/screenshots/licences-2.png' })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await barriersIn(page)).toEqual([])
  await testApp.button('Close').click()
  await testApp.button('Close').click()
  await testApp.expectState('Valid')
})
