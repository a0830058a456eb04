import { join } from 'node:path'
import { run } from './command.mjs'
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
 * Builds the app into `out/`; only a failing build says anything.
 * @param {Pick<ElectronRuntime, 'kind'>} runtime
 * @returns {Promise<boolean>} whether it worked
 */
export async function buildApp(runtime) {
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, stdout, stderr } = await run(
    process.execPath,
    [electronVite, 'build', '--logLevel', 'warn'],
    { cwd: root, env: buildEnvironment(runtime) },
  )
  if (code !== 0) process.stderr.write(`${stdout}${stderr}`)
  return code === 0
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
