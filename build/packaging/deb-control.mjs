import { Problem } from '../problem.mjs'
import { candidatesFor } from '../system-packages.mjs'

const ARCHITECTURES = /** @type {Readonly<Record<string, string>>} */ ({
  x64: 'amd64',
  arm64: 'arm64',
  arm: 'armhf',
})

/** @param {string} arch as Node names it @returns {string} as Debian names it */
export function debianArchitecture(arch) {
  return ARCHITECTURES[arch] ?? arch
}

/** @param {string} version as npm has it @returns {string} sorted by Debian before the release */
export function debianVersion(version) {
  return version.replaceAll('-', '~')
}

/** The maintainer of the package. */
export const MAINTAINER = 'The Token Desk authors <token-desk@localhost>'

/**
 * @param {Buffer} program
 * @returns {string} the oldest glibc whose functions the program asks for by version
 */
export function neededGlibc(program) {
  const asked = program.toString('latin1').matchAll(/\0GLIBC_2\.(\d+)(?=[\0.])/g)
  return `2.${Math.max(...[...asked].map(([, minor]) => Number(minor)))}`
}

/** Parts of glibc, whose package is asked for by its version. */
const GLIBC = /^(?:ld-linux[-\w]*|lib(?:c|dl|m|pthread|resolv|rt))\.so\.\d+$/

/** A library that Electron loads only to use the keyring. */
const LOADED_LATER = 'libsecret-1.so.0'

/**
 * @param {readonly string[]} libraries that the files of the package are linked with
 * @param {ReadonlySet<string>} own those that are in the package
 * @param {string} glibc the oldest that will do
 * @returns {readonly string[]} the packages that hold the libraries, each with its older name
 * @throws {Problem} that names each library whose package is not known: without it the app would
 *   be installed and not start
 */
export function dependenciesFrom(libraries, own, glibc) {
  const foreign = [...new Set([...libraries, LOADED_LATER])].filter(
    (name) => !own.has(name) && !GLIBC.test(name),
  )
  const unknown = foreign.filter((name) => candidatesFor([name]).length === 0)
  if (unknown.length > 0) {
    throw new Problem(
      `It is not known which Debian package holds ${unknown.join(', ')}: add it to build/system-packages.mjs, and run the command again.`,
    )
  }
  const alternatives = foreign.map((name) => candidatesFor([name]).join(' | '))
  return [...new Set([`libc6 (>= ${glibc})`, ...alternatives])].sort()
}

/**
 * The control file of a binary package
 * (https://www.debian.org/doc/debian-policy/ch-controlfields.html).
 * @param {import('./edition.mjs').Edition} edition
 * @param {{ arch: string, installedBytes: number, depends: readonly string[] }} package_
 * @returns {string}
 */
export function controlFile({ name, version, kind }, { arch, installedBytes, depends }) {
  const warning =
    kind === 'release'
      ? ''
      : `
 .
 This package is for evaluation: it holds an older Electron that is not updated.
 Keep no real secrets in it.`
  return `Package: ${name}
Version: ${debianVersion(version)}
Architecture: ${debianArchitecture(arch)}
Maintainer: ${MAINTAINER}
Installed-Size: ${Math.ceil(installedBytes / 1024)}
Depends: ${depends.join(', ')}
Recommends: gnome-keyring | kwalletmanager, libnotify4
Section: utils
Priority: optional
Description: get, read, renew and copy OAuth 2.0 access tokens
 Token Desk gets access tokens with a click, shows how long each one still
 lives and what is in it, renews it, and copies the Authorization header for
 the tool that needs it. Secrets are kept under a key of the keyring.${warning}
`
}
