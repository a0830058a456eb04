import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createScanner } from '../support/leaks/scan.ts'
import { startServer } from '../support/ports/loopback-server.ts'
import { startSemansysEmulator } from '../support/providers/semansys.ts'
import type { App } from './support/app.ts'
import { barriersIn } from './support/barriers.ts'
import { providers } from './support/providers.ts'
import { heapOf, pageAfterLock, pageProcess } from './support/renewed-page.ts'
import { expect, test } from './support/test.ts'
import { createTestApp, type TestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'the key store is chosen by a Linux switch')

const passphrase = 'seven quiet herons over the lake'

function titleOf({ electron }: App): Promise<string | undefined> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
}

/** As the system tells it: the events of its own module, in main. */
function happens({ electron }: App, event: 'lock-screen' | 'suspend'): Promise<void> {
  return electron.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name)
  }, event)
}

function chooseInMenu({ electron }: App): Promise<void> {
  return electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()
  })
}

/** Does what locks, and waits for the window that asks for the passphrase. */
async function locksBy(app: App, dataFolder: string, work: () => Promise<unknown>) {
  const { browser, page } = await pageAfterLock(app, dataFolder, work)
  const testApp = createTestApp(page)
  await expect(testApp.field('Passphrase')).toBeFocused()
  expect(await titleOf(app)).toBe('Token Desk')
  return { browser, page, testApp }
}

async function unlock({ fill, page }: TestApp): Promise<void> {
  await fill({ Passphrase: passphrase })
  await page.keyboard.press('Enter')
}

test('after a lock the page is another process that knows none of 20 secrets', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.setPassphrase(passphrase)
  const sleep = app.page.getByRole('switch', { name: 'When the computer goes to sleep' })
  await sleep.click()
  await expect(sleep).toBeChecked()

  // Twenty secrets are typed into a form that is not saved.
  const planted = Array.from({ length: 20 }, () => `planted.${randomBytes(18).toString('hex')}`)
  const [clientSecret = '', password = '', ...others] = planted
  await testApp.button('New profile').click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    'What did you get?': 'User name and password',
    'Client secret': clientSecret,
    Password: password,
  })
  await app.page.getByText('More options').click()
  // Several in each value: to find a row by its words takes longer with every row.
  const six = 6
  for (let index = 0; index * six < others.length; index += 1) {
    const secrets = others.slice(index * six, (index + 1) * six)
    await testApp.button('Add parameter').click()
    const row = app.page.getByRole('group', { name: `Parameter ${index + 1}`, exact: true })
    await row.getByLabel(/ name$/).fill(`name_${index}`)
    await row.getByRole('textbox', { name: / value$/ }).fill(secrets.join(' '))
  }
  // The same search finds all of them while they are there.
  const heapBefore = await heapOf(app.page)
  expect(createScanner(planted).scan('heap', heapBefore)).toHaveLength(20)

  const locked = await locksBy(app, dataFolder, () => happens(app, 'suspend'))
  await expect(locked.page.getByText('Reports')).toBeHidden()
  expect(await barriersIn(locked.page)).toEqual([])
  const everything = [...planted, passphrase, ...emulator.secrets()]
  const heap = await heapOf(locked.page)
  expect(createScanner(everything).scan('heap', heap)).toEqual([])
  // Nor does it know whom they belong to.
  expect(createScanner(['Reports', values['User name'] ?? '']).scan('heap', heap)).toEqual([])

  await locked.testApp.fill({ Passphrase: 'not this one' })
  await locked.testApp.button('Unlock').click()
  await expect(locked.page.getByText('This is not the passphrase. Try again.')).toBeVisible()
  await unlock(locked.testApp)
  await expect(locked.page.getByText('What was not saved is lost.', { exact: false })).toBeVisible()
  await locked.testApp.expectState('Valid')
  await locked.testApp.button('Copy header').click()
  await expect.poll(app.clipboardText).toContain('Bearer')
  await locked.browser.close()
  await emulator.close()
})

test('the menu locks, asks before typed text is lost, and shows where a passphrase is set', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await chooseInMenu(app)
  await expect(testApp.button('Set passphrase')).toBeVisible()
  await testApp.setPassphrase(passphrase)
  await testApp.row('Reports').click()
  await testApp.button('Edit profile').click()
  await testApp.field('Name').fill('Reports of today')
  await chooseInMenu(app)
  const question = app.page.getByRole('dialog')
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(question).toBeHidden()
  await expect(testApp.field('Name')).toHaveValue('Reports of today')
  await chooseInMenu(app)
  const {
    browser,
    page,
    testApp: locked,
  } = await locksBy(app, dataFolder, () =>
    question.getByRole('button', { name: 'Lock now' }).click(),
  )
  await unlock(locked)
  await locked.expectState('Valid')
  // The user has agreed to lose it.
  await expect(page.getByText('What was not saved is lost.', { exact: false })).toBeHidden()
  await browser.close()
  const key = await app.electron.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.accelerator,
  )
  expect(key).toBe('CmdOrCtrl+L')
  await emulator.close()
})

test('the app locks with the screen, at sleep and when idle, if the settings say so', {
  tag: '@waiting',
}, async ({ start, dataFolder }) => {
  const app = await start()
  const first = createTestApp(app.page)
  await first.button('Try the practice server').click()
  await first.expectState('Valid')
  await first.setPassphrase(passphrase)
  const before = await pageProcess(app)
  await happens(app, 'lock-screen')
  await happens(app, 'suspend')
  await expect(first.button('Lock now')).toBeEnabled()
  expect(await pageProcess(app)).toBe(before)

  const onScreenLock = app.page.getByRole('switch', { name: 'When the screen is locked' })
  await onScreenLock.click()
  await expect(onScreenLock).toBeChecked()
  // It is shown at once, and holds when it is kept.
  const kept = () => readFile(path.join(dataFolder, 'settings.json'), 'utf8').catch(() => '')
  await expect.poll(kept).toContain('"onScreenLock": true')
  await happens(app, 'suspend')
  expect(await pageProcess(app)).toBe(before)
  const one = await locksBy(app, dataFolder, () => happens(app, 'lock-screen'))
  await unlock(one.testApp)
  await one.testApp.button('Try the practice server').click()
  await one.browser.close()

  // As it is asked where there is no event for it, as on Linux.
  const state = (answer: 'locked' | 'active') =>
    app.electron.evaluate(({ powerMonitor }, is) => {
      powerMonitor.getSystemIdleState = () => is
    }, answer)
  const two = await locksBy(app, dataFolder, () => state('locked'))
  await state('active')
  await unlock(two.testApp)
  await two.testApp.button('Try the practice server').click()
  await two.testApp.expectState('Valid')
  await two.testApp.button('Security').click()
  await two.testApp
    .field('When the computer is not used')
    .selectOption({ label: 'After 5 minutes' })
  const idleFor = (seconds: number) =>
    app.electron.evaluate(({ powerMonitor }, idle) => {
      powerMonitor.getSystemIdleTime = () => idle
    }, seconds)
  const three = await locksBy(app, dataFolder, () => idleFor(300))
  await two.browser.close()
  await idleFor(0)
  await app.close()
  await three.browser.close().catch(() => undefined)

  // It was closed while it was locked: nothing is lost, and what was chosen is kept.
  const again = await start()
  await createTestApp(again.page).button('Security').click()
  await expect(again.page.getByRole('switch', { name: 'When the screen is locked' })).toBeChecked()
  await expect(createTestApp(again.page).field('When the computer is not used')).toHaveValue('5')
})

test('a refresh under way when it is locked is not lost: its refresh token works afterwards', async ({
  start,
  dataFolder,
}) => {
  const grants: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const server = await startServer(async (_request, response) => {
    const form = new URLSearchParams(server.received.at(-1)?.body.toString())
    const grant = form.get('refresh_token') ?? form.get('grant_type') ?? ''
    grants.push(grant)
    if (grants.length === 2) await held
    const number = grants.length
    const token = {
      access_token: `access-${number}`,
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: `refresh-${number}`,
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token))
  })
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({
    Provider: 'Any OAuth 2.0 server',
    Name: 'Reports',
    'Token endpoint': `${server.origin}/token`,
    'What did you get?': 'User name and password',
    'Client ID': 'client',
    'Client authentication': 'Request body',
    'Client secret': 'a secret of theirs',
    'User name': 'anna',
    Password: 'a password of hers',
  })
  await testApp.expectState('Valid')
  await testApp.setPassphrase(passphrase)
  await testApp.row('Reports').click()
  await testApp.button('Renew now').click()
  await expect.poll(() => grants).toEqual(['password', 'refresh-1'])
  // The window is locked at once, and opened again only when the answer has been kept.
  const { browser, testApp: locked } = await locksBy(app, dataFolder, () => chooseInMenu(app))
  release()
  await unlock(locked)
  await locked.expectState('Valid')
  await locked.button('Copy token').click()
  await expect.poll(app.clipboardText).toBe('access-2')
  await locked.button('Renew now').click()
  await expect.poll(() => grants).toEqual(['password', 'refresh-1', 'refresh-2'])
  await browser.close()
  await server.close()
})

test('while it is locked nothing is renewed, and afterwards it is again', {
  tag: ['@waiting', '@deep'],
}, async ({ start, dataFolder }) => {
  test.setTimeout(150_000)
  // Renewed a minute before its end, and never within half a minute: every half minute.
  const emulator = await startSemansysEmulator({ expiresIn: 70 })
  const { clientId, clientSecret, userName, password } = emulator.credentials
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({
    Provider: 'Semansys',
    Name: 'Reports',
    'Token endpoint': emulator.tokenEndpoint,
    'Client ID': clientId,
    'Client secret': clientSecret,
    'User name': userName,
    Password: password,
  })
  await app.page.getByRole('switch', { name: 'Renew automatically' }).check()
  await testApp.setPassphrase(passphrase)
  await expect.poll(() => emulator.requests.length, { timeout: 45_000 }).toBe(2)
  const { browser, testApp: locked } = await locksBy(app, dataFolder, () =>
    testApp.button('Lock now').click(),
  )
  await new Promise((resolve) => setTimeout(resolve, 40_000))
  expect(emulator.requests).toHaveLength(2)
  await unlock(locked)
  await expect.poll(() => emulator.requests.length, { timeout: 20_000 }).toBe(3)
  await browser.close()
  await emulator.close()
})
