import { providers } from '../e2e/support/providers.ts'
import { createTestApp, type FormValues } from '../e2e/support/test-app.ts'
import { expect, test } from './support/test.ts'

test.afterEach(({ complaints }) => {
  expect(complaints).toEqual([])
})

const passphrase = 'seven quiet herons over the lake'

test('the list is walked and searched by keys, and the palette finds a profile', async ({
  window,
}) => {
  const { values, emulator } = await providers.Semansys()
  const testApp = createTestApp(window)
  const save = async (own: FormValues) => {
    await testApp.button('New profile').first().click()
    await testApp.fill({ ...values, ...own })
    await testApp.button('Save').click()
    await expect(testApp.button('Save')).toBeHidden()
  }
  for (const name of ['Annual report', 'Budget', 'Costs']) await save({ Name: name })
  const rows = window.getByRole('list', { name: 'Profiles' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await testApp.field('Search profiles').focus()
  // Into the list, where the profile that is shown is the first to be focused.
  await window.keyboard.press('ArrowDown')
  for (const [key, index] of [
    ['End', 2],
    ['ArrowUp', 1],
    ['Home', 0],
  ] as const) {
    await window.keyboard.press(key)
    await expect(rows.nth(index).getByRole('button')).toBeFocused()
  }
  await testApp.field('Search profiles').fill('budg')
  await expect(rows).toHaveCount(1)
  await testApp.field('Search profiles').fill('')

  await window.keyboard.press('ControlOrMeta+K')
  const palette = window.getByRole('combobox', { name: 'Find a profile or do something' })
  await expect(palette).toBeFocused()
  await palette.fill('costs')
  await expect(window.getByRole('dialog').getByRole('option').first()).toContainText('Costs')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'Costs', exact: true })).toBeVisible()
  await window.keyboard.press('F1')
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await emulator.close()
})

test('a lock begins a new page that knows nothing, and the passphrase brings it all back', async ({
  window,
}) => {
  const { values, emulator } = await providers.Semansys()
  const testApp = createTestApp(window)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.setPassphrase(passphrase)
  await testApp.button('Lock now').click()
  await expect(window.getByRole('heading', { name: 'Token Desk is locked' })).toBeVisible()
  await expect(window.getByText('Reports')).toHaveCount(0)
  await testApp.fill({ Passphrase: 'another one entirely' })
  await testApp.button('Unlock').click()
  await expect(window.getByRole('alert')).toBeVisible()
  await testApp.fill({ Passphrase: passphrase })
  await testApp.button('Unlock').click()
  await testApp.row('Reports').click()
  await testApp.expectState('Valid')
  await emulator.close()
})
