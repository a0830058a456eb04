import { findProgram, run } from './command.mjs'
import { hasDisplay } from './display.mjs'
import { findBrowser, hasDebianBrowser } from './page-browser.mjs'
import { DISK_FULL, Problem, sentenceFor } from './problem.mjs'
import {
  candidatesFor,
  choosePackages,
  missingLibraries,
  offeredPackages,
} from './system-packages.mjs'

const APT_ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
const INSTALL = ['install', '-y', '--no-install-recommends']

/** @typedef {'start' | 'test'} Purpose */

/** @param {Purpose} purpose @returns {readonly string[]} programs that must be there */
export function neededPrograms(purpose) {
  if (purpose === 'test')
    return [
      'Xvfb',
      'age',
      'appstreamcli',
      'at-spi-bus-launcher',
      'certutil',
      'curl',
      'dbus-daemon',
      'dbus-send',
      'desktop-file-validate',
      'fish',
      'gnome-keyring-daemon',
      'ksh',
      'strace',
      'sway',
      'tcsh',
      'wl-paste',
      'wtype',
      'xclip',
      'zsh',
    ]
  return hasDisplay() ? [] : ['Xvfb']
}

/** @param {string} executable @returns {Promise<readonly string[]>} */
async function librariesMissingFor(executable) {
  const { code, stdout, stderr } = await run('ldd', [executable])
  if (code === 0) return missingLibraries(stdout)
  // A system with another C library can't run Electron at all.
  throw new Problem(
    `This system can't run Electron (${stderr.trim().split('\n').at(-1)}): use a Linux with glibc, such as Debian or Ubuntu.`,
  )
}

/** What Electron loads only when it talks to the keyring, or shows a notification. */
const LOADED_LATER = ['libsecret-1.so.0', 'libnotify.so.4']

/** @returns {Promise<readonly string[]>} */
async function librariesMissingLater() {
  const { code, stdout } = await run(findProgram('ldconfig') ?? 'ldconfig', ['-p'])
  return code !== 0 ? [] : LOADED_LATER.filter((name) => !stdout.includes(name))
}

/** @param {string} executable @param {Purpose} purpose @returns {Promise<readonly string[]>} */
async function findMissing(executable, purpose) {
  const [libraries, later] = await Promise.all([
    librariesMissingFor(executable),
    purpose === 'test' ? librariesMissingLater() : [],
  ])
  const programs = neededPrograms(purpose).filter((name) => findProgram(name) === undefined)
  return [...libraries, ...later, ...programs]
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

/** @param {readonly string[]} missing @returns {Promise<readonly string[]>} packages to install */
async function packagesFor(missing) {
  const { stdout } = await run('apt-cache', ['policy', ...candidatesFor(missing)], {
    env: APT_ENVIRONMENT,
  })
  const { packages, unknown } = choosePackages(missing, offeredPackages(stdout))
  if (unknown.length === 0) return packages
  throw new Problem(
    `Electron needs ${unknown.join(', ')} and it is not known which package holds it: install it and run this command again.`,
  )
}

/** @param {readonly string[]} names @returns {string} short enough for a sentence */
function summarise(names) {
  const [first, ...others] = names
  return others.length < 4 ? names.join(', ') : `${first} and ${others.length} more`
}

/**
 * Installs Debian's Chromium for the tests of the page, where that can be done unasked. They are
 * left out where it can't, so that nothing of it is an error.
 */
export async function tryToInstallBrowser() {
  const mayInstall = process.getuid?.() === 0 && findProgram('apt-get') !== undefined
  if (findBrowser() !== undefined || !mayInstall || !hasDebianBrowser()) return
  process.stdout.write('Installing Chromium for the tests of the page with apt-get …\n')
  try {
    await aptGet(['update'])
    await aptGet([...INSTALL, 'chromium'])
  } catch (error) {
    process.stdout.write(`Chromium was not installed: ${sentenceFor(error)}\n`)
  }
}

/**
 * Makes sure that Electron finds its shared libraries and, for the tests, the programs that make
 * a desktop. As root on Debian or Ubuntu it installs what is missing; other users are told how.
 * @param {string} executable Electron
 * @param {Purpose} purpose
 * @throws {Problem} when something is missing that could not be installed
 */
export async function ensureSystem(executable, purpose) {
  if (process.platform !== 'linux') return
  const missing = await findMissing(executable, purpose)
  if (missing.length === 0) return
  const lack = `This system lacks ${summarise(missing)}`
  if (findProgram('apt-get') === undefined) {
    throw new Problem(
      `${lack}: install what holds ${missing.join(', ')} with its package manager and run this command again.`,
    )
  }
  if (process.getuid?.() !== 0) {
    const packages = [...INSTALL, ...(await packagesFor(missing))].join(' ')
    const command = `sudo apt-get update && sudo apt-get ${packages}`
    throw new Problem(`${lack}: run "${command}" and then this command again.`)
  }
  process.stdout.write(`${lack}; installing it with apt-get …\n`)
  await aptGet(['update'])
  await aptGet([...INSTALL, ...(await packagesFor(missing))])
  const remaining = await findMissing(executable, purpose)
  if (remaining.length === 0) return
  throw new Problem(
    `This system still lacks ${remaining.join(', ')} after installing: install them by hand and run this command again.`,
  )
}
