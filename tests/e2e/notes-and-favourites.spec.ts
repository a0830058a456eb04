import type { Page } from '@playwright/test'
import { barriersInThemes } from './support/barriers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp, type TestApp } from './support/test-app.ts'

const rows = (page: Page) => page.getByRole('list', { name: 'Profiles' }).getByRole('listitem')

async function save(testApp: TestApp, name: string, notes = ''): Promise<void> {
  await testApp.button('New profile').first().click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    Name: name,
    'Token endpoint': 'https://login.example/token',
    'Client ID': 'client',
    'Client secret': 'secret',
    'User name': 'ada',
    Password: 'password',
    Notes: notes,
  })
  await testApp.button('Save').click()
  await expect(testApp.button('Save')).toBeHidden()
}

test('notes are shown in the overview with their lines, found by a search, and changed in the form', async ({
  start,
}) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await save(testApp, 'Ledger', 'The details are from Bo.\nHe works on Mondays.')
  await save(testApp, 'Reports')
  await testApp.row('Ledger').click()
  const notes = page.getByRole('region', { name: 'Notes' })
  await expect(notes).toContainText('The details are from Bo.\nHe works on Mondays.')
  expect(await barriersInThemes(page)).toEqual([])

  await testApp.field('Search profiles').fill('mondays')
  await expect(rows(page)).toHaveText([/Ledger/])
  await testApp.button('Edit profile').click()
  await testApp.field('Notes').fill('')
  await testApp.button('Save').click()
  await expect(page.getByRole('status')).toContainText('Profile saved')
  await expect(notes).toBeHidden()
})

test('a favourite is marked by a click or a key without the form, comes first, and stays so', async ({
  start,
}) => {
  const { page, close } = await start()
  const testApp = createTestApp(page)
  await save(testApp, 'Ledger')
  await save(testApp, 'Reports')
  await expect(rows(page)).toHaveText([/Ledger/, /Reports/])
  const star = testApp.button('Favourite')
  await expect(star).toHaveAttribute('aria-pressed', 'false')
  await star.click()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await expect(rows(page)).toHaveText([/Reports/, /Ledger/])
  await expect(rows(page).first().getByRole('img', { name: 'Favourite' })).toBeVisible()
  await expect(rows(page).first().getByRole('button')).toHaveAccessibleName(/^Favourite Reports /)
  expect(await barriersInThemes(page)).toEqual([])

  await testApp.row('Ledger').click()
  await star.focus()
  await page.keyboard.press('Space')
  await expect(rows(page)).toHaveText([/Ledger/, /Reports/])
  await expect(star).toBeFocused()
  await page.keyboard.press('Space')
  await expect(rows(page)).toHaveText([/Reports/, /Ledger/])

  // The form changes nothing of it.
  await testApp.row('Reports').click()
  await testApp.button('Edit profile').click()
  await testApp.field('Name').fill('Yearly reports')
  await testApp.button('Save').click()
  await expect(rows(page)).toHaveText([/Yearly reports/, /Ledger/])
  await close()
  const again = await start()
  await expect(rows(again.page)).toHaveText([/Yearly reports/, /Ledger/])
})
