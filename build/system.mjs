import { findProgram, run } from './command.mjs'
import { hasDisplay } from './display.mjs'
import { DISK_FULL, Problem } from './problem.mjs'
import {
  candidatesFor,
  choosePackages,
  installCommand,
  missingLibraries,
  offeredPackages,
  packageManagers,
} from './system-packages.mjs'

const APT_ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }

/** The programs of a desktop session (desktop-session.mjs). */
export const DESKTOP_PROGRAMS = ['Xvfb', 'dbus-daemon', 'dbus-send', 'gnome-keyring-daemon']

const isRoot = () => process.getuid?.() === 0

/** @returns {import('./system-packages.mjs').PackageManager | undefined} that of this system */
function packageManager() {
  return packageManagers.find(({ program }) => findProgram(program) !== undefined)
}

/** @param {readonly string[]} programs @returns {readonly string[]} those that are not installed */
export function missingPrograms(programs) {
  if (process.platform !== 'linux') return []
  return programs.filter((name) => findProgram(name) === undefined)
}

/** Libraries that Electron loads when it talks to the keyring, or shows a notification. */
const LOADED_LATER = ['libsecret-1.so.0', 'libnotify.so.4']

/**
 * @param {string} executable Electron
 * @param {{ withLater: boolean }} options `withLater`: also those that it loads later
 * @returns {Promise<readonly string[]>} the shared libraries that it does not find
 * @throws {Problem} where the C library is another one
 */
export async function missingLibrariesOf(executable, { withLater }) {
  if (process.platform !== 'linux') return []
  const { code, stdout, stderr } = await run('ldd', [executable])
  if (code !== 0) {
    throw new Problem(
      `This system can't run Electron (${stderr.trim().split('\n').at(-1)}): use a Linux with glibc, such as Debian or Ubuntu.`,
    )
  }
  const libraries = missingLibraries(stdout)
  if (!withLater) return libraries
  const known = await run(findProgram('ldconfig') ?? 'ldconfig', ['-p'])
  const later = LOADED_LATER.filter((name) => known.code === 0 && !known.stdout.includes(name))
  return [...libraries, ...later]
}

/**
 * @param {readonly string[]} args of apt-get
 * @throws {Problem} with apt-get's own first complaint
 */
async function aptGet(args) {
  // Ended half-way it could leave the system's package database broken.
  const { code, stdout, stderr } = await run('apt-get', args, {
    env: APT_ENVIRONMENT,
    ending: 'never',
  })
  if (code === 0) return
  if (/No space left|not enough free space/i.test(stdout + stderr)) throw new Problem(DISK_FULL)
  const complaint = /^E: (.+)$/m.exec(stderr)?.[1] ?? `exit code ${code}`
  throw new Problem(
    `"apt-get ${args.join(' ')}" failed (${complaint}): check the network connection, run it by hand, and then run this command again.`,
  )
}

/**
 * @param {readonly string[]} missing
 * @param {import('./system-packages.mjs').PackageManager} manager
 * @returns {Promise<ReturnType<typeof choosePackages>>} packages of this release
 */
async function packagesFor(missing, { names }) {
  if (names !== 'debian') return choosePackages(missing, names)
  const { stdout } = await run('apt-cache', ['policy', ...candidatesFor(missing)], {
    env: APT_ENVIRONMENT,
  })
  return choosePackages(missing, names, offeredPackages(stdout))
}

/**
 * @param {readonly string[]} missing names of libraries and programs, at least one
 * @returns {Promise<string>} the command that installs them, or the request to do so by hand
 */
export async function remedyFor(missing) {
  const manager = packageManager()
  if (manager === undefined) {
    return `install ${missing.join(', ')} with the package manager of this system`
  }
  const { packages, unknown } = await packagesFor(missing, manager)
  const command = installCommand(manager, packages, isRoot())
  const steps = packages.length === 0 ? [] : [`run "${command}"`]
  return [
    ...steps,
    ...(unknown.length === 0 ? [] : [`install ${unknown.join(', ')} by hand`]),
  ].join(' and ')
}

/**
 * Installs packages where that needs no question: as root, with apt-get.
 * @param {readonly string[]} missing names of libraries and programs
 * @returns {Promise<boolean>} false where a person has to do it
 * @throws {Problem} when apt-get fails
 */
export async function tryToInstall(missing) {
  const manager = packageManager()
  if (missing.length === 0 || manager?.program !== 'apt-get' || !isRoot()) return false
  const { packages } = await packagesFor(missing, manager)
  if (packages.length === 0) return false
  process.stdout.write(`Installing ${summarise(missing)} with apt-get …\n`)
  await aptGet(['update'])
  const chosen = (await packagesFor(missing, manager)).packages
  await aptGet(['install', '-y', '--no-install-recommends', ...chosen])
  return true
}

/** @param {readonly string[]} names @returns {string} short enough for a sentence */
export function summarise(names) {
  const [first, ...others] = names
  return others.length < 4 ? names.join(', ') : `${first} and ${others.length} more`
}

/**
 * Makes sure that Electron finds its shared libraries and a display.
 * @param {string} executable Electron
 * @param {readonly string[]} [programs] that are needed besides
 * @throws {Problem} when something is missing that could not be installed
 */
export async function ensureSystem(executable, programs = []) {
  const findMissing = async () => [
    ...(await missingLibrariesOf(executable, { withLater: false })),
    ...missingPrograms([...programs, ...(hasDisplay() ? [] : ['Xvfb'])]),
  ]
  let missing = await findMissing()
  if (await tryToInstall(missing)) missing = await findMissing()
  if (missing.length === 0) return
  const remedy = await remedyFor(missing)
  throw new Problem(
    `This system lacks ${summarise(missing)}: ${remedy} and then this command again.`,
  )
}
