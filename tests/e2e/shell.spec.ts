import { startServer } from '../support/ports/loopback-server.ts'
import type { App } from './support/app.ts'
import { startAgain } from './support/start-again.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test('the page runs in a sandbox, isolated, without Node and behind a strict policy', async ({
  start,
}) => {
  const { page, electron } = await start()
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('there is no window')
    // Not in the public types; it is the only way to read what really holds.
    const contents = window.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
      contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true })
  expect(preferences.nodeIntegration).toBeFalsy()
  expect(preferences.webviewTag).toBeFalsy()
  expect(preferences.webSecurity).not.toBe(false)

  const answer = await electron.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    const response = await session?.fetch('app://token-desk/')
    return {
      policy: response?.headers.get('content-security-policy') ?? '',
      isPersistent: session?.isPersistent(),
    }
  })
  expect(answer.isPersistent).toBe(false)
  expect(answer.policy).toContain("default-src 'none'")
  expect(answer.policy).toContain("script-src 'self';")
  expect(answer.policy).toContain("connect-src 'none'")
  expect(answer.policy).not.toContain('unsafe')

  const globals = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    bridge: Object.keys((globalThis as unknown as { tokenDesk: object }).tokenDesk),
  }))
  expect(globals).toEqual({ node: [], bridge: ['request', 'subscribe'] })
})

test('the page cannot go elsewhere, open windows, embed pages, connect or get permissions', async ({
  start,
}) => {
  const server = await startServer((_request, response) => response.end('<h1>elsewhere</h1>'))
  const { page, electron } = await start()
  await expect(createTestApp(page).button('Try the practice server')).toBeVisible()
  const blocked = await page.evaluate(async (elsewhere) => {
    const frame = document.createElement('iframe')
    frame.src = elsewhere
    document.body.append(frame)
    const opened = window.open(elsewhere)
    const connected = await fetch(elsewhere).then(
      () => 'connected',
      () => 'refused',
    )
    const permission = await navigator.permissions.query({ name: 'geolocation' })
    const notification = await Notification.requestPermission()
    window.location.href = elsewhere
    return { opened: opened !== null, connected, permission: permission.state, notification }
  }, server.origin)
  expect(blocked).toEqual({
    opened: false,
    connected: 'refused',
    permission: 'denied',
    notification: 'denied',
  })
  expect(page.url()).toBe('app://token-desk/')
  expect(electron.windows()).toHaveLength(1)
  // Asked through main: for Playwright the refused navigation never ends.
  const text = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
  )
  expect(text).toContain('Try the practice server')
  expect(server.received).toEqual([])
  await server.close()
})

test('our own page cannot be put into a frame, where it would get the bridge', async ({
  start,
}) => {
  const { page } = await start()
  const isReachable = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = 'app://token-desk/'
    document.body.append(frame)
    await new Promise((resolve) => frame.addEventListener('load', resolve))
    return frame.contentDocument !== null
  })
  expect(isReachable).toBe(false)
})

test('a second start shows the first window instead of opening another', async ({
  start,
  dataFolder,
  desktop,
}) => {
  const { electron } = await start()
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  expect(await startAgain(dataFolder, desktop)).toBe(0)
  await expect
    .poll(() =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      ),
    )
    .toEqual([false])
})

test('the window opens again where it was, as large as it was', async ({ start }) => {
  const bounds = { x: 120, y: 90, width: 1000, height: 650 }
  const first = await start()
  await first.electron.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    bounds,
  )
  const size = ({ electron }: App) =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())
  const wanted = [bounds.width, bounds.height]
  await expect.poll(() => size(first)).toEqual(wanted)
  await first.close()
  const second = await start()
  await expect.poll(() => size(second)).toEqual(wanted)
})
