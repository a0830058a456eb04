import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../support/ports/loopback-server.ts'
import { jwtOf } from '../support/tokens/make-token.ts'
import { showTheme, type Theme } from './support/barriers.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp, type FormValues } from './support/test-app.ts'

const projectFolder = path.join(import.meta.dirname, '../..')
const results = path.join(projectFolder, 'test-results/screenshots')
/** With UPDATE_SCREENSHOTS=1 the pictures of the README and the guides are replaced. */
const shown = process.env['UPDATE_SCREENSHOTS'] === '1' ? 'docs/images' : 'test-results/screenshots'

/** As documentation prints it, with a part of it filled in. */
const command = `curl -X POST https://oidc-pre.semansys.com/connect/token \\
  -d grant_type=password -d client_id=acme-xbrl -d client_secret=YOUR_CLIENT_SECRET \\
  -d username=ada@acme.example -d password=YOUR_PASSWORD`
const pasted = jwtOf(
  '{"iss":"https://login.example","sub":"7","name":"Ada Lovelace","email":"ada@example.org",' +
    '"aud":"https://api.example.com/v1","exp":4102444800,"scope":"openid read reports:write"}',
)

test('every screen is painted, in light and dark', { tag: '@deep' }, async ({ start }) => {
  await mkdir(results, { recursive: true })
  const { page, electron } = await start()
  const testApp = createTestApp(page)
  await showTheme(page, 'light')
  let themes: readonly Theme[] = ['light', 'dark']
  /** In both themes, the one that is shown first; `pathOf` says where to. */
  const paint = async (pathOf: (theme: Theme) => string) => {
    for (const theme of themes) {
      if (theme !== themes[0]) await showTheme(page, theme)
      await page.screenshot({ path: pathOf(theme), animations: 'disabled' })
    }
    themes = themes.toReversed()
  }
  const take = (name: string) => paint((theme) => path.join(results, `${theme}-${name}.png`))
  /** For one that the README or a guide shows. */
  const show = (name: string) =>
    paint((theme) =>
      path.join(projectFolder, shown, theme === 'light' ? `${name}.png` : `${name}-dark.png`),
    )
  const save = async (values: FormValues, state: string) => {
    await testApp.createProfile(values)
    await testApp.expectState(state)
  }
  /** Closes the toasts that are still shown. */
  const closeToasts = () =>
    page
      .getByRole('status')
      .getByRole('button')
      .evaluateAll((buttons: HTMLElement[]) => {
        for (const button of buttons) button.click()
      })

  await expect(testApp.button('Try the practice server')).toBeVisible()
  await take('start')
  await testApp.button('New profile').click()
  await testApp.fill({ Provider: 'Social ID' })
  await take('form-social-id')
  await testApp.fill({ Provider: 'Organization API', 'Client authentication': 'Query string' })
  await take('form-organization-api')
  await testApp.fill({ Provider: 'Any OAuth 2.0 server' })
  await page.getByText('More options').click()
  await testApp.button('Add parameter').click()
  await take('form-any-server')
  await testApp.button('Save').click()
  await take('form-problems')
  await testApp.button('Cancel').click()

  await testApp.button('Paste a cURL command').click()
  await take('import')
  await testApp.field('cURL command').fill(command)
  await expect(page.getByRole('region', { name: /understood/ })).toBeVisible()
  await show('import')
  await testApp.field('cURL command').fill('curl "https://login.example')
  await expect(page.getByText('never closed')).toBeVisible()
  await take('import-not-understood')
  await testApp.button('Cancel').click()

  const semansys = await providers.Semansys()
  const socialId = await providers['Social ID by e-mail address']()
  const organization = await providers['Organization API by Basic header']()
  const failing = await providers.Semansys()
  await save({ ...socialId.values, Name: 'Spring campaign' }, 'Valid')
  await take('detail-opaque')
  organization.emulator.setExpiresIn(200)
  await save({ ...organization.values, Name: 'Warehouse import' }, 'Valid')
  await save(
    { ...failing.values, Name: 'Annual report, test', Tag: 'Test', Password: 'wrong' },
    'Failed',
  )
  await closeToasts()
  await show('failure')
  organization.emulator.setExpiresIn(16)
  await save({ ...organization.values, Name: 'Stock levels' }, 'Valid')
  await testApp.expectState('Expiring soon')
  await take('detail-expiring')
  await save(
    {
      ...semansys.values,
      Name: 'Annual report',
      Tag: 'Production',
      'Token endpoint': semansys.emulator.tokenEndpoint,
    },
    'Valid',
  )
  await page.getByRole('switch', { name: 'Renew automatically' }).check()
  await page.mouse.move(1, 1)
  await closeToasts()
  await show('token-desk')
  await testApp.button('Copy header').click()
  await expect(page.getByRole('status')).toContainText('Copied')
  await take('copied')
  await closeToasts()
  await testApp.tab('Claims').click()
  await expect(page.getByRole('tabpanel')).toContainText('iss')
  await take('claims')
  await testApp.field('Search in this token').fill('issued')
  await take('claims-search')
  await testApp.field('Search in this token').fill('')
  await page.getByRole('tabpanel').scrollIntoViewIfNeeded()
  await show('claims')
  await testApp.field('Search in this token').press('Escape')
  await page.getByText('raw JSON').click()
  await page.getByLabel('How it was made, as raw JSON').scrollIntoViewIfNeeded()
  await take('claims-raw')
  await testApp.tab('Activity').click()
  await take('activity')
  const api = await startServer((_, response) => {
    const challenge = 'Bearer error="invalid_token"'
    response.writeHead(401, { 'www-authenticate': challenge }).end('{"error": "unauthorized"}')
  })
  await testApp.button('Copy as…').click()
  await expect(page.getByRole('menu')).toBeVisible()
  await show('copy-as')
  await page.keyboard.press('Escape')
  await testApp.tab('Test the token').click()
  await testApp.fill({ Address: `${api.origin}/reports` })
  await testApp.button('Test').click()
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('401')
  await take('test-the-token')
  await testApp.button('Settings').click()
  await expect(testApp.field('Light or dark')).toBeVisible()
  await show('settings')
  await testApp.button('Security').click()
  await expect(testApp.field('New passphrase')).toBeVisible()
  await show('security')
  await testApp.button('Back up or restore').click()
  await expect(testApp.button('Choose backup file')).toBeVisible()
  await show('backup')
  await testApp.button('Inspect a token').click()
  await testApp.field('Token').fill(pasted)
  await expect(page.getByText('At a glance')).toBeVisible()
  await take('inspect')
  await testApp.button('Close').click()
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('dialog').getByRole('combobox').fill('copy report')
  await show('palette')
  await page.keyboard.press('Escape')
  await testApp.button('Edit profile').click()
  await expect(testApp.field('Client secret')).toBeVisible()
  await take('form-edit')
  await testApp.button('Cancel').click()
  await testApp.button('Delete profile').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await take('delete')
  await testApp.button('Cancel').click()

  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )
  await testApp.tab('Overview').click()
  await take('small')
  await fillsTheWindow(page)
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  )
  await take('small-zoomed')
  await fillsTheWindow(page)

  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1),
  )
  const long = 'An extraordinarily long name that somebody gave a profile '.repeat(2).trim()
  await save(
    {
      ...semansys.values,
      Name: long.slice(0, 110),
      'Token endpoint': semansys.emulator.tokenEndpoint,
    },
    'Valid',
  )
  await take('long')
  await fillsTheWindow(page)
  await page.getByLabel('Search profiles').fill('report')
  await take('search')
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog')).toBeVisible()
  await take('shortcuts')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  for (const { emulator } of [semansys, socialId, organization, failing]) await emulator.close()
  await api.close()
})

/** Nothing sticks out sideways: no text is lost to the right of a small window. */
async function fillsTheWindow(page: Page): Promise<void> {
  const sizes = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const main = document.querySelector('main')
    return { page: scrollWidth - clientWidth, main: main ? main.scrollWidth - main.clientWidth : 0 }
  })
  expect(sizes).toEqual({ page: 0, main: 0 })
}
