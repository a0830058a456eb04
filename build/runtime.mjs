import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, root } from './paths.mjs'
import { Problem } from './problem.mjs'

/** The runtime taken out of a registry package where Electron's own download is unreachable. */
export const FALLBACK = /** @type {const} */ ({
  version: '33.2.1',
  folder: join(cacheFolder, 'electron-33.2.1-linux-x64'),
})

/** Lies in the fallback runtime's folder; a folder with this file must never be packaged. */
export const NOT_FOR_RELEASE = 'NOT-FOR-RELEASE.txt'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable full path
 * @property {'official' | 'fallback' | 'override'} kind releases are made from `official` only
 * @property {readonly string[]} switches what this user and system need on the command line
 */

/**
 * @typedef {object} Environment
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {number | undefined} userId
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => string} read
 * @property {string} root the project folder
 * @property {string} fallbackFolder
 */

/** @returns {Environment} */
function ownSurroundings() {
  return {
    platform: process.platform,
    arch: process.arch,
    userId: process.getuid?.(),
    env: process.env,
    exists: existsSync,
    read: (path) => readFileSync(path, 'utf8'),
    root,
    fallbackFolder: FALLBACK.folder,
  }
}

/** @param {NodeJS.Platform} platform @returns {string} where the program is in Electron's folder */
function programIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Chromium refuses to run sandboxed as root, which is what containers do. Nothing else ever
 * turns the sandbox off.
 * @param {Pick<Environment, 'platform' | 'userId'>} surroundings
 * @returns {readonly string[]}
 */
function neededSwitches({ platform, userId }) {
  return platform === 'linux' && userId === 0 ? ['--no-sandbox'] : []
}

/** @param {Environment} surroundings @returns {string | undefined} */
function overriddenExecutable({ env, platform, exists }) {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH']
  const executable = env['ELECTRON_EXEC_PATH']
  const path = folder ? join(folder, programIn(platform)) : executable
  if (!path) return undefined
  if (exists(path)) return path
  const name = folder ? 'ELECTRON_OVERRIDE_DIST_PATH' : 'ELECTRON_EXEC_PATH'
  throw new Problem(`${name} is set, but there is no Electron at ${path}: correct it or unset it.`)
}

/** @param {Environment} surroundings @returns {string | undefined} */
function officialExecutable({ root, platform, exists, read }) {
  const folder = join(root, 'node_modules', 'electron')
  const executable = join(folder, 'dist', programIn(platform))
  // path.txt is the last thing that Electron's installer writes.
  if (!exists(join(folder, 'path.txt')) || !exists(executable)) return undefined
  const { version } = JSON.parse(read(join(folder, 'package.json')))
  const installed = read(join(folder, 'dist', 'version'))
    .trim()
    .replace(/^v/, '')
  return installed === version ? executable : undefined
}

/** @param {Environment} surroundings @returns {string | undefined} */
function fallbackExecutable({ fallbackFolder, platform, arch, exists }) {
  const executable = join(fallbackFolder, programIn(platform))
  return platform === 'linux' && arch === 'x64' && exists(executable) ? executable : undefined
}

/**
 * Returns the fallback, also where another Electron would be run.
 * @param {Environment} [environment]
 * @returns {ElectronRuntime | undefined}
 */
export function fallbackRuntime(environment = ownSurroundings()) {
  const executable = fallbackExecutable(environment)
  if (executable === undefined) return undefined
  return { executable, kind: 'fallback', switches: neededSwitches(environment) }
}

/**
 * Finds the Electron to run, in this order: the one that the user names by
 * ELECTRON_OVERRIDE_DIST_PATH (a folder) or ELECTRON_EXEC_PATH (a program), the official one,
 * the fallback.
 * @param {Environment} [environment]
 * @returns {ElectronRuntime | undefined} nothing where none is installed yet
 * @throws {Problem} when the user's setting names nothing
 */
export function findElectron(environment = ownSurroundings()) {
  const switches = neededSwitches(environment)
  const override = overriddenExecutable(environment)
  if (override !== undefined) return { executable: override, kind: 'override', switches }
  const official = officialExecutable(environment)
  if (official !== undefined) return { executable: official, kind: 'official', switches }
  return fallbackRuntime(environment)
}

/**
 * As {@link findElectron}, for those who can't go on without one.
 * @param {Environment} [environment]
 * @returns {ElectronRuntime}
 * @throws {Problem} when there is no runtime
 */
export function resolveElectron(environment = ownSurroundings()) {
  const runtime = findElectron(environment)
  if (runtime !== undefined) return runtime
  throw new Problem('The Electron runtime is missing: run "npm start" or "npm test" once.')
}

/**
 * Returns remarks about the runtime for the person who starts it, one line each.
 * @param {ElectronRuntime} runtime
 * @returns {readonly string[]}
 */
export function remarksOn(runtime) {
  const remarks = []
  if (runtime.kind === 'fallback') {
    remarks.push(
      `Using a repackaged Electron ${FALLBACK.version}, an older major version than the official one, for evaluation and tests only; to try the official download again, delete ${FALLBACK.folder}.`,
    )
  }
  if (runtime.switches.includes('--no-sandbox')) {
    remarks.push('Running as root, where Chromium has no sandbox: --no-sandbox is passed.')
  }
  return remarks
}
