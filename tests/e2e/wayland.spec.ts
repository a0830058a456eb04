import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type DesktopBus, startDesktopBus } from '../support/desktop-bus/bus.ts'
import { startFakeNotifications } from '../support/desktop-bus/notifications.ts'
import { startFakeTray } from '../support/desktop-bus/tray.ts'
import { type Compositor, startCompositor } from '../support/wayland/compositor.ts'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'
import { createTestApp, type TestApp } from './support/test-app.ts'

/** The line of the practice profile, once the menu knows its token: before, a click opens it. */
const live = /^Practice server .* left$/

test.skip(process.platform !== 'linux', 'other systems have no Wayland')

let compositor: Compositor
let bus: DesktopBus
test.beforeEach(async () => {
  compositor = await startCompositor()
  bus = await startDesktopBus()
})
test.afterEach(async () => {
  await bus.close()
  await compositor.end()
})

/** Electron 33 has to be told, later ones choose it in such a session. There is no graphics card. */
const switches = ['--ozone-platform=wayland', '--disable-gpu', '--password-store=basic'] as const
const options = () => ({
  switches,
  env: { ...compositor.env, DBUS_SESSION_BUS_ADDRESS: bus.address },
})

const isFocused = ({ electron }: App) =>
  electron
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused())
    .catch(() => undefined)

const sizeOf = ({ electron }: App) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())

/** A profile with a token, in the window that has the focus. */
async function withPractice(app: App): Promise<TestApp> {
  const testApp = createTestApp(app.page)
  await expect.poll(() => isFocused(app)).toBe(true)
  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  return testApp
}

/** Presses a button by a real key: what the driver of the browser does is no input of the desktop. */
async function pressButton(testApp: TestApp, name: string): Promise<void> {
  await testApp.button(name).focus()
  await compositor.press('Return')
}

const header = /^Authorization: Bearer \S+$/

test('the window comes up, and what is copied in it arrives in another program', {
  tag: '@deep',
}, async ({ start }) => {
  const app = await start(options())
  const testApp = await withPractice(app)
  await pressButton(testApp, 'Copy header')
  await expect(app.page.getByRole('status')).toContainText('Copied.')
  await expect.poll(() => compositor.paste()).toMatch(header)
})

test('a copy from the tray is offered in the window, and nothing says “copied” before it is', {
  tag: '@deep',
}, async ({ start }) => {
  const notices = await startFakeNotifications(bus)
  const tray = await startFakeTray(bus)
  const app = await start(options())
  const testApp = await withPractice(app)
  const offer = app.page.getByRole('dialog')
  await pressButton(testApp, 'Copy token')
  await expect.poll(() => compositor.paste()).not.toBe('')
  await compositor.copy('of another program')
  await expect.poll(() => compositor.paste()).toBe('of another program')

  await test.step('the window comes to the front with the offer, and nothing is copied', async () => {
    await compositor.minimizeAll()
    await expect.poll(() => compositor.focusedApp()).toBeNull()
    await expect.poll(() => tray.labels()).toContainEqual(expect.stringMatching(live))
    await tray.click(live)
    await expect(offer).toContainText(
      'other programs only get a token if you copy it in this window',
    )
    await expect.poll(() => compositor.focusedApp()).not.toBeNull()
    await expect.poll(() => tray.tooltip()).toBe('Not copied yet')
    expect(await compositor.paste()).toBe('of another program')
    expect(notices.received).toEqual([])
  })

  await test.step('one key copies, which arrives in another program', async () => {
    await expect(offer.getByRole('button', { name: 'Copy header' })).toBeFocused()
    await compositor.press('Return')
    await expect(offer).toBeHidden()
    await expect(app.page.getByRole('status')).toContainText('Copied.')
    await expect.poll(() => compositor.paste()).toMatch(header)
  })

  await test.step('another key copies nothing', async () => {
    await compositor.copy('of another program')
    await compositor.minimizeAll()
    await expect.poll(() => compositor.focusedApp()).toBeNull()
    await tray.click(live)
    await expect(offer).toBeVisible()
    await expect.poll(() => compositor.focusedApp()).not.toBeNull()
    await compositor.press('Escape')
    await expect(offer).toBeHidden()
    expect(await compositor.paste()).toBe('of another program')
  })

  await test.step('a second start brings the window back, too', async () => {
    await compositor.minimizeAll()
    await expect.poll(() => compositor.focusedApp()).toBeNull()
    await app.electron.evaluate(({ app: own }) => own.emit('second-instance'))
    await expect.poll(() => compositor.focusedApp()).not.toBeNull()
  })
})

test('a copied token is taken off the clipboard while the window has no focus', {
  tag: ['@waiting', '@deep'],
}, async ({ start }) => {
  const app = await start(options())
  const testApp = await withPractice(app)
  await testApp.button('Settings').click()
  await testApp.fill({ 'Clear the clipboard': 'After 10 seconds' })
  await testApp.button('Close').click()
  await pressButton(testApp, 'Copy header')
  await expect.poll(() => compositor.paste()).toMatch(header)
  await compositor.minimizeAll()
  await expect.poll(() => compositor.paste(), { timeout: 30_000 }).toBe('')

  await app.electron.evaluate(({ app: own }) => own.emit('second-instance'))
  await expect.poll(() => isFocused(app)).toBe(true)
  await pressButton(testApp, 'Copy header')
  await expect.poll(() => compositor.paste()).toMatch(header)
  const copiedAt = Date.now()
  await compositor.minimizeAll()
  await compositor.copy('of another program')
  await expect.poll(() => Date.now() - copiedAt > 12_000, { timeout: 20_000 }).toBe(true)
  expect(await compositor.paste()).toBe('of another program')
})

test('the window keeps its size, and no position that it can’t know', { tag: '@deep' }, async ({
  start,
  dataFolder,
}) => {
  const app = await start(options())
  await expect.poll(() => isFocused(app)).toBe(true)
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setSize(1010, 707),
  )
  await expect.poll(() => sizeOf(app)).toEqual([1010, 707])
  await app.close()
  const kept = JSON.parse(await readFile(path.join(dataFolder, 'window.json'), 'utf8'))
  expect(kept).toEqual({ bounds: { width: 1010, height: 707 }, maximized: false })
  const next = await start(options())
  await expect.poll(() => isFocused(next)).toBe(true)
  expect(await sizeOf(next)).toEqual([1010, 707])
})

test('locking by idleness says where it can’t work, and why', { tag: '@deep' }, async ({
  start,
}) => {
  const never = 'it doesn’t report how long the computer has been idle'
  const unreliable = 'on this desktop, Token Desk sees only part of what you type and click'
  const openSecurity = async (app: App) => {
    await createTestApp(app.page).button('Security').click()
    return app.page.getByRole('main')
  }
  const app = await start({ ...options(), env: { ...options().env, XDG_CURRENT_DESKTOP: 'sway' } })
  const onSway = await openSecurity(app)
  await expect(onSway).toContainText(never)
  await expect(onSway).not.toContainText(unreliable)
  await app.close()

  // As an X11 program on the same desktop.
  const onX11 = await openSecurity(await start({ env: { XDG_SESSION_TYPE: 'wayland' } }))
  await expect(onX11).toContainText(unreliable)
  await expect(onX11).not.toContainText(never)
})
