import { barriersInThemes } from './support/barriers.ts'
import { createDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('no screen has a barrier that axe knows, in either theme', async ({ start }) => {
  test.setTimeout(180_000)
  const { page } = await start()
  const desk = createDesk(page)
  await expect(desk.button('Try the practice server')).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])

  await desk.button('New profile').first().click()
  for (const provider of ['Semansys', 'Social ID', 'Organization API', 'Any OAuth 2.0 server']) {
    await desk.fill({ Provider: provider })
    expect(await barriersInThemes(page)).toEqual([])
  }
  await desk.button('Save').click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
  await desk.button('Cancel').click()

  await desk.button('Try the practice server').click()
  await desk.expectState('Valid')
  for (const tab of ['Overview', 'Claims', 'Activity', 'Test the token']) {
    await desk.tab(tab).click()
    await expect(page.getByRole('tabpanel')).toBeVisible()
    expect(await barriersInThemes(page)).toEqual([])
  }
  await desk.button('Test').click()
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
  await desk.button('Copy as…').click()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
  await page.keyboard.press('Escape')
  await desk.button('Settings').click()
  await expect(desk.field('Light or dark')).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
  await desk.button('Close').click()
  await desk.button('Delete profile').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
})
