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

/** Who answers for the package. */
export const MAINTAINER = 'The Token Desk authors <token-desk@localhost>'

/**
 * @param {Buffer} program
 * @returns {string} the oldest glibc whose functions the program asks for by version
 */
export function neededGlibc(program) {
  const asked = program.toString('latin1').matchAll(/\0GLIBC_2\.(\d+)(?=[\0.])/g)
  return `2.${Math.max(...[...asked].map(([, minor]) => Number(minor)))}`
}

/**
 * @param {string} output what `ldd` prints about the program
 * @param {string} glibc the oldest that will do
 * @returns {readonly string[]} the packages that hold the libraries, each with its older name
 */
export function dependenciesFrom(output, glibc) {
  const libraries = [...output.matchAll(/^\s*(\S+\.so[.\d]*) =>/gm)].map(([, name]) => name ?? '')
  // What Electron loads only when it talks to the keyring is asked for as well.
  const alternatives = [...libraries, 'libsecret-1.so.0'].map((name) =>
    candidatesFor([name]).join(' | '),
  )
  return [...new Set([`libc6 (>= ${glibc})`, ...alternatives])].filter((name) => name !== '').sort()
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
