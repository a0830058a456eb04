import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tsx?|html)$/.test(name))
  .map((name) => ({
    path: `src/${name.replaceAll('\\', '/')}`,
    text: readFileSync(`src/${name}`, 'utf8'),
  }))

/** Where a pattern stands in the sources. */
function placesOf(pattern: RegExp): readonly string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

test('the sources are read, all of them', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(placesOf(/new BrowserWindow\(/)).toEqual(['src/main/shell/window.ts'])
})

/** The practice server, the encryption of backups and the reading of texts are processes beside main. */
const besideMain =
  /^src\/main\/(practice-server\/|(backup|import)\/process\.ts|platform\/utility-processes\.ts)/

describe('nowhere in the sources stands', () => {
  test.each<[string, RegExp]>([
    ['a way to open a file or to show it', /openPath|showItemInFolder/],
    ['a start of another program', /child_process|\bexecFile\b|\bspawn\(/],
    ['web security switched off', /webSecurity/],
    ['insecure content', /allowRunningInsecureContent|allowDisplayingInsecureContent/],
    ['experimental features', /experimentalFeatures|enableBlinkFeatures/],
    ['Node in a page, a frame or a worker', /nodeIntegration(InWorker|InSubFrames|: true)/],
    ['isolation or sandbox switched off', /contextIsolation: false|sandbox: false/],
    ['a web view', /<webview|webviewTag: true|allowpopups/],
    ['a page from a file', /loadFile\(|file:\/\//],
    ['code that is made from text', /\beval\(|new Function\(|executeJavaScript|insertCSS/],
    ['mark-up that is made from text', /dangerouslySetInnerHTML|innerHTML|document\.write/],
    ['a trust in other certificates', /'certificate-error'|setCertificateVerifyProc|rejectUnauth/],
    ['a crash reporter', /crashReporter/],
    ['another session that lasts', /fromPartition\('persist:|fromPath\(/],
    ['the page’s own storage', /localStorage|sessionStorage|indexedDB|document\.cookie/],
    ['a second way between page and main', /ipcMain\.(on|once|handleOnce)\(|sendSync|postMessage/],
    ['a message port or a channel by name', /ipcRenderer\.(send|sendToHost|postMessage)\(/],
    ['Electron’s remote module', /@electron\/remote|enableRemoteModule/],
  ])('%s', (what, pattern) => {
    const isAllowed = (path: string) => what.startsWith('a second way') && besideMain.test(path)
    expect(placesOf(pattern).filter((path) => !isAllowed(path))).toEqual([])
  })
})

describe('in one place of the sources stands', () => {
  test.each<[string, RegExp, string]>([
    ['the sandbox', /sandbox: true/, 'src/main/shell/window.ts'],
    [
      'the copied address of a sign-in, which holds its state, as a secret',
      /keeper\.copySecret\(await engine\.signInAddress\(id\)\)/,
      'src/main/ipc/handlers.ts',
    ],
    ['the isolation', /contextIsolation: true/, 'src/main/shell/window.ts'],
    ['no Node', /nodeIntegration: false/, 'src/main/shell/window.ts'],
    ['no web view', /webviewTag: false/, 'src/main/shell/window.ts'],
    ['no spelling', /spellcheck: false/, 'src/main/shell/window.ts'],
    ['no developer tools once packaged', /devTools: !app\.isPackaged/, 'src/main/shell/window.ts'],
    ['the answer to requests', /ipcMain\./, 'src/main/shell/page-channel.ts'],
    ['what the page gets', /exposeInMainWorld\(/, 'src/preload/index.ts'],
    ['the refusal of web views', /will-attach-webview/, 'src/main/shell/lock-down.ts'],
    ['a look at it', /openExternal\(permittedPage\(/, 'src/main/shell/lock-down.ts'],
  ])('%s', (_what, pattern, place) => {
    expect(placesOf(pattern)).toEqual([place])
  })
})

test('an address is opened outside by the page of a new version and by the checked port of a sign-in', () => {
  // The composition root passes Electron's module on: to what opens the page of a new version, and
  // at the first sign-in to the port, which checks the address before it calls it.
  expect(placesOf(/import\s*\{[^}]*\bshell\b[^}]*\}\s*from 'electron'/)).toEqual([
    'src/main/on-demand.ts',
    'src/main/run.ts',
  ])
  expect(placesOf(/openExternal\(/)).toEqual([
    'src/main/on-demand.ts',
    'src/main/platform/browser.ts',
    'src/main/shell/lock-down.ts',
  ])
  expect(placesOf(/createBrowser\(\(checked\) => shell\.openExternal\(checked\)\)/)).toEqual([
    'src/main/on-demand.ts',
  ])
  expect(placesOf(/createBrowser\(/)).toEqual([
    'src/main/on-demand.ts',
    'src/main/platform/browser.ts',
  ])
})
