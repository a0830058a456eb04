import { randomBytes } from 'node:crypto'
import { createScanner } from '../support/leaks/scan.ts'
import type { App } from './support/app.ts'
import { barriersIn } from './support/barriers.ts'
import { createDesk, type Desk } from './support/desk.ts'
import { providers } from './support/providers.ts'
import { connectToPage, heapOf } from './support/renewed-page.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'the key store is chosen by a Linux switch')

const passphrase = 'seven quiet herons over the lake'

function pageProcess({ electron }: App): Promise<number | undefined> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function setPassphrase(desk: Desk): Promise<void> {
  await desk.button('Security').click()
  await desk.fill({ 'New passphrase': passphrase, 'The same once more': passphrase })
  await desk.button('Set passphrase').click()
  await expect(desk.button('Lock now')).toBeEnabled()
}

/** Waits until another process shows the window, and the first one is gone. */
async function expectRenewed(app: App, before: number | undefined): Promise<void> {
  await expect.poll(() => pageProcess(app)).not.toBe(before)
  await expect.poll(() => before !== undefined && isAlive(before)).toBe(false)
}

test('after Lock now the page is another process that knows none of 20 secrets', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const desk = createDesk(app.page)
  await desk.createProfile({ ...values, Name: 'Reports' })
  await desk.expectState('Valid')
  const pasted = Array.from(
    { length: 17 },
    () => `planted.${randomBytes(18).toString('base64url')}`,
  )
  await setPassphrase(desk)
  await desk.button('Inspect a token').click()
  for (const token of pasted) await app.page.getByRole('textbox').last().fill(token)
  const planted = [...pasted, values['Client secret'] ?? '', values['Password'] ?? '', passphrase]
  expect(new Set(planted).size).toBe(20)
  // The scan does find what is there.
  const heapBefore = await heapOf(app.page)
  expect(createScanner(pasted.slice(-1)).scan('heap', heapBefore)).toHaveLength(1)

  await desk.button('Close').click()
  await desk.button('Security').click()
  const before = await pageProcess(app)
  // Its own page answers no more.
  await desk
    .button('Lock now')
    .click()
    .catch(() => undefined)
  await expectRenewed(app, before)
  const { browser, page } = await connectToPage(dataFolder)
  const locked = createDesk(page)
  await expect(locked.field('Passphrase')).toBeFocused()
  await expect(page.getByText('Reports')).toBeHidden()
  expect(await barriersIn(page)).toEqual([])
  const everything = [...planted, ...emulator.secrets()]
  expect(createScanner(everything).scan('heap', await heapOf(page))).toEqual([])

  await locked.fill({ Passphrase: 'not this one' })
  await locked.button('Unlock').click()
  await expect(page.getByText('This is not the passphrase. Try again.')).toBeVisible()
  await locked.fill({ Passphrase: passphrase })
  await page.keyboard.press('Enter')
  await locked.row('Reports').click()
  await locked.expectState('Valid')
  await locked.button('Copy header').click()
  await expect.poll(app.clipboardText).toContain('Bearer')
  await browser.close()
  await emulator.close()
})

test('the app locks with the screen and at sleep, if the user wants it to', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const desk = createDesk(app.page)
  const happens = (event: 'lock-screen' | 'suspend') =>
    app.electron.evaluate(({ powerMonitor }, name) => {
      powerMonitor.emit(name)
    }, event)
  await desk.createProfile({ ...values, Name: 'Reports' })
  await setPassphrase(desk)
  const before = await pageProcess(app)
  await happens('lock-screen')
  await happens('suspend')
  await expect(desk.button('Lock now')).toBeEnabled()
  expect(await pageProcess(app)).toBe(before)
  const onSleep = app.page.getByRole('switch', { name: 'When the computer goes to sleep' })
  await onSleep.click()
  await expect(onSleep).toBeChecked()
  await happens('lock-screen')
  expect(await pageProcess(app)).toBe(before)
  await happens('suspend')
  await expectRenewed(app, before)
  const { browser, page } = await connectToPage(dataFolder)
  await expect(createDesk(page).field('Passphrase')).toBeVisible()
  await browser.close()
  await emulator.close()
})
