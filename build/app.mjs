import { join } from 'node:path'
import { makeCodeCache } from './code-cache/make.mjs'
import { run } from './command.mjs'
import { writePageFiles } from './page-files.mjs'
import { root } from './paths.mjs'
import { FALLBACK } from './runtime.mjs'

/** @typedef {import('./runtime.mjs').ElectronRuntime} ElectronRuntime */

/** @param {Pick<ElectronRuntime, 'kind'>} runtime @returns {NodeJS.ProcessEnv} */
function buildEnvironment(runtime) {
  if (runtime.kind !== 'fallback') return process.env
  // electron-vite compiles for the Electron in package.json, whose syntax is newer than this one's.
  return { ...process.env, ELECTRON_MAJOR_VER: FALLBACK.version.split('.', 1)[0] }
}

/**
 * Builds the app into `out/`; only a failing build prints anything.
 * @param {Pick<ElectronRuntime, 'kind'> & Partial<ElectronRuntime>} runtime
 * @param {{ compile?: boolean }} [options] `compile`: keeps the compiled code of main for later
 *   starts, where the runtime has a program
 * @returns {Promise<boolean>} true if it worked
 */
export async function buildApp(runtime, { compile = true } = {}) {
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  // The page is built last: it lists the licences of all that has been bundled.
  for (const config of ['electron.vite.main.config.ts', 'electron.vite.config.ts']) {
    const { code, stdout, stderr } = await run(
      process.execPath,
      [electronVite, 'build', '--logLevel', 'warn', '--config', config],
      { cwd: root, env: buildEnvironment(runtime) },
    )
    if (code === 0) continue
    process.stderr.write(`${stdout}${stderr}`)
    return false
  }
  writePageFiles(join(root, 'out'))
  if (!compile) return true
  const { executable, switches = [] } = runtime
  const reason =
    executable === undefined
      ? 'this Electron is not installed'
      : await makeCodeCache({ executable, switches })
  if (reason !== undefined) {
    process.stdout.write(`Built without compiled code, so it starts a little slower: ${reason}.\n`)
  }
  return true
}

/** Chromium logs fatal errors only; the app's own output is not affected. */
const QUIET_SWITCH = '--log-level=3'

/**
 * Takes the request for Chromium's own log out of a command line: `--verbose`, or the variable
 * `TOKEN_DESK_VERBOSE`.
 * @param {readonly string[]} args for the app
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ switches: readonly string[], args: readonly string[] }} for Chromium and for the app
 */
export function readVerbosity(args, env) {
  const isVerbose = args.includes('--verbose') || Boolean(env['TOKEN_DESK_VERBOSE'])
  return {
    switches: isVerbose ? [] : [QUIET_SWITCH],
    args: args.filter((each) => each !== '--verbose'),
  }
}

/**
 * Opens the built app and waits until it is closed.
 * @param {ElectronRuntime} runtime
 * @param {readonly string[]} args for the app
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} [signal] closes it
 * @returns {Promise<number>} its exit code
 */
export async function openApp(runtime, args, env, signal) {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = env
  const verbosity = readVerbosity(args, env)
  const allArgs = [...runtime.switches, ...verbosity.switches, root, ...verbosity.args]
  const { code } = await run(runtime.executable, allArgs, {
    env: environment,
    show: true,
    ending: 'gently',
    ...(signal === undefined ? {} : { signal }),
  })
  return code
}
