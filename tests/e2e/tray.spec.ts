import { type DesktopBus, startDesktopBus } from '../support/desktop-bus/bus.ts'
import { startFakeNotifications } from '../support/desktop-bus/notifications.ts'
import { startFakeTray } from '../support/desktop-bus/tray.ts'
import type { App } from './support/app.ts'
import { get } from './support/ask.ts'
import { providers } from './support/providers.ts'
import { pageAfterLock } from './support/renewed-page.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'the tray is read over D-Bus')

let bus: DesktopBus
test.beforeEach(async () => {
  bus = await startDesktopBus()
})
test.afterEach(() => bus.close())

const closeWindow = ({ electron }: App) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
/** Asked again and again: under load an answer may get lost on its way through the debugger. */
const isVisible = ({ electron }: App) =>
  electron
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    .catch(() => undefined)

/** What is asked in a dialog from now on is answered with its first button, and counted. */
async function countQuestions({ electron }: App): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = async (...question: unknown[]) => {
      asked.push((question.at(-1) as { message: string }).message)
      return { response: 0, checkboxChecked: false }
    }
  })
  return () => electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
}

test('the tray copies, notifications lead back, and closing to it loses nothing', async ({
  start,
  dataFolder,
}) => {
  const notices = await startFakeNotifications(bus)
  const app = await start({
    env: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    // The bus has no key store: a passphrase keeps what is saved here.
    switches: ['--password-store=basic'],
  })
  const testApp = createTestApp(app.page)
  const { emulator, values } = await providers.Semansys()
  const quit = new Promise((resolve) => app.electron.process().once('exit', resolve))

  await test.step('on a desktop without a tray the settings say so', async () => {
    await testApp.createProfile({ ...values, Name: 'R&D_reports' })
    await testApp.createProfile({ ...values, Name: 'Other' })
    await testApp.expectState('Valid')
    await testApp.button('Settings').click()
    await expect(app.page.getByText('This desktop has no tray', { exact: false })).toBeVisible()
    await testApp.button('Close').click()
  })

  const tray = await test.step('the icon comes when a tray comes', async () => {
    const come = await startFakeTray(bus)
    await expect.poll(() => come.count()).toBe(1)
    expect(await come.picture()).toEqual([48, 48])
    await expect
      .poll(() => come.labels())
      .toEqual([
        'Click a name to copy its header',
        expect.stringMatching(/^Other {2}– {2}.* left$/),
        // Two of these make one that is no sign for a key.
        expect.stringMatching(/^R&D__reports {2}– {2}.* left$/),
        'Open Token Desk',
        'Quit',
      ])
    return come
  })

  await test.step('a click copies the header, says for how long it is valid, and not what', async () => {
    await tray.click(/reports/)
    await expect.poll(() => notices.received.map(({ body }) => body)).toHaveLength(1)
    expect(notices.received[0]?.body).toMatch(/^Copied\. Valid for .* (min|h \d+ min)\.$/)
    const copied = await app.clipboardText()
    expect(copied).toMatch(/^Authorization: Bearer \S+$/)
    expect(JSON.stringify([notices.received, await tray.lines()])).not.toContain(copied.slice(-20))
    await expect.poll(async () => (await tray.labels())[1]).toContain('reports')
  })

  await test.step('a token that is about to end is renewed before it is copied', async () => {
    emulator.setExpiresIn(90)
    await testApp.row('Other').click()
    await testApp.button('Renew now').click()
    await expect.poll(() => tray.labels()).toContainEqual('Other  –  1 min left')
    const before = emulator.requests.length
    emulator.setExpiresIn(7200)
    await tray.click(/Other/)
    await expect.poll(() => notices.received.length).toBe(2)
    expect(emulator.requests.length).toBe(before + 1)
    expect(notices.received[1]?.body).toMatch(/^Copied\. Valid for (1 h 59|2 h 0) min\.$/)
  })

  await test.step('the closed window goes on in the tray, which is said once', async () => {
    const asked = await countQuestions(app)
    await testApp.setPassphrase('seven quiet herons')
    await testApp.button('Close').click()
    await testApp.button('Settings').click()
    await testApp.field('Keep running when I close the window').click()
    await testApp.fill({ 'Notify me before a token expires': '10 minutes before' })
    // Chosen is what main has kept; a click on the cross comes later than that.
    const kept = async () => (await get(app.page, 'getSnapshot', {})).settings
    await expect.poll(kept).toMatchObject({ closeToTray: true, noticeBeforeEnd: 10 })
    await closeWindow(app)
    await expect.poll(() => isVisible(app)).toBe(false)
    expect(await asked()).toEqual(['Token Desk keeps running'])
    await tray.activate()
    await expect.poll(() => isVisible(app)).toBe(true)
    await closeWindow(app)
    await expect.poll(() => isVisible(app)).toBe(false)
    await app.electron.evaluate(({ app: own }) => own.emit('second-instance'))
    await expect.poll(() => isVisible(app)).toBe(true)
    expect(await asked()).toHaveLength(1)
  })

  await test.step('a notification before the end leads to its profile', async () => {
    emulator.setExpiresIn(12)
    await testApp.button('Close').click()
    await testApp.row('R&D_reports').click()
    await testApp.button('Renew now').click()
    await expect.poll(() => emulator.requests.length).toBeGreaterThan(3)
    await testApp.row('Other').click()
    await closeWindow(app)
    await expect.poll(() => notices.received.length, { timeout: 15_000 }).toBe(3)
    const [, , soon] = notices.received
    expect(soon?.title).toBe('R&D_reports: the token expires soon')
    await expect.poll(() => isVisible(app)).toBe(false)
    if (soon !== undefined) notices.click(soon)
    await expect.poll(() => isVisible(app)).toBe(true)
    await expect(app.page.getByRole('heading', { name: 'R&D_reports' })).toBeVisible()
  })

  await test.step('a tray that goes away brings the window back', async () => {
    await closeWindow(app)
    await expect.poll(() => isVisible(app)).toBe(false)
    await tray.leave()
    await expect.poll(() => isVisible(app)).toBe(true)
    await tray.enter()
    await expect.poll(() => tray.count()).toBe(2)
  })

  await test.step('locked from the tray, it shows no name, and leads to the passphrase', async () => {
    await closeWindow(app)
    const { browser, page } = await pageAfterLock(app, dataFolder, () => tray.click(/^Lock now$/))
    await expect.poll(() => tray.labels()).toEqual(['Token Desk is locked – Open', 'Quit'])
    await expect.poll(() => isVisible(app)).toBe(false)
    await tray.click(/^Token Desk is locked/)
    await expect.poll(() => isVisible(app)).toBe(true)
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
    await browser.close()
    await closeWindow(app)
    await expect.poll(() => isVisible(app)).toBe(false)
  })

  await test.step('Quit in its menu ends the app, although the window is only hidden', async () => {
    // It ends before it has answered the desktop.
    await tray.click(/^Quit$/).catch(() => undefined)
    await quit
  })
  await emulator.close()
})
