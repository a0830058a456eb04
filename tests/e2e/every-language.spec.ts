import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { jwtOf } from '../support/tokens/make-token.ts'
import { barriersIn, contrastsIn, showTheme, type Theme } from './support/barriers.ts'
import { clippedIn } from './support/clipped.ts'
import { systemIn, valuesIn, type WindowWords, windowWords } from './support/languages.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const pictures = path.join(import.meta.dirname, '../../test-results/screenshots')
const passphrase = 'seven quiet herons over the lake'

const makeSmall = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )

/** Looks at a screen in these themes: nobody is kept out, no word is cut off. */
function createLook(page: Page, folder: string, themes: readonly Theme[]) {
  return async (name: string): Promise<void> => {
    for (const theme of themes) {
      await showTheme(page, theme)
      // Only the colours differ between the themes.
      const barriers = theme === themes[0] ? await barriersIn(page) : await contrastsIn(page)
      expect.soft(barriers, `${name} in ${theme}`).toEqual([])
      await page.screenshot({ path: path.join(folder, `${theme}-${name}.png`) })
    }
    expect.soft(await clippedIn(page), name).toEqual([])
  }
}

type Look = ReturnType<typeof createLook>

async function walkForms(page: Page, words: WindowWords, look: Look): Promise<void> {
  const testApp = createTestApp(page)
  const { form } = words
  await testApp.button(words.list.newProfile).first().click()
  await testApp.fill({ [form.label.provider]: 'Social ID' })
  await look('form')
  await testApp.fill({ [form.label.provider]: words.provider.anyServer })
  await testApp.fill({ [form.label.clientAuthentication]: form.authentication.query })
  await page.getByText(form.moreOptions).click()
  await testApp.button(form.extraParameters.add).click()
  await testApp.button(form.extraHeaders.add).click()
  await look('form-more-options')
  await testApp.button(form.save).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await look('form-problems')
  await testApp.button(form.cancel).click()
}

async function walkDetail(page: Page, words: WindowWords, look: Look): Promise<void> {
  const testApp = createTestApp(page)
  const { detail, tokenTest } = words
  await testApp.button(words.list.tryPractice).click()
  await testApp.expectState(words.state.valid)
  for (const [name, tab] of Object.entries(detail.tabs)) {
    await testApp.tab(tab).click()
    await expect(page.getByRole('tabpanel')).toBeVisible()
    await look(`detail-${name}`)
  }
  await testApp.button(tokenTest.start).click()
  await expect(page.getByRole('region', { name: tokenTest.result })).toBeVisible()
  await look('test-result')
  await testApp.button(words.copyAs.open).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await look('copy-as')
  await page.keyboard.press('Escape')
  await testApp.button(detail.copyHeader).click()
  await expect(page.getByRole('status')).toContainText(words.said.copied.split('.')[0] ?? '')
  await testApp.button(detail.delete).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('delete')
  await testApp.button(detail.cancel).click()
}

async function walkFailure(page: Page, words: WindowWords, look: Look): Promise<void> {
  const testApp = createTestApp(page)
  const { emulator, values } = await providers['Social ID by user name']()
  const typed = valuesIn(words, { ...values, Name: 'Voorjaarscampagne', Password: 'wrong' })
  await testApp.button(words.list.newProfile).click()
  await testApp.fill(typed)
  await testApp.button(words.form.saveAndGet).click()
  await testApp.expectState(words.state.failed)
  await page.getByText(words.technical.title).first().click()
  await look('failed')
  await emulator.close()
}

async function walkPlaces(page: Page, words: WindowWords, look: Look): Promise<void> {
  const testApp = createTestApp(page)
  const { claims, security, backup } = words
  await testApp.button(claims.inspect.open).click()
  await testApp
    .field(claims.inspect.label)
    .fill(jwtOf('{"iss":"https://login.example","sub":"ada","exp":1767225600,"amr":["pwd"]}'))
  await expect(page.getByRole('region', { name: claims.inspect.result })).not.toBeEmpty()
  await look('inspect')
  await testApp.button(claims.inspect.close).click()
  await testApp.button(words.settings.open).click()
  await expect(testApp.field(words.settings.theme.label)).toBeVisible()
  await look('settings')
  await testApp.button(words.licences.open).click()
  await expect(page.getByRole('heading', { name: words.licences.title })).toBeVisible()
  await look('licences')
  await testApp.button(words.licences.close).click()
  await testApp.button(words.settings.close).click()
  await testApp.button(security.open).click()
  await testApp.button(backup.link.open).click()
  await expect(page.getByRole('heading', { name: backup.title, exact: true })).toBeVisible()
  await look('backup')
  await testApp.button(backup.close).click()
  await testApp.fill({
    [security.passphrase.field]: passphrase,
    [security.passphrase.again]: passphrase,
  })
  await testApp.button(security.passphrase.set).click()
  await expect(testApp.button(security.lock.now)).toBeEnabled({ timeout: 30_000 })
  await look('security')
  await testApp.button(security.passphrase.remove).click()
  await expect(testApp.field(security.passphrase.current)).toBeFocused()
  await look('security-remove')
}

/** As papers print it, with parts of it filled in. */
const command =
  'curl https://oidc-pre.semansys.com/connect/token -d grant_type=password -d client_id=acme ' +
  '-d client_secret=YOUR_CLIENT_SECRET -d username=ada@acme.example -d password=YOUR_PASSWORD'

async function walkAround(page: Page, words: WindowWords, look: Look): Promise<void> {
  const testApp = createTestApp(page)
  const { imports } = words
  await testApp.button(imports.open).click()
  await testApp.field(imports.field).fill(command)
  await expect(page.getByRole('region', { name: imports.understood })).toBeVisible()
  await look('import')
  await expect(testApp.field(words.form.label.provider)).toContainText(words.provider.anyServer)
  await testApp.button(words.form.cancel).click()
  for (const [name, key] of [
    ['palette', 'ControlOrMeta+K'],
    ['shortcuts', '?'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
}

const tags = { nl: 'nl_NL', 'pt-BR': 'pt_BR', en: 'en_GB' } as const
const themes = ['light', 'dark'] as const
for (const language of ['nl', 'pt-BR', 'en'] as const) {
  test(`no screen in ${language} has a barrier or a word that is cut off`, {
    tag: '@deep',
  }, async ({ start }) => {
    test.skip(process.platform !== 'linux', 'only on Linux the environment says the language')
    test.setTimeout(600_000)
    const tag = tags[language]
    const words = windowWords[language]
    const folder = path.join(pictures, language)
    await mkdir(folder, { recursive: true })
    const first = await start({ env: systemIn(tag) })
    const { page } = first
    await makeSmall(first.electron)
    const look = createLook(page, folder, themes)
    await expect(createTestApp(page).button(words.list.tryPractice)).toBeVisible()
    await look('start')
    await walkForms(page, words, look)
    await walkDetail(page, words, look)
    await walkFailure(page, words, look)
    await walkAround(page, words, look)
    await walkPlaces(page, words, look)
    await first.close()

    // The key store is gone, so the window is locked.
    const second = await start({ env: systemIn(tag), switches: ['--password-store=basic'] })
    await makeSmall(second.electron)
    const testApp = createTestApp(second.page)
    const lookAgain = createLook(second.page, folder, themes)
    await testApp.button(words.vault.unlock.tryAgain).click()
    await expect(testApp.button(words.vault.unlock.restart)).toBeVisible()
    await lookAgain('locked')
    await testApp.button(words.vault.unlock.without).click()
    await expect(second.page.getByText('Voorjaarscampagne').first()).toBeVisible()
    await lookAgain('memory-only')
  })
}
