import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test('a profile is made, searched, edited and deleted by keyboard alone', async ({ start }) => {
  const { emulator, values } = await providers.Semansys()
  const { page } = await start()
  const testApp = createTestApp(page)
  const { keyboard } = page

  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const focused = document.activeElement
        if (focused === null || focused === document.body) return undefined
        const spoken = focused instanceof HTMLInputElement ? focused.labels?.[0] : focused
        return focused.getAttribute('aria-label') ?? spoken?.textContent
      })
      if (label?.trim() === name) return
    }
    throw new Error(`"${name}" cannot be reached with the Tab key`)
  }

  await expect(testApp.button('New profile')).toBeVisible()
  await tabTo('New profile')
  await keyboard.press('Enter')
  await expect(testApp.field('Provider')).toBeVisible()
  await testApp.field('Provider').focus()
  await keyboard.type('Sem')
  for (const label of ['Name', 'Token endpoint', 'Client ID', 'Client secret', 'User name']) {
    await tabTo(label)
    await keyboard.press('ControlOrMeta+A')
    await keyboard.type(label === 'Name' ? 'Reports' : (values[label] ?? ''))
  }
  await tabTo('Password')
  await keyboard.type(values['Password'] ?? '')
  await keyboard.press('Enter')
  await testApp.expectState('Valid')

  await tabTo('Search profiles')
  await keyboard.type('nothing like it')
  await expect(testApp.row('Reports')).toBeHidden()
  await keyboard.press('Escape')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible()

  await tabTo('Edit profile')
  await keyboard.press('Enter')
  await expect(testApp.field('Client secret')).toHaveValue('')
  await expect(testApp.field('Client secret')).toHaveAttribute('placeholder', /saved/i)
  await testApp.field('Name').focus()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('Annual reports')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Annual reports' })).toBeVisible()

  await tabTo('Delete profile')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await testApp.button('Delete profile').focus()
  await keyboard.press('Enter')
  await tabTo('Delete')
  await keyboard.press('Enter')
  await expect(testApp.button('Try the practice server')).toBeVisible()
  await emulator.close()
})

test('the page never holds a secret: not in its store, its fields or its text', async ({
  start,
}) => {
  const { emulator, values } = await providers.Semansys()
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.tab('Claims').click()
  await testApp.button('Edit profile').click()
  await expect(testApp.field('Password')).toHaveValue('')
  const snapshot = await page.evaluate(async () => {
    const { tokenDesk } = globalThis as unknown as {
      tokenDesk: { request(name: string, input: object): Promise<string> }
    }
    return (await tokenDesk.request('getSnapshot', {})) + document.body.innerHTML
  })
  for (const secret of emulator.secrets()) expect(snapshot.includes(secret)).toBe(false)
  await emulator.close()
})

test('what was typed wrongly is said beside the field, and nothing typed is lost', async ({
  start,
}) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('New profile').first().click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    Name: 'Reports',
    'Token endpoint': 'http://example.com/token',
    'Client ID': 'client',
    'Client secret': 'a secret that stays typed',
    'User name': 'anna',
  })
  await testApp.button('Save').click()
  await expect(testApp.field('Token endpoint')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('main')).toContainText('must begin with https://')
  await expect(testApp.field('Client secret')).toHaveValue('a secret that stays typed')
  await expect(testApp.field('Token endpoint')).toBeFocused()
})

test('a form that is half filled in is not lost by a click elsewhere', async ({ start }) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  await testApp.button('New profile').click()
  await testApp.fill({ Provider: 'Semansys' })
  await testApp.row('Practice server').first().click()
  await expect(page.getByRole('heading', { name: 'Practice server' })).toBeVisible()

  await testApp.button('New profile').click()
  await testApp.fill({ Provider: 'Semansys', 'Client secret': 'typed from paper' })
  await testApp.row('Practice server').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click()
  await expect(testApp.field('Client secret')).toHaveValue('typed from paper')

  await testApp.row('Practice server').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('heading', { name: 'Practice server' })).toBeVisible()
})

test('toasts are true and cover no control, and each page starts at its top', async ({ start }) => {
  const { emulator, values } = await providers.Semansys()
  const { page, electron } = await start()
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )
  const testApp = createTestApp(page)
  const main = page.getByRole('main')
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await expect(page.getByRole('status')).toContainText('Valid for 1 h 00 min')
  expect(await main.evaluate((element) => element.scrollTop)).toBe(0)

  await testApp.button('Renew now').click()
  await expect(page.getByRole('status')).toContainText('Valid for 1 h 00 min')
  await main.evaluate((element) => element.scrollTo(0, 200))
  await testApp.button('Edit profile').click()
  await expect(testApp.field('Name')).toBeVisible()
  expect(await main.evaluate((element) => element.scrollTop)).toBe(0)
  // What was said of the token is not there any more: it could lie over a button.
  expect(await page.getByRole('status').textContent()).toBe('')
  await testApp.button('Save and get token').click()
  await testApp.expectState('Valid')
  await emulator.close()
})
