import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { startServer } from '../support/ports/loopback-server.ts'
import type { App } from './support/app.ts'
import { countClicks } from './support/clicks.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const execute = promisify(execFile)

/** The text on the clipboard, empty where there is none: xclip then fails. */
const pasted = ({ clipboardText }: App) => clipboardText().catch(() => '')

/** Another program copies a text. */
async function copyElsewhere(desktop: NodeJS.ProcessEnv, text: string): Promise<void> {
  const args = ['-selection', 'clipboard', '-in']
  const child = spawn('xclip', args, { env: desktop, stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.end(text)
  await once(child, 'exit')
}

async function chooseClearing(page: Page, label: string): Promise<void> {
  const testApp = createTestApp(page)
  await testApp.button('Settings').click()
  await testApp.fill({ 'Clear the clipboard': label })
  await testApp.button('Close').click()
}

async function copyAs(page: Page, form: string): Promise<void> {
  await createTestApp(page).button('Copy as…').click()
  await page.getByRole('menuitem', { name: form, exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Copied')
}

async function withPractice(app: App) {
  const testApp = createTestApp(app.page)
  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  return testApp
}

test('one click copies the header, and so does the key for copying', async ({ start }) => {
  const app = await start()
  const testApp = await withPractice(app)
  const clicks = await countClicks(app.page)
  await testApp.button('Copy header').click()
  await expect(app.page.getByRole('status')).toContainText(/Copied\. Valid for \d+ min\./)
  expect(await clicks.names()).toEqual(['Copy header'])
  await expect(app.page.getByRole('status')).toContainText('The clipboard is cleared after 1 min')
  const header = await pasted(app)
  expect(header).toMatch(/^Authorization: Bearer /)

  await testApp.button('Copy token').click()
  await expect.poll(() => pasted(app)).toBe(header.replace('Authorization: Bearer ', ''))
  await app.page.keyboard.press('ControlOrMeta+C')
  await expect.poll(() => pasted(app)).toBe(header)

  // Where something is selected or typed, the key does what it does everywhere.
  await testApp.field('Search profiles').fill('Pract')
  await testApp.field('Search profiles').selectText()
  await app.page.keyboard.press('ControlOrMeta+C')
  await expect.poll(() => pasted(app)).toBe('Pract')
})

test('a token with less than two minutes left is renewed first, and a failed renewal is said', async ({
  start,
}) => {
  const { emulator, values } = await providers.Semansys()
  emulator.setExpiresIn(90)
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  emulator.setExpiresIn(3600)
  await testApp.button('Copy token').click()
  const status = app.page.getByRole('status')
  await expect(status).toContainText('Copied. Valid for 1 h 00 min. It was renewed first.')
  const renewed = await pasted(app)
  await testApp.button('Copy token').click()
  await expect(status).not.toContainText('renewed')
  expect(await pasted(app)).toBe(renewed)
  await testApp.tab('Activity').click()
  await expect(app.page.getByRole('tabpanel')).toContainText('Token Desk renewed the token for you')

  emulator.setExpiresIn(100)
  await testApp.button('Renew now').click()
  await expect(status).toContainText('You have a new token')
  await testApp.button('Copy token').click()
  await expect(status).toContainText('It was renewed first.')
  const last = await pasted(app)
  await emulator.close()
  await testApp.button('Copy token').click()
  await expect(status).toContainText('It could not be renewed.')
  expect(await pasted(app)).toBe(last)
})

test('Copy as… puts each form on the clipboard, for the address that is known', async ({
  start,
}) => {
  const app = await start()
  const { page } = app
  await withPractice(app)
  await copyAs(page, 'Token')
  const token = await pasted(app)
  await copyAs(page, 'Header')
  await expect.poll(() => pasted(app)).toBe(`Authorization: Bearer ${token}`)

  const address = /http:\/\/127\.0\.0\.1:\d+\/hello/
  for (const [form, beginning] of [
    ['cURL', /^curl 'http/],
    ['Command Prompt (Windows)', /^curl "http/],
    ['JavaScript (fetch)', /^const response = await fetch\(/],
    ['Python (requests)', /^import requests/],
    ['PowerShell (Invoke-RestMethod)', /^\$headers = @\{ Authorization = 'Bearer /],
    ['Power Query M', /Web\.Contents\(/],
    ['.http file', /^GET http/],
  ] as const) {
    await copyAs(page, form)
    await expect.poll(() => pasted(app)).toMatch(beginning)
    const text = await pasted(app)
    expect(text, form).toContain(`Bearer ${token}`)
    expect(text, form).toMatch(address)
  }

  await expect(page.getByRole('status')).toContainText('It sends the token to 127.0.0.1:')
  await createTestApp(page).button('Copy as…').click()
  await expect(page.getByRole('menu')).toContainText('Goes to 127.0.0.1:')
  await page.keyboard.press('Escape')

  // By keyboard alone.
  await createTestApp(page).button('Copy as…').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Header', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => pasted(app)).toBe(token)
  await expect(createTestApp(page).button('Copy as…')).toBeFocused()

  // It works where it is pasted.
  await copyAs(page, 'cURL')
  await expect.poll(() => pasted(app)).toMatch(/^curl '/)
  const { stdout } = await execute('sh', ['-c', await pasted(app)])
  expect(stdout).toContain('The practice server accepted your token.')
})

test('a copied token is taken off the clipboard after the chosen time, and nothing else is', {
  tag: '@waiting',
}, async ({ start, desktop, dataFolder }) => {
  test.skip(process.platform !== 'linux', 'another program copies by xclip')
  const app = await start()
  await withPractice(app)
  await chooseClearing(app.page, 'After 10 seconds')
  const settings = JSON.parse(await readFile(path.join(dataFolder, 'settings.json'), 'utf8'))
  expect(settings).toMatchObject({ clearClipboardAfter: 10, theme: 'system' })

  const testApp = createTestApp(app.page)
  const beforeCopying = Date.now()
  await testApp.button('Copy header').click()
  await expect(app.page.getByRole('status')).toContainText('cleared after 10 s')
  expect(await pasted(app)).toContain('Bearer')
  await expect.poll(() => pasted(app), { timeout: 30_000 }).toBe('')
  expect(Date.now() - beforeCopying).toBeGreaterThanOrEqual(10_000)

  await testApp.button('Copy header').click()
  await expect.poll(() => pasted(app)).toContain('Bearer')
  const again = Date.now()
  await copyElsewhere(desktop, 'copied by another program')
  await expect.poll(() => Date.now() - again > 12_000, { timeout: 20_000 }).toBe(true)
  expect(await pasted(app)).toBe('copied by another program')

  // The choice holds after a new start.
  await app.close()
  const next = await start()
  await createTestApp(next.page).button('Settings').click()
  await expect(createTestApp(next.page).field('Clear the clipboard')).toHaveValue('10')
})

test('what was copied is taken off the clipboard when the app is closed, unless it is not ours', async ({
  start,
  desktop,
  dataFolder,
}) => {
  test.skip(process.platform !== 'linux', 'another program copies by xclip')
  const note = path.join(dataFolder, 'at-the-end.txt')
  const app = await start()
  await withPractice(app)
  await chooseClearing(app.page, 'Only when I close Token Desk')
  const testApp = createTestApp(app.page)
  await testApp.button('Copy header').click()
  await expect(app.page.getByRole('status')).not.toContainText('cleared')
  await expect.poll(() => pasted(app)).toContain('Bearer')
  // On X11 a clipboard ends with its program anyway, so it is read at the last moment.
  await app.electron.evaluate(async ({ app: running, clipboard }, file) => {
    const { writeFileSync } = process.getBuiltinModule('node:fs')
    running.once('will-quit', (event) => {
      event.preventDefault()
      void Promise.resolve(clipboard.readText()).then((text) => {
        writeFileSync(file, `[${text}]`)
        // Within the event the app is quitting already, and a further wish would get lost.
        setImmediate(() => running.quit())
      })
    })
  }, note)
  await app.close()
  expect(await readFile(note, 'utf8')).toBe('[]')

  const next = await start()
  await withPractice(next)
  await createTestApp(next.page).button('Copy header').click()
  await expect.poll(() => pasted(next)).toContain('Bearer')
  await copyElsewhere(desktop, 'copied by another program')
  await next.close()
  expect(await pasted(next)).toBe('copied by another program')
})

test('a token is sent to an address, and the response is described in plain words', async ({
  start,
}) => {
  const app = await start()
  const { page } = app
  const testApp = await withPractice(app)
  await testApp.button('Copy token').click()
  const token = await pasted(app)
  await testApp.tab('Test the token').click()
  await expect(testApp.field('Address')).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/hello$/)
  await testApp.button('Test').click()
  const result = page.getByRole('region', { name: 'Result' })
  await expect(result).toContainText('200: the server accepted the request')
  await expect(result).toContainText('Hello, Ada Practice')

  const requests: (string | undefined)[] = []
  const server = await startServer(({ url, headers }, response) => {
    requests.push(headers.authorization)
    const page_ = `<script>document.title = 'drawn'</script><b>${headers.authorization}</b>`
    if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end(page_)
    else if (url === '/moved') response.writeHead(307, { location: '/elsewhere' }).end()
    else {
      const challenge = 'Bearer realm="x", error="invalid_token"'
      response.writeHead(401, { 'www-authenticate': challenge }).end('{"why":"because"}')
    }
  })
  await testApp.fill({ Address: `${server.origin}/me` })
  await testApp.button('Test').click()
  await expect(result).toContainText('401: the server did not accept the token')
  await expect(result).toContainText('(invalid_token)')
  await expect(result).toContainText('because')

  await testApp.fill({ Address: `${server.origin}/page` })
  await testApp.button('Test').click()
  await expect(result).toContainText('<script>')
  await expect(result).toContainText(`[access token, ${token.length} characters]`)
  await expect(result).toContainText('This is a web page, shown as text.')
  expect(await page.title()).not.toBe('drawn')
  expect((await page.content()).includes(token)).toBe(false)

  await testApp.fill({ Address: `${server.origin}/moved` })
  await testApp.button('Test').click()
  await expect(result).toContainText('307: the server points to another address')
  await expect(result).toContainText(`${server.origin}/elsewhere`)
  expect(requests).toEqual(Array.from({ length: 3 }, () => `Bearer ${token}`))

  // The address that accepted it is remembered, and is that of the snippets from then on.
  await testApp.tab('Overview').click()
  await copyAs(page, 'cURL')
  await expect.poll(() => pasted(app)).toContain(`'${server.origin}/page'`)
  await testApp.tab('Test the token').click()
  await expect(testApp.field('Address')).toHaveValue(`${server.origin}/page`)

  await testApp.fill({ Address: 'http://example.com/' })
  await testApp.button('Test').click()
  await expect(testApp.field('Address')).toHaveAttribute('aria-invalid', 'true')
  await server.close()
})

test('the appearance follows the choice, now and after a new start', async ({ start }) => {
  const app = await start()
  // The driver says light unless it is told to say nothing.
  const background = async (page: Page) => {
    await page.emulateMedia({ colorScheme: null })
    return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  }
  const testApp = createTestApp(app.page)
  await testApp.button('Settings').click()
  await testApp.fill({ 'Light or dark': 'Dark' })
  await expect.poll(() => background(app.page)).toBe('rgb(23, 25, 28)')
  await app.close()
  const next = await start()
  await expect(createTestApp(next.page).button('Settings')).toBeVisible()
  // What the driver is told takes a frame to reach the colours.
  await expect.poll(() => background(next.page)).toBe('rgb(23, 25, 28)')
  await createTestApp(next.page).button('Settings').click()
  await createTestApp(next.page).fill({ 'Light or dark': 'Light' })
  await expect.poll(() => background(next.page)).toBe('rgb(247, 245, 240)')
})
