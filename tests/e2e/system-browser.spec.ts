import { startServer } from '../support/ports/loopback-server.ts'
import type { App } from './support/app.ts'
import { createNoBrowser, createNoOpener, createSilentBrowser } from './support/browser.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'elsewhere no program on the search path opens addresses')

/** Opens an address as main does, with what Electron itself calls on Linux. */
function openExternal({ electron }: App, address: string): Promise<string> {
  return electron.evaluate(
    ({ shell }, opened) =>
      shell.openExternal(opened).then(
        () => 'opened',
        () => 'rejected',
      ),
    address,
  )
}

test('an address that the app opens arrives in a real browser, each in a tab of its own', async ({
  start,
  startBrowser,
}) => {
  const server = await startServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${request.url}</h1>`)
  })
  const browser = await startBrowser()
  const app = await start({ browser })
  for (const path of ['/first?state=a%20b&c=d', '/second']) {
    expect(await openExternal(app, server.origin + path)).toBe('opened')
    const page = await browser.page()
    await expect(page.getByRole('heading')).toHaveText(path)
  }
  expect(await browser.opened()).toEqual([
    `${server.origin}/first?state=a%20b&c=d`,
    `${server.origin}/second`,
  ])
  await server.close()
})

// So the app looks for xdg-open itself, and offers the address all the same: the browser behind an
// xdg-open may be missing too.
test('Electron reports an opened address even where xdg-open fails or is not installed', async ({
  start,
}) => {
  for (const create of [createSilentBrowser, createNoBrowser, createNoOpener]) {
    const browser = await create()
    const app = await start({ browser })
    expect(await openExternal(app, 'http://127.0.0.1:9/')).toBe('opened')
    if (create !== createNoOpener) {
      await expect.poll(browser.opened).toEqual(['http://127.0.0.1:9/'])
    }
    await app.close()
    await browser.close()
  }
})
