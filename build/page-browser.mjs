import { findProgram, run } from './command.mjs'

/** Programs that are Chromium. The last is a mere pointer to a snap on Ubuntu. */
const NAMES = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser']

/** The major version in the Electron that package.json names: an older one would show nothing new. */
const MIN_MAJOR = 154

/** @returns {string | undefined} the full path of a Chromium that is installed */
export function findBrowser() {
  if (process.platform !== 'linux') return undefined
  return NAMES.map((name) => findProgram(name)).find((path) => path !== undefined)
}

/**
 * @param {string} text what a browser prints when it is asked for its version
 * @returns {number} the major version; NaN if that is not said
 */
export function browserMajor(text) {
  return Number(/\b(\d+)\.\d+\.\d+\.\d+\b/.exec(text)?.[1])
}

/**
 * Finds the browser for the tests of the page.
 * @returns {Promise<{ path: string, version: string } | { missing: string }>} `missing` says why
 *   there is none
 */
export async function pageBrowser() {
  const path = findBrowser()
  if (path === undefined) {
    return { missing: 'no Chromium is installed here ("apt-get install chromium" on Debian).' }
  }
  const { code, stdout } = await run(path, ['--version'], { timeoutMs: 30_000 })
  const version = stdout.trim()
  if (code !== 0) return { missing: `${path} does not start (exit code ${code}).` }
  if (!(browserMajor(version) >= MIN_MAJOR)) {
    return {
      missing: `${path} is older than the Chromium of Electron (${version || 'it says no version'}).`,
    }
  }
  return { path, version }
}
