import type { Page } from '@playwright/test'
import { barriersInThemes } from '../e2e/support/barriers.ts'
import { providers } from '../e2e/support/providers.ts'
import { createTestApp, grantChoices, type TestApp } from '../e2e/support/test-app.ts'
import { jweOf, jwtOf } from '../support/tokens/make-token.ts'
import { expect, test } from './support/test.ts'

test.afterEach(({ complaints }) => {
  expect(complaints).toEqual([])
})

/** A screen is there once it has its heading: the code of some comes when they are opened. */
async function expectNoBarrier(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible()
  expect(await barriersInThemes(page)).toEqual([])
}

async function withProfile(window: Page): Promise<TestApp> {
  const { values } = await providers.Semansys()
  const testApp = createTestApp(window)
  await testApp.createProfile({ ...values, Name: 'Reports', Folder: 'Finance' })
  await testApp.expectState('Valid')
  return testApp
}

test('the start and every form are free of barriers, in both themes', async ({ window }) => {
  const testApp = createTestApp(window)
  await expect(testApp.button('Try the practice server')).toBeVisible()
  await expectNoBarrier(window)
  await testApp.button('New profile').first().click()
  for (const provider of ['Semansys', 'Social ID', 'Organization API', 'Any OAuth 2.0 server']) {
    await testApp.fill({ Provider: provider })
    await expectNoBarrier(window)
  }
  for (const grant of grantChoices) {
    await testApp.fill({ 'What did you get?': grant })
  }
  await window.getByText('More options').click()
  await testApp.button('Add parameter').click()
  await testApp.button('Save').click()
  await expect(window.getByRole('alert').first()).toBeVisible()
  await expectNoBarrier(window)
  await testApp.button('Cancel').click()
})

test('a profile with its token, in every tab, and the dialogs over it', async ({
  window,
  main,
}) => {
  const testApp = await withProfile(window)
  for (const tab of ['Overview', 'Claims', 'Activity', 'Test the token']) {
    await testApp.tab(tab).click()
    await expect(window.getByRole('tabpanel')).toBeVisible()
    await expectNoBarrier(window)
  }
  await testApp.button('Copy header').click()
  await expect(window.getByRole('status')).toContainText('Copied')
  expect(main.clipboard.read()).toMatch(/^Authorization: Bearer \S+$/)
  await testApp.button('Copy as…').click()
  await expect(window.getByRole('menu')).toBeVisible()
  await expectNoBarrier(window)
  await window.keyboard.press('Escape')
  await testApp.button('Renew now').click()
  await expect(window.getByRole('status')).toContainText('new token')
  await testApp.button('Delete profile').click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await expectNoBarrier(window)
  await window.keyboard.press('Escape')
})

test('a refused client is explained, and the card has no barrier', async ({ window }) => {
  const { values, emulator } = await providers.Semansys()
  const testApp = createTestApp(window)
  await testApp.createProfile({ ...values, Name: 'Refused', 'Client secret': 'not the secret' })
  const title = 'The server did not accept the client ID or client secret'
  await expect(window.getByText(title).first()).toBeVisible()
  await expectNoBarrier(window)
  await emulator.close()
})

test('settings, security and backup, in both themes', async ({ window }) => {
  const testApp = await withProfile(window)
  await testApp.button('Settings').click()
  await expect(testApp.field('Light or dark')).toBeVisible()
  await expectNoBarrier(window)
  await testApp.button('Close').click()
  await testApp.button('Security').click()
  await expectNoBarrier(window)
  await testApp.button('Back up or restore').click()
  await expectNoBarrier(window)
})

for (const [language, title, tag] of [
  ['Nederlands', 'Instellingen', 'nl'],
  ['Português (Brasil)', 'Configurações', 'pt-BR'],
] as const) {
  test(`the window is in ${language} after its choice`, async ({ window }) => {
    const testApp = createTestApp(window)
    await testApp.button('Settings').click()
    await testApp.fill({ Language: language })
    await expect(window.getByRole('heading', { name: title })).toBeVisible()
    await expect(window.locator('html')).toHaveAttribute('lang', tag)
    await expectNoBarrier(window)
  })
}

test('a pasted command is reviewed, and creates the profile that it describes', async ({
  window,
}) => {
  const { values, emulator } = await providers.Semansys()
  const testApp = createTestApp(window)
  await testApp.button('Paste a cURL command').click()
  await testApp.field('cURL command').fill('curl "https://login.example')
  await expect(window.getByRole('main').getByText(/never closed/)).toBeVisible()
  await expectNoBarrier(window)
  const parts = Object.entries({
    grant_type: 'password',
    client_id: values['Client ID'] ?? '',
    client_secret: values['Client secret'] ?? '',
    username: values['User name'] ?? '',
    password: values['Password'] ?? '',
  }).map(([name, value]) => `--data-urlencode '${name}=${value.replaceAll("'", `'\\''`)}'`)
  await testApp.field('cURL command').fill(`curl ${emulator.tokenEndpoint} ${parts.join(' ')}`)
  await expect(window.getByRole('region', { name: /What Token Desk understood/ })).toBeVisible()
  await expectNoBarrier(window)
  await testApp.button('Create profile').click()
  await testApp.expectState('Valid')
  await emulator.close()
})

test('tokens of every kind are inspected', async ({ window }) => {
  const testApp = createTestApp(window)
  await testApp.button('Inspect a token').click()
  const tokens = [
    jwtOf('{"iss":"https://login.example","sub":"ada","exp":1767225600}'),
    jweOf('{"alg":"RSA-OAEP","enc":"A256GCM"}'),
    'f00dfeedf00dfeedf00dfeed',
  ]
  for (const token of tokens) {
    await testApp.field('Token').fill(token)
    await expect(window.getByRole('region', { name: 'What was found' })).not.toBeEmpty()
    await expectNoBarrier(window)
  }
})
