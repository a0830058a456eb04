import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron as electron } from '@playwright/test'

/**
 * Measures the files that one click on *Get token* passes through, with V8's precise coverage of
 * main and page in the built app. The rule:
 *
 * 1. A file of `src/` has run if one of its functions was called between the click and the new
 *    token on the screen. The same click on another profile comes first, so that code which is
 *    loaded once does not count.
 * 2. A function is bookkeeping if it also runs while nothing happens, or when the same profile is
 *    renamed: timers, ticking, re-rendering, planning of renewals. A file in which nothing else ran
 *    is left out.
 * 3. Except on the way that every request and every save takes: `main/ipc`, `main/vault` and the
 *    page's client count whenever they ran.
 * 4. The click is measured on two profiles, and a file counts if it is on both paths.
 * 5. Formatting (`renderer/i18n`, `renderer/sentences`, `renderer/now`, the lookup of texts in
 *    `renderer/language`) and locales are left out.
 * 6. Observers are left out: tray and notifications follow every change of a profile, and neither
 *    the token nor the screen waits for them.
 * 7. A component that only draws again is bookkeeping by rule 2; one that the token makes appear, or
 *    that draws it, is on the path.
 */

/** @typedef {ReadonlyMap<string, ReadonlySet<string>>} Called the functions called, by file */
/** @typedef {import('node:inspector').Profiler.ScriptCoverage} ScriptCoverage */

const WAY = /^src\/(?:main\/(?:ipc|vault)\/|renderer\/client)/
const FORMATTING = /^src\/renderer\/(?:(?:i18n|sentences|now|locales)\/|language\.ts$)/
const OBSERVERS = /^src\/main\/(?:tray|notifying)\//

/** In this time the page reads the contents of the token, its clock ticks, and the tray is drawn. */
const SETTLING_MS = 2500
/** Longer than each timer of the app: every ten seconds it compares the idle time with the limit. */
const IDLE_MS = 11_000

/** @returns {Promise<{ origin: string, end: () => void }>} a server that issues a token */
async function startTokenServer() {
  const token = { access_token: 'an-access-token', token_type: 'Bearer', expires_in: 3600 }
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(token))
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { origin: `http://127.0.0.1:${port}`, end: () => server.close() }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {unknown} input
 * @returns {Promise<any>} the value of the answer
 * @throws {Error} if main refused the request
 */
async function request(page, name, input) {
  const answer = await page.evaluate(
    ([name, input]) => Reflect.get(globalThis, 'tokenDesk').request(name, input),
    /** @type {const} */ ([name, input]),
  )
  const { ok, value, error } = JSON.parse(answer)
  if (ok !== true) throw new Error(`${name} was refused: ${JSON.stringify(error)}`)
  return value
}

/**
 * Returns a value with the texts in it replaced.
 * @param {unknown} value
 * @param {(text: string) => string} replace
 * @returns {unknown}
 */
function withTexts(value, replace) {
  if (typeof value === 'string') return replace(value)
  if (Array.isArray(value)) return value.map((each) => withTexts(each, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withTexts(each, replace)]),
  )
}

/**
 * Creates profiles with the settings of the practice profile, but at another server and saved:
 * their shape differs between the checkouts that are compared.
 * @param {import('@playwright/test').Page} page
 * @param {string} origin of that server
 * @returns {Promise<(name: string) => Promise<(newName: string) => Promise<unknown>>>} creates a
 *   profile and returns a function that renames it
 */
async function profileFactory(page, origin) {
  // Older checkouts have one way only, and refuse an input.
  const practice = await request(page, 'startPractice', { way: 'password' }).catch(() =>
    request(page, 'startPractice', {}),
  )
  const { profiles } = await request(page, 'getSnapshot', {})
  const model = profiles.find((/** @type {{ id: string }} */ { id }) => id === practice.id)
  await request(page, 'deleteProfile', practice)
  const { name: practiceName } = model.settings.about ?? model.settings
  /** @param {string} name */
  const settings = (name) =>
    withTexts(model.settings, (text) => {
      if (text === practiceName) return name
      return text.replace(/^http:\/\/127\.0\.0\.1:\d+/, origin)
    })
  const secrets = Object.fromEntries(
    model.savedSecrets.map((/** @type {string} */ each) => [each, 'secret']),
  )
  return async (name) => {
    const { id } = await request(page, 'createProfile', {
      draft: { settings: settings(name), secrets },
    })
    return (newName) =>
      request(page, 'updateProfile', { id, draft: { settings: settings(newName), secrets: {} } })
  }
}

/**
 * Counts calls in main and in the page.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<() => Promise<readonly ScriptCoverage[]>>} returns the calls since the last time
 */
async function startCoverage(app, page) {
  const options = { callCount: true, detailed: false }
  const inPage = await page.context().newCDPSession(page)
  await inPage.send('Profiler.enable')
  await inPage.send('Profiler.startPreciseCoverage', options)
  const inMain = await app.evaluateHandle((_electron, options) => {
    const { Session } = process.getBuiltinModule('node:inspector')
    const session = new Session()
    session.connect()
    session.post('Profiler.enable')
    session.post('Profiler.startPreciseCoverage', options)
    return session
  }, options)
  return async () => {
    const ofPage = await inPage.send('Profiler.takePreciseCoverage')
    const ofMain = await inMain.evaluate(
      (session) =>
        /** @type {Promise<ScriptCoverage[]>} */ (
          new Promise((resolve, reject) => {
            session.post('Profiler.takePreciseCoverage', (error, { result }) =>
              error ? reject(error) : resolve(result),
            )
          })
        ),
    )
    return [...ofPage.result, ...ofMain]
  }
}

/** @param {string} folder of the app @param {string} url of a script @returns {string} its file */
function fileOf(folder, url) {
  if (url.startsWith('app:')) return join(folder, 'out', 'renderer', new URL(url).pathname)
  return url.startsWith('file:') ? fileURLToPath(url) : url
}

/** @param {string} file a built script @returns {((offset: number) => string | undefined) | undefined} */
function readMap(file) {
  let text, map
  try {
    text = readFileSync(file, 'utf8')
    map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
  } catch {
    // Electron's own scripts, and what Playwright evaluates.
    return undefined
  }
  const script = text
  const readable = map
  return (offset) => {
    const before = script.slice(0, offset)
    const line = before.split('\n').length - 1
    const entry = readable.findEntry(line, offset - before.lastIndexOf('\n') - 1)
    // Helpers of the bundler have no source.
    if (!('originalSource' in entry) || entry.originalSource === undefined) return undefined
    return `${resolve(dirname(file), entry.originalSource)}:${entry.originalLine + 1}`
  }
}

/** @param {string} folder @param {readonly ScriptCoverage[]} coverage @returns {Called} */
function calledFunctions(folder, coverage) {
  /** @type {Map<string, Set<string>>} */
  const called = new Map()
  for (const { url, functions } of coverage) {
    const locate = readMap(fileOf(folder, url))
    if (locate === undefined) continue
    for (const { functionName, ranges } of functions) {
      const [range] = ranges
      if (range === undefined || range.count === 0) continue
      const [, path, line] = /^(.*):(\d+)$/.exec(locate(range.startOffset) ?? '') ?? []
      const file = relative(folder, path ?? folder).replaceAll(sep, '/')
      if (!file.startsWith('src/')) continue
      const known = called.get(file) ?? new Set()
      called.set(file, known.add(`${functionName}:${line}`))
    }
  }
  return called
}

/**
 * Measures it in a built checkout.
 * @param {string} folder of the checkout
 * @param {import('./runtime.mjs').ElectronRuntime} runtime
 * @param {NodeJS.ProcessEnv} env with a display and a keyring
 * @returns {Promise<{ path: readonly string[], bookkeeping: readonly string[] }>} the files on the
 *   path, and the others that ran
 */
export async function measureClickPath(folder, runtime, env) {
  const server = await startTokenServer()
  const data = mkdtempSync(join(tmpdir(), 'click-path-'))
  const app = await electron.launch({
    executablePath: runtime.executable,
    chromiumSandbox: !runtime.switches.includes('--no-sandbox'),
    args: [
      ...runtime.switches,
      folder,
      `--user-data-dir=${data}`,
      ...(process.platform === 'linux'
        ? ['--password-store=gnome-libsecret', '--ozone-platform=x11']
        : []),
    ],
    cwd: folder,
    env: /** @type {Record<string, string>} */ ({ ...env, LANGUAGE: 'en', LC_ALL: 'C.UTF-8' }),
  })
  try {
    const page = await app.firstWindow()
    await page.locator('main').waitFor()
    const getToken = async () => {
      await page.getByRole('button', { name: /^(Get token|Renew now)$/ }).click()
      await page.locator('main [data-state=valid]').first().waitFor()
      await page.waitForTimeout(SETTLING_MS)
    }
    const createProfile = await profileFactory(page, server.origin)
    await createProfile('First')
    const ofSecond = await createProfile('Second')
    const ofThird = await createProfile('Third')
    await page.getByText('First', { exact: true }).first().click()
    await getToken()
    const called = await startCoverage(app, page)
    await page.waitForTimeout(IDLE_MS)
    const idle = calledFunctions(folder, await called())
    /** @param {string} name @param {(name: string) => Promise<unknown>} rename */
    const measureClick = async (name, rename) => {
      await page.getByText(name, { exact: true }).first().click()
      await page.getByRole('main').getByText(name, { exact: true }).first().waitFor()
      await called()
      await rename(`${name} profile`)
      await page.getByRole('main').getByText(`${name} profile`, { exact: true }).first().waitFor()
      await page.waitForTimeout(SETTLING_MS)
      const control = calledFunctions(folder, await called())
      await getToken()
      const click = calledFunctions(folder, await called())
      const isOnPath = (/** @type {string} */ file) =>
        WAY.test(file) ||
        (!OBSERVERS.test(file) &&
          [...(click.get(file) ?? [])].some(
            (each) => !control.get(file)?.has(each) && !idle.get(file)?.has(each),
          ))
      const ran = [...click.keys()].filter((file) => !FORMATTING.test(file)).sort()
      return { ran, path: ran.filter(isOnPath) }
    }
    const second = await measureClick('Second', ofSecond)
    const third = await measureClick('Third', ofThird)
    const path = second.path.filter((file) => third.path.includes(file))
    return { path, bookkeeping: second.ran.filter((file) => !path.includes(file)) }
  } finally {
    await app.close()
    server.end()
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}
