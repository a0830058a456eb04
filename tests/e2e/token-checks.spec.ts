import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { ProfileDraft } from '../../src/shared/profile.ts'
import {
  type CheckedServer,
  startCheckedServer,
} from '../support/authorization-server/checked-server.ts'
import { startServer } from '../support/ports/loopback-server.ts'
import { get } from './support/ask.ts'
import { barriersIn, contrastsIn, showTheme } from './support/barriers.ts'
import { clippedIn } from './support/clipped.ts'
import { systemIn, windowWords } from './support/languages.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const pictures = path.join(import.meta.dirname, '../../test-results/screenshots/token-checks')

const makeSmall = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )

/** Creates a profile as a form with more fields would, and shows it with its token. */
async function openProfile(page: Page, draft: ProfileDraft): Promise<string> {
  const { id } = await get(page, 'createProfile', { draft })
  await get(page, 'obtainToken', { id })
  // The list has another label in each language.
  await page.getByText(draft.settings.about.name, { exact: true }).first().click()
  return id
}

let servers: readonly CheckedServer[] = []
async function startOwn(format: 'opaque' | 'jwt'): Promise<CheckedServer> {
  const server = await startCheckedServer(format)
  servers = [...servers, server]
  return server
}

test.afterEach(async () => {
  for (const server of servers) await server.close()
  servers = []
})

const resultIn = (page: Page) => page.getByRole('region', { name: 'Result of the check' })

test('the server says whose token it is, and ends it, by keyboard alone', async ({ start }) => {
  const server = await startOwn('opaque')
  const { page } = await start()
  const testApp = createTestApp(page)
  await expect(testApp.button('Try the practice server')).toBeVisible()
  await openProfile(page, server.draft({ name: 'Reports', keepFresh: true }))
  await testApp.expectState('Valid')
  const result = resultIn(page)

  await testApp.button('Ask the server about it').focus()
  await page.keyboard.press('Enter')
  await expect(result).toContainText('The server says it is active')
  for (const text of ['confidential', 'openid profile email', server.issuer]) {
    await expect(result).toContainText(text)
  }
  // The focus stays, so that the next button is one key away.
  await expect(testApp.button('Ask the server about it')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(testApp.button('Check the signature')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(result).toContainText('This token has no signature to check.')
  await expect(result).toContainText('The signature is genuine')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(result).toContainText('Ada Lovelace')
  await expect(result).toContainText('the same person as in the ID token')

  await page.keyboard.press('Tab')
  await expect(testApp.button('End this token')).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /End the token of/ })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(testApp.button('End this token')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(result).toContainText('The server was asked to end the token')
  await expect(result).toContainText('This profile no longer has it.')
  await testApp.expectState('No token')
  await expect(testApp.button('End this token')).toBeHidden()
  await expect(page.locator('body')).not.toBeFocused()
})

test('a signed token that the server can’t end may go on working, and is kept', async ({
  start,
}) => {
  const server = await startOwn('jwt')
  const { page } = await start()
  const testApp = createTestApp(page)
  await expect(testApp.button('Try the practice server')).toBeVisible()
  await openProfile(page, server.draft({ name: 'Reports', keepFresh: true }))
  const result = resultIn(page)
  await testApp.button('Check the signature').click()
  await expect(result.getByText('The signature is genuine')).toHaveCount(2)
  await testApp.button('End this token').click()
  await page.getByRole('dialog').getByRole('button', { name: 'End this token' }).click()
  await expect(result).toContainText('The server did only a part of it')
  await expect(result).toContainText('unsupported_token_type')
  await testApp.expectState('Valid')
  await expect(page.getByRole('switch', { name: 'Renew automatically' })).not.toBeChecked()
})

test('a check can be cancelled, and a server that is gone is reported', async ({ start }) => {
  const server = await startOwn('opaque')
  const silent = await startServer(() => {})
  const { page } = await start()
  const testApp = createTestApp(page)
  await expect(testApp.button('Try the practice server')).toBeVisible()
  const draft = server.draft({ name: 'Reports' })
  const { settings } = draft
  const addresses = { ...settings.server, introspectionEndpoint: `${silent.origin}/ask` }
  await openProfile(page, { ...draft, settings: { ...settings, server: addresses } })
  await testApp.button('Ask the server about it').click()
  await silent.receives(1)
  await testApp.button('Cancel').click()
  await expect(resultIn(page)).toContainText('You stopped the request')
  await silent.close()
  await testApp.button('Ask the server about it').click()
  await expect(resultIn(page)).toContainText('The server could not be reached')
})

for (const language of ['en', 'nl', 'pt-BR'] as const) {
  test(`the checks in a small window, in both themes, in ${language} @deep`, async ({ start }) => {
    await mkdir(pictures, { recursive: true })
    const server = await startOwn('opaque')
    const words = windowWords[language]
    const { tokenChecks } = words
    const { page, electron } = await start({ env: systemIn(language) })
    const testApp = createTestApp(page)
    await expect(testApp.button(words.list.tryPractice)).toBeVisible()
    await makeSmall(electron)
    const draft = server.draft({ name: 'Reports', presetId: 'semansys' })
    await openProfile(page, draft)
    const result = page.getByRole('region', { name: tokenChecks.result })
    const look = async (name: string) => {
      await page.mouse.move(0, 0)
      for (const theme of ['light', 'dark'] as const) {
        await showTheme(page, theme)
        const barriers = theme === 'light' ? await barriersIn(page) : await contrastsIn(page)
        expect.soft(barriers, `${name} in ${theme}`).toEqual([])
        await page.screenshot({ path: path.join(pictures, `${language}-${theme}-${name}.png`) })
      }
      expect.soft(await clippedIn(page), name).toEqual([])
    }
    await testApp.button(tokenChecks.introspect).click()
    await expect(result).toContainText(tokenChecks.active.title)
    await look('active')
    await testApp.button(tokenChecks.signature).click()
    await expect(result).toContainText(tokenChecks.signed.genuine.title)
    await look('signature')
    await testApp.button(tokenChecks.userinfo).click()
    await expect(result).toContainText('Ada Lovelace')
    await look('person')
    await testApp.button(tokenChecks.end).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('question')
    await page.getByRole('dialog').getByRole('button', { name: tokenChecks.confirm.yes }).click()
    await expect(result).toContainText(tokenChecks.ended.title)
    await look('ended')
    const { revocationEndpoint: _, userinfoEndpoint: __, ...fewer } = draft.settings.server
    const about = { ...draft.settings.about, name: 'Fewer' }
    await openProfile(page, { ...draft, settings: { ...draft.settings, about, server: fewer } })
    await testApp.button(tokenChecks.introspect).scrollIntoViewIfNeeded()
    await look('fewer')
  })
}
