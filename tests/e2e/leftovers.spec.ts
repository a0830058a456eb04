import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { createScanner } from '../support/leaks/scan.ts'
import { plant } from '../support/providers/canary.ts'
import { jwtOf } from '../support/tokens/make-token.ts'
import { namesIn } from './support/files.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'the list is that of Chromium on Linux')

/** The app's own files. */
const own = [/^vault\//, /^log\.jsonl$/, /^(window|settings|first-rows)\.json$/]

/**
 * What Chromium makes for a default session, although no page of the app is ever in it. None of
 * it holds what a page showed, sent or received.
 */
const ofChromium = [
  // How wide windows were, which version ran: the settings of a browser that nobody uses.
  /^Preferences$/,
  /^Local State$/,
  /^Network Persistent State$/,
  // A random number for reports that are never made or sent.
  /^Crashpad\/(client_id|settings\.dat)$/,
  // Frames of stores with nothing in them.
  /^(Code Cache\/(js|wasm)|Cache\/Cache_Data)\/(index|index-dir\/the-real-index)$/,
  /^(Dawn\w+|GPU)Cache\/(index|data_[0-3])$/,
  /^Shared Dictionary\/(cache\/(index|index-dir\/the-real-index)|db|db-journal)$/,
  /^(Session|Local) Storage\/(leveldb\/)?(CURRENT|LOCK|LOG|LOG\.old|MANIFEST-\d+|\d+\.log)$/,
  /^Trust Tokens(-journal)?$/,
  /^(Cookies|SharedStorage|DIPS)(-journal|-wal)?$/,
  // Which port the tests' debugger has.
  /^DevToolsActivePort$/,
  /^Singleton(Cookie|Lock|Socket)$/,
]

/**
 * Names that another version of Chromium may use for more of the same: they begin with a capital
 * letter, or are folders of words with underscores. Ours are never like that, so that a new file of
 * ours is noticed. Of these files the names alone are not known; their contents are judged as strictly.
 */
const ofAnotherChromium = [/^[A-Z][\w ]*([-/.][\w .-]+)*$/, /^[a-z]+(_[a-z]+)+\//]

/** Bytes of a store, index or list of settings with nothing in it. */
const emptyStore = 256 * 1024

test('after use the data folder holds the vault, a log and the window’s place, and no trace of a page', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const name = plant('name')
  const pasted = jwtOf(`{"sub":"${plant('subject')}"}`)
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: name })
  await testApp.expectState('Valid')
  await testApp.tab('Claims').click()
  await testApp.button('Copy header').click()
  await testApp.button('Inspect a token').click()
  await testApp.field('Token').fill(pasted)
  await expect(app.page.getByRole('region', { name: 'What was found' })).toContainText('sub')
  await testApp.button('Close').click()
  const passphrase = plant('passphrase')
  await testApp.setPassphrase(passphrase)
  const onScreenLock = app.page.getByRole('switch', { name: 'When the screen is locked' })
  await onScreenLock.click()
  await expect(onScreenLock).toBeChecked()
  await app.page.evaluate(() => {
    // Storage that the app never uses, but a page could.
    localStorage.setItem('planted-key', 'planted-value')
    sessionStorage.setItem('planted-key', 'planted-value')
    // biome-ignore lint/suspicious/noDocumentCookie: whether it is kept is what is tested.
    document.cookie = 'planted-key=planted-value; max-age=86400'
    return new Promise((resolve) => {
      const request = indexedDB.open('planted-key')
      request.onsuccess = resolve
      request.onerror = resolve
    })
  })
  const requestHints = [
    name,
    pasted,
    passphrase,
    'planted-key',
    values['User name'] ?? '',
    ...emulator.secrets(),
  ]
  const address = new URL(emulator.tokenEndpoint).host
  await app.close()
  await emulator.close()

  const files = await namesIn(dataFolder)
  const isKnown = (file: string) => [...own, ...ofChromium].some((each) => each.test(file))
  const others = files.filter((file) => !isKnown(file))
  const isLikely = (file: string) => ofAnotherChromium.some((each) => each.test(file))
  expect(others.filter((file) => !isLikely(file))).toEqual([])
  for (const file of others) {
    expect((await stat(path.join(dataFolder, file))).size, file).toBeLessThan(emptyStore)
  }
  expect(files).toContain('settings.json')
  expect(files.filter((file) => /^vault\//.test(file)).length).toBeGreaterThan(1)
  for (const file of files.filter((each) => !own.some((kind) => kind.test(each)))) {
    const content = await readFile(path.join(dataFolder, file))
    const scanner = createScanner([...requestHints, address, 'app://token-desk'])
    expect(scanner.scan(file, content)).toEqual([])
    expect(scanner.scan('its name', Buffer.from(file))).toEqual([])
  }
  // A store with something in it would have grown.
  for (const file of files.filter((each) => /\d+\.log$/.test(each))) {
    expect((await stat(path.join(dataFolder, file))).size, file).toBe(0)
  }
})

test('the page is not spell-checked, and no crash reports are collected', async ({ start }) => {
  const { electron } = await start()
  const found = await electron.evaluate(({ BrowserWindow, crashReporter, session }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return {
      sessions: [contents?.session, session.defaultSession].map((each) =>
        each?.isSpellCheckerEnabled(),
      ),
      // It throws unless a reporter was started.
      collects: (() => {
        try {
          return crashReporter.getUploadToServer()
        } catch {
          return 'nobody'
        }
      })(),
      reports: crashReporter.getUploadedReports().length,
    }
  })
  expect(found).toMatchObject({ sessions: [false, false], reports: 0 })
  expect([false, 'nobody']).toContain(found.collects)
})
