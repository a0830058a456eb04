import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { apartFolder } from './isolated-install.mjs'
import { root } from './paths.mjs'

/** The major version of Node in the Electron that package.json names. */
export const NEWER_MAJOR = 24

/**
 * Returns true if the registry has a plain program of that Node for this system.
 * @param {string} [system] as Node names it, with a hyphen
 * @returns {boolean}
 */
export function hasNewerNode(system = `${process.platform}-${process.arch}`) {
  return system === 'linux-x64' || system === 'linux-arm64'
}

/** @returns {string} its full path, where {@link hasNewerNode} */
export function newerNode() {
  const name = `node-${process.platform}-${process.arch}`
  return join(apartFolder('newer-node'), 'node_modules', name, 'bin', 'node')
}

/**
 * Returns the reason why the tests are not repeated under the newer Node.
 * @param {string} [version] of the Node that runs this
 * @param {string} [system]
 * @returns {string | undefined} `undefined` where they are
 */
export function reasonAgainstNewerNode(version = process.versions.node, system = undefined) {
  if (Number.parseInt(version, 10) >= NEWER_MAJOR) {
    return `Node.js ${version} runs all tests already.`
  }
  if (hasNewerNode(system)) return undefined
  return `the npm registry has no Node.js ${NEWER_MAJOR} for this system: run the tests with that version.`
}

/** Of the page, which is run by Chromium; and of sources and texts, which are the same everywhere. */
const NOT_OF_NODE = new Set(['bench', 'docs', 'leaks', 'lint', 'renderer'])

const ELECTRON = join(root, 'build', 'runtime.mjs')

/** @param {string} file @param {Set<string>} seen @returns {boolean} */
function startsElectron(file, seen) {
  if (file === ELECTRON) return true
  if (seen.has(file)) return false
  seen.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+\.(?:ts|tsx|mjs))'/g)
  return [...imports].some(([, path = '']) => startsElectron(join(dirname(file), path), seen))
}

/**
 * @returns {readonly string[]} the folders of unit tests and the files of port tests that are run
 *   by Node alone, relative to the project
 */
export function testsOfNode() {
  const unit = join(root, 'tests', 'unit')
  const folders = readdirSync(unit, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_OF_NODE.has(entry.name))
    .map(({ name }) => join(unit, name))
  const ports = join(root, 'tests', 'ports')
  const files = readdirSync(ports)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(ports, name))
    .filter((file) => !startsElectron(file, new Set()))
  return [...folders, ...files].map((path) => relative(root, path))
}
