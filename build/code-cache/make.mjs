import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { run } from '../command.mjs'
import { hasDisplay, startVirtualDisplay } from '../display.mjs'
import { cacheFolder, root } from '../paths.mjs'
import { Problem } from '../problem.mjs'
import { inTemporaryFolder } from '../temporary-folder.mjs'
import loader from './loader.cjs'
import { hashOf, LOADER, MAIN_SCRIPT } from './main-script-plugin.mjs'

/**
 * @typedef {Pick<import('../runtime.mjs').ElectronRuntime, 'executable' | 'switches'>} Program
 * @typedef {{ isRejected: boolean | null }} Start `null`: there was no compiled code to accept
 */

const START_LIMIT_MS = 60_000
/** Kept for so many builds, so that going back to an earlier source costs nothing. */
const MAX_KEPT = 8

const starter = join(root, 'build', 'code-cache', 'starter')

/** @returns {Promise<{ env: NodeJS.ProcessEnv, end: () => Promise<void> } | undefined>} */
async function findDisplay() {
  if (hasDisplay()) return { env: process.env, end: async () => {} }
  try {
    const { display, end } = await startVirtualDisplay()
    return { env: { ...process.env, XDG_SESSION_TYPE: 'x11', DISPLAY: display }, end }
  } catch {
    return undefined
  }
}

/**
 * Starts the built app once on a data folder of its own.
 * @param {Program} program
 * @param {string} main the folder of the built script and its loader
 * @param {{ work: string, env: NodeJS.ProcessEnv, output?: string }} where `output` gets the code
 *   that V8 has compiled
 * @returns {Promise<Start | undefined>} nothing when the app did not get as far as its page
 */
async function start({ executable, switches }, main, { work, env, output }) {
  const data = mkdtempSync(join(work, 'data-'))
  const result = join(data, 'result.json')
  // The icon in the tray is not needed for a start, and would appear on the user's desktop.
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ trayIcon: false }))
  const { ELECTRON_RUN_AS_NODE: _, ...own } = env
  const order = JSON.stringify({ loader: join(main, LOADER), result, output })
  await run(executable, [...switches, starter, `--user-data-dir=${data}`], {
    env: { ...own, CODE_CACHE_ORDER: order },
    timeoutMs: START_LIMIT_MS,
  })
  return existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : undefined
}

/** @param {Program} program @returns {string | undefined} the version in the folder of Electron */
function versionOf({ executable }) {
  const inFolder = join(executable, '..', 'version')
  const besideApp = join(executable, '..', '..', '..', '..', 'version')
  const place = [inFolder, besideApp].find((each) => existsSync(each))
  return place && readFileSync(place, 'utf8').trim().replace(/^v/, '')
}

/** @param {string} folder removes the compiled code of the oldest builds from it */
function dropOldest(folder) {
  /** @param {string} name */
  const madeAt = (name) => statSync(join(folder, name)).mtimeMs
  const names = readdirSync(folder).filter((name) => name.endsWith('.cache'))
  names.sort((a, b) => madeAt(b) - madeAt(a))
  for (const name of names.slice(MAX_KEPT)) rmSync(join(folder, name))
}

/**
 * Starts the built app and returns what V8 made of the compiled code beside its script.
 * @param {Program} program
 * @param {string} main the folder of the script
 * @returns {Promise<Start | undefined>} nothing when the app did not get as far as its page
 * @throws {Problem} when there is no display
 */
export async function startBuiltApp(program, main) {
  const display = await findDisplay()
  if (display === undefined) throw new Problem('There is no display to start the app on.')
  try {
    return await inTemporaryFolder(join(cacheFolder, 'code-cache-check'), (work) =>
      start(program, main, { work, env: display.env }),
    )
  } finally {
    await display.end()
  }
}

/**
 * Puts the compiled code of the built main script beside it, made by the Electron that will run it.
 * Code that was made for the same script and Electron is taken again, so that a package that is
 * made twice is the same: two starts do not always compile the same functions.
 * @param {Program} program
 * @param {{ main?: string, kept?: string }} [folders] of the script, and of the code that is kept
 * @returns {Promise<string | undefined>} why there is none; nothing if there is one
 * @throws {Problem} when V8 refuses what it has just made
 */
export async function makeCodeCache(program, folders = {}) {
  const { main = join(root, 'out', 'main'), kept = join(cacheFolder, 'code-cache') } = folders
  const electron = versionOf(program)
  if (electron === undefined) return 'the version of this Electron is unknown'
  const { platform, arch } = process
  const hash = hashOf(readFileSync(join(main, MAIN_SCRIPT), 'latin1'))
  const name = loader.cacheFileOf(hash, { versions: { electron }, platform, arch })
  const target = join(main, name)
  if (existsSync(join(kept, name))) {
    copyFileSync(join(kept, name), target)
    return undefined
  }
  const display = await findDisplay()
  if (display === undefined) return 'there is no display to start the app on'
  const { env, end } = display
  try {
    return await inTemporaryFolder(kept, async (work) => {
      const output = join(work, name)
      await start(program, main, { work, env, output })
      if (!existsSync(output)) return 'the built app did not start'
      copyFileSync(output, target)
      const checked = await start(program, main, { work, env })
      if (checked?.isRejected !== false) {
        rmSync(target)
        throw new Problem('V8 refused the compiled code of main that it had just made.')
      }
      renameSync(output, join(kept, name))
      dropOldest(kept)
      return undefined
    })
  } finally {
    await end()
  }
}
