import { createScanner } from '../support/leaks/scan.ts'
import { jweOf, jwtOf } from '../support/tokens/make-token.ts'
import { barriersInThemes } from './support/barriers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const subject = 'ada-lovelace-0123456789'
const jwt = jwtOf(
  `{"iss":"https://login.example","sub":"${subject}","account":12345678901234567890,` +
    '"exp":1750000000000,"role":"user","role":"admin"}',
  '{"alg":"none"}',
)
const lines = `Authorization: Bearer ${jwt.replace(/.{40}/g, '$&\r\n  ')}\n`
const jwe = jweOf('{"alg":"RSA-OAEP","enc":"A256GCM","kid":"vault-key-7"}')
const opaque = 'f00dfeedf00dfeedf00dfeed'

test('any token that is pasted is read, and nothing of it is kept', async ({
  start,
  dataFolder,
}) => {
  const app = await start()
  const { page } = app
  const testApp = createTestApp(page)
  const found = page.getByRole('region', { name: 'What was found' })

  await testApp.button('Inspect a token').click()
  await expect(testApp.field('Token')).toBeFocused()
  await expect(found).toBeEmpty()

  await testApp.field('Token').fill(lines)
  await expect(found).toContainText('not verified')
  await expect(page.getByText('The token can be read.')).toBeAttached()
  for (const text of [subject, '12345678901234567890', 'user', 'admin', '1750000000000', '2025']) {
    await expect(found).toContainText(text)
  }
  await expect(found.getByText('appears more than once', { exact: true })).toHaveCount(2)
  await expect(found.getByRole('note').getByRole('listitem')).toHaveText([
    /not signed/,
    /it has expired/,
    /more than once/,
    /unusual way/,
  ])
  expect(await page.getByText('not verified').count()).toBe(1)

  await testApp.field('Token').fill(`"${jwe}",`)
  await expect(found).toContainText('only the service it is meant for can read it')
  await expect(found).toContainText('vault-key-7')
  await expect(found).not.toContainText(subject)

  await testApp.field('Token').fill(`Bearer ${opaque}`)
  await expect(found).toContainText('opaque token')
  await expect(found).toContainText('24 characters')

  await testApp.field('Token').fill(`{"access_token":"${opaque}","expires_in":60}`)
  await expect(found).toContainText('This is the server’s whole answer.')
  await expect(found).not.toContainText(opaque)
  await testApp.field('Token').fill('where do I find it')
  await expect(found).toContainText('This does not look like a token.')

  await testApp.button('Close').click()
  await testApp.button('Inspect a token').click()
  await expect(testApp.field('Token')).toHaveValue('')
  await testApp.field('Token').fill(lines)
  await expect(found).toContainText(subject)

  await app.close()
  const parts = [...jwt.split('.').slice(1), jwe, opaque, subject]
  expect(await createScanner(parts).scanFolder(dataFolder)).toEqual([])
  for (const part of parts) expect(app.output()).not.toContain(part)
})

test('a token is inspected by keyboard alone, beside the profiles', async ({ start }) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  await testApp.button('Inspect a token').focus()
  await page.keyboard.press('Enter')
  await expect(testApp.field('Token')).toBeFocused()
  await page.keyboard.insertText(jwe)
  await expect(page.getByRole('region', { name: 'What was found' })).toContainText('vault-key-7')
  await page.keyboard.press('Tab')
  await expect(testApp.button('Clear')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(testApp.field('Token')).toHaveValue('')
  await expect(testApp.field('Token')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(testApp.button('Close')).toBeFocused()
  await page.keyboard.press('Enter')
  await testApp.expectState('Valid')
})

test('inspecting has no barrier that axe knows, in either theme', async ({ start }) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Inspect a token').click()
  for (const text of ['', lines, jwe, opaque, `{"access_token":"${opaque}"}`]) {
    await testApp.field('Token').fill(text)
    if (text !== '') await expect(page.getByRole('region').last()).not.toBeEmpty()
    expect(await barriersInThemes(page)).toEqual([])
  }
})
