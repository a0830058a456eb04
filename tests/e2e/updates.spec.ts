import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../support/ports/loopback-server.ts'
import { configuration, feedOf, stranger, page as versionPage } from '../support/updates/feeds.ts'
import { get } from './support/ask.ts'
import { barriersIn, contrastsIn, showTheme } from './support/barriers.ts'
import { clippedIn } from './support/clipped.ts'
import { createConfiguredApp } from './support/configured-app.ts'
import { windowWords } from './support/languages.ts'
import { createOpeners } from './support/openers.ts'
import { watchPolicy } from './support/policy-watch.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const pictures = path.join(import.meta.dirname, '../../test-results/screenshots')

/** What the server learns of whoever asks. */
const sameForAll = {
  accept: 'application/json',
  'accept-language': '*',
  connection: 'close',
  'user-agent': 'TokenDesk',
}

/** Both themes, without a barrier, and no word cut off. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await showTheme(page, colorScheme)
    const barriers = colorScheme === 'light' ? await barriersIn(page) : await contrastsIn(page)
    expect.soft(barriers, `${name} in ${colorScheme}`).toEqual([])
    await page.screenshot({ path: path.join(pictures, `${colorScheme}-${name}.png`) })
  }
  expect.soft(await clippedIn(page), name).toEqual([])
}

test('updates are checked and shown only if distributor and user turned them on', async ({
  start,
  dataFolder,
}) => {
  await mkdir(pictures, { recursive: true })
  let body = ''
  const server = await startServer((_request, response) => response.end(body))
  const address = `${server.origin}/feeds/update-feed.json`
  const configured = await createConfiguredApp({ ...configuration, address })
  const openers = await createOpeners()
  const { page, electron, close } = await start({
    appFolder: configured.folder,
    env: openers.env,
  })
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )
  const watch = await watchPolicy(page)
  const testApp = createTestApp(page)
  const part = page.getByRole('region', { name: 'New versions' })
  const wanted = page.getByRole('switch', { name: 'Tell me about new versions' })
  const notice = page.getByRole('note')
  const said = part.getByRole('status')
  const dutch = windowWords.nl

  // Off at first: nobody was asked, and whom it would be is said.
  await testApp.button('Settings').click()
  await expect(part).toContainText(new URL(server.origin).host)
  await expect(wanted).not.toBeChecked()
  expect([server.received, existsSync(path.join(dataFolder, 'updates.json'))]).toEqual([[], false])
  await wanted.scrollIntoViewIfNeeded()
  await page.screenshot({ path: path.join(pictures, 'light-updates-off.png') })

  // Switched on, it looks at once, says nothing about the user, and tells what it found.
  body = feedOf(Date.now(), { version: '9.0.0', notes: { en: 'Opens faster. Reads ES512.' } })
  await wanted.click()
  await expect(notice).toContainText('Token Desk 9.0.0 is out')
  await expect(notice).toContainText('Opens faster. Reads ES512.')
  const [request, ...more] = server.received
  expect(more).toEqual([])
  expect(request).toMatchObject({ method: 'GET', path: '/feeds/update-feed.json' })
  expect(request?.headers).toMatchObject(sameForAll)
  const others = Object.keys(request?.headers ?? {}).filter((name) => !(name in sameForAll))
  expect(
    others.filter((name) => !/^(host|accept-encoding|sec-fetch-\w+|priority)$/.test(name)),
  ).toEqual([])

  // The one page that may be opened is opened, at a click, by the system.
  if (process.platform === 'linux') {
    await notice.getByRole('button', { name: 'Open the page' }).click()
    await expect.poll(openers.opened).toEqual([`xdg-open ${versionPage}`])
  }

  // Dismissed, it stays so, also for a new page.
  await testApp.button('Not now').click()
  await expect(notice).toBeHidden()
  await page.reload()
  await testApp.button('Settings').click()
  await expect(said).toContainText(
    'Version 9.0.0 came out on November 20, 2026. Download it from desk.example.',
  )
  await expect(notice).toBeHidden()

  // A feed with a foreign signature, or none at all, is not announced, and the window shows why.
  body = feedOf(Date.now(), { version: '9.9.9', privateKey: stranger.privateKey })
  await testApp.button('Check now').click()
  await expect(said).toContainText('does not come from the makers of this app')
  await expect(notice).toBeHidden()
  body = feedOf(Date.now() - 60_000, { version: '9.9.8' })
  await testApp.button('Check now').click()
  await expect(said).toContainText('the answer is too old')
  await expect(notice).toBeHidden()
  expect((await get(page, 'getUpdates', {})).updates?.found?.version).toBe('9.0.0')
  await page.screenshot({ path: path.join(pictures, 'light-updates-refused.png') })

  // The next version is announced again, in the user's language.
  const notes = { en: 'Much better.', nl: 'Een heel lange toelichting van de makers. '.repeat(7) }
  body = feedOf(Date.now(), { version: '9.1.0-rc.1', notes })
  await testApp.button('Check now').click()
  await expect(notice).toContainText('Token Desk 9.1.0-rc.1 is out')
  await testApp.fill({ Language: 'Português (Brasil)' })
  await expect(notice).toContainText('Much better.')
  await page.screenshot({ path: path.join(pictures, 'light-updates-pt-BR.png') })
  expect.soft(await clippedIn(page)).toEqual([])
  await testApp.fill({ Idioma: 'Nederlands' })
  await expect(notice).toContainText('toelichting van de makers')
  await page.getByRole('switch', { name: dutch.updates.tell }).scrollIntoViewIfNeeded()
  await page.screenshot({ path: path.join(pictures, 'light-updates-settings.png') })
  expect.soft(await clippedIn(page)).toEqual([])
  await testApp.button(dutch.settings.close).click()
  await look(page, 'updates-notice')
  expect(await watch.complaints()).toEqual([])
  await close()

  // The same data in an app without a feed: there is nothing to see, and nobody to ask.
  const count = server.received.length
  const plain = await start()
  const plainApp = createTestApp(plain.page)
  await plainApp.button(dutch.settings.open).click()
  await expect(plainApp.field(dutch.settings.theme.label)).toBeVisible()
  expect(await get(plain.page, 'getUpdates', {})).toEqual({ updates: null })
  await expect(plain.page.getByText(dutch.updates.part)).toBeHidden()
  expect(server.received.length).toBe(count)
  await openers.remove()
  await configured.remove()
  await server.close()
})
