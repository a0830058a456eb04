import fc from 'fast-check'
import { seedOr } from '../support/deep.ts'
import { hostileInput, hostileName, knownNames } from '../support/ipc/hostile-inputs.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

interface Told {
  readonly ok?: boolean
  readonly error?: { readonly code: string; readonly reason?: string }
  /** It did not leave the page: it can't be copied to another process. */
  readonly stuck?: boolean
}

/** The codes with which a message that means no harm may be refused as well. */
const usual = [
  'profile-invalid',
  'profile-not-found',
  'secrets-missing',
  'no-token',
  'no-report',
  'no-passphrase',
  'last-key',
  'backup-closed',
  'reading-stopped',
]

/** What they do shows outside of the page, and needs no input. */
const doing: ReadonlySet<unknown> = new Set(['startPractice', 'restart', 'chooseBackup'])

function expectRefusedOrUsual(answers: readonly Told[]): void {
  for (const { ok, error, stuck } of answers) {
    if (stuck === true || ok === true) continue
    expect(error).toBeDefined()
    if (error?.code === 'request-refused') expect(error.reason).toMatch(/^(name|shape|input)$/)
    else expect(usual).toContain(error?.code)
  }
}

test('arbitrary requests of a hostile page are refused with reasons, and the app keeps running', async ({
  start,
}) => {
  const { page, output } = await start()
  const testApp = createTestApp(page)
  // The requests that open or end something are left out: they do what they should.
  const names = hostileName.filter((name) => !doing.has(name))
  const messages = fc.sample(fc.tuple(names, hostileInput), {
    numRuns: 400,
    seed: seedOr(20261121),
  })
  const sources = messages.map((message) => fc.stringify(message))
  const answers: Told[] = await page.evaluate(`Promise.all([${sources
    .map((source) => `() => ${source}`)
    .join(',')}].map(async (make) => {
      try {
        return JSON.parse(await window.tokenDesk.request(...make()))
      } catch {
        return { stuck: true }
      }
    }))`)
  expect(answers).toHaveLength(400)
  expectRefusedOrUsual(answers)
  expect(answers.filter(({ error }) => error?.code === 'request-refused').length).toBeGreaterThan(
    200,
  )
  expect(output()).not.toContain('Uncaught')

  await page.reload()
  await testApp.button('Inspect a token').first().click()
  await expect(testApp.field('Token')).toBeFocused()
})

test('what even the bridge would not pass on, sent by a page with Node, is refused as well', async ({
  start,
}) => {
  const { electron, page } = await start()
  const answers = await electron.evaluate(async ({ BrowserWindow }, names) => {
    const own = BrowserWindow.getAllWindows()[0]
    if (own === undefined) throw new Error('there is no window')
    // What an attacker has who broke out of the sandbox into the page's process.
    const broken = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own.webContents.session,
        sandbox: false,
        nodeIntegration: true,
        contextIsolation: false,
      },
    })
    await broken.loadURL('app://token-desk/index.html').catch(() => undefined)
    const told: Told[] = await broken.webContents.executeJavaScript(`(async () => {
      const { ipcRenderer } = require('electron')
      const cyclic = {}
      cyclic.id = cyclic
      let deep = 'x'
      for (let depth = 0; depth < 500; depth += 1) deep = [deep]
      const inputs = [
        cyclic, deep, new Array(2 ** 32 - 1), new Map([['id', 1]]), new Uint8Array(100),
        { text: 'x'.repeat(16_000_000) }, new Date(0), 10n, new Set([1]), /x/, new Error('x'),
      ]
      const answers = []
      for (const name of ${JSON.stringify(names)}) {
        for (const input of inputs) {
          if (typeof input.text === 'string' && name !== 'inspectToken') continue
          answers.push(JSON.parse(await ipcRenderer.invoke('token-desk:request', name, input, 'and more')))
        }
      }
      return answers
    })()`)
    const others: string[] = await broken.webContents.executeJavaScript(`(async () => {
      const { ipcRenderer } = require('electron')
      const channels = ['token-desk:event', 'token-desk', '__proto__', 'constructor', '']
      return Promise.all(channels.map((channel) => ipcRenderer.invoke(channel, 'getSnapshot', {}).then(
        () => 'answered',
        (error) => error.message.includes('No handler registered') ? 'nobody' : error.message,
      )))
    })()`)
    broken.destroy()
    return { told, others }
  }, knownNames)
  expect(answers.told).toHaveLength(knownNames.length * 10 + 1)
  for (const { ok, error } of answers.told) {
    expect(ok).toBe(false)
    expect(error).toEqual({ code: 'request-refused', reason: 'shape' })
  }
  expect(answers.others).toEqual(Array(5).fill('nobody'))
  await expect(createTestApp(page).button('Try the practice server')).toBeVisible()
})

test('another origin with the same bridge, and frames in any page, are refused', async ({
  start,
}) => {
  const { electron, page } = await start()
  const answers = await electron.evaluate(async ({ app, BrowserWindow, session }) => {
    const ask = `window.tokenDesk.request('getSnapshot', {}).then(JSON.parse)`
    // Our address, but no policy and no locks that would keep frames out.
    const unguarded = session.fromPartition('unguarded')
    unguarded.protocol.handle('app', (request) => {
      const hasFrame = request.url.endsWith('/') ? '<iframe src="/within"></iframe>' : 'within'
      return new Response(hasFrame, { headers: { 'content-type': 'text/html' } })
    })
    const told: Record<string, unknown> = {}
    for (const address of ['app://token-desk/', 'app://elsewhere/', 'data:text/html,elsewhere']) {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: unguarded,
          preload: `${app.getAppPath()}/out/preload/index.cjs`,
          nodeIntegrationInSubFrames: true,
        },
      })
      window.webContents.removeAllListeners('will-frame-navigate')
      await window.loadURL(address)
      const { mainFrame } = window.webContents
      told[address] = await mainFrame.executeJavaScript(ask)
      const [frame] = mainFrame.frames
      if (frame !== undefined) told[`${address} within`] = await frame.executeJavaScript(ask)
      window.destroy()
    }
    return told
  })
  const refusal = { ok: false, error: { code: 'request-refused', reason: 'sender' } }
  expect(answers).toEqual({
    'app://token-desk/': { ok: true, value: expect.anything() },
    'app://token-desk/ within': refusal,
    'app://elsewhere/': refusal,
    'app://elsewhere/ within': refusal,
    'data:text/html,elsewhere': refusal,
  })
  await expect(createTestApp(page).button('Try the practice server')).toBeVisible()
})
