import { barriersInThemes } from './support/barriers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test('no screen has a barrier that axe knows, in either theme', async ({ start }) => {
  test.setTimeout(180_000)
  const { page } = await start()
  const testApp = createTestApp(page)
  await expect(testApp.button('Try the practice server')).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])

  await testApp.button('New profile').first().click()
  for (const provider of ['Semansys', 'Social ID', 'Organization API', 'Any OAuth 2.0 server']) {
    await testApp.fill({ Provider: provider })
    expect(await barriersInThemes(page)).toEqual([])
  }
  await testApp.button('Save').click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
  await testApp.button('Cancel').click()

  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  for (const tab of ['Overview', 'Claims', 'Activity', 'Test the token']) {
    await testApp.tab(tab).click()
    await expect(page.getByRole('tabpanel')).toBeVisible()
    expect(await barriersInThemes(page)).toEqual([])
  }
  await testApp.button('Test').click()
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
  await testApp.button('Copy as…').click()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
  await page.keyboard.press('Escape')
  await testApp.button('Settings').click()
  await expect(testApp.field('Light or dark')).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
  await testApp.button('Close').click()
  await testApp.button('Delete profile').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
})
