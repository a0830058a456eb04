import { startDesktopBus } from '../support/desktop-bus/bus.ts'
import { startFakeNotifications } from '../support/desktop-bus/notifications.ts'
import { startFakeTray } from '../support/desktop-bus/tray.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

/** The line of the practice profile, once the menu knows its token: before, a click opens it. */
const live = /^Practice server .* left$/

test.skip(process.platform !== 'linux', 'the tray is read over D-Bus')

const refused = 'This computer did not show the last notification.'

test('the settings say that the system refused a notification, until it shows one', async ({
  start,
}) => {
  const bus = await startDesktopBus()
  const notices = await startFakeNotifications(bus)
  const tray = await startFakeTray(bus)
  const app = await start({
    env: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    switches: ['--password-store=basic'],
  })
  const testApp = createTestApp(app.page)
  await testApp.button('Try the practice server').click()
  await testApp.expectState('Valid')
  await expect.poll(() => tray.labels()).toContainEqual(expect.stringMatching(live))

  // As macOS does with an app that nobody has signed; Linux refuses none.
  await app.electron.evaluate(({ Notification }) => {
    const { show } = Notification.prototype
    Notification.prototype.show = function fail(this: Electron.Notification) {
      this.emit('failed', {}, 'not signed')
      Notification.prototype.show = show
      Object.assign(globalThis, { hasRefused: true })
    }
  })
  const settings = app.page.getByRole('main')
  await tray.click(live)
  await expect.poll(() => app.electron.evaluate(() => 'hasRefused' in globalThis)).toBe(true)
  await testApp.button('Settings').click()
  await expect(settings).toContainText(refused)
  expect(notices.received).toEqual([])
  await testApp.button('Close').click()

  await tray.click(live)
  await expect.poll(() => notices.received.length).toBe(1)
  await testApp.button('Settings').click()
  await expect(testApp.field('Notify me before a token expires')).toBeVisible()
  await expect(settings).not.toContainText(refused)
  await bus.close()
})
