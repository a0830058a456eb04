import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { undoAtExit } from './cleanup.mjs'
import { npmCi } from './npm.mjs'
import { Problem } from './problem.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages keyed by folder
 */

/** @param {string} path @returns {LockedPackages | undefined} nothing if it does not read */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * Returns true if the installed packages are those of the lock file.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @param {(folder: string) => boolean} exists
 * @returns {boolean}
 */
export function matchesLock(wanted, installed, exists) {
  return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
    if (folder === '') return true
    const found = installed[folder]
    // Builds for other systems are left out by npm.
    if (found === undefined) return optional === true
    return found.version === version && found.integrity === integrity && exists(folder)
  })
}

/**
 * Installs the packages that package-lock.json names, where that has not been done.
 * @param {string} root the project folder
 * @throws {Problem} when npm fails; then there is no node_modules left
 */
export async function ensureDependencies(root) {
  const modules = join(root, 'node_modules')
  const wanted = readLock(join(root, 'package-lock.json'))
  if (wanted === undefined) {
    throw new Problem('package-lock.json is missing or damaged: take it from the repository again.')
  }
  const installed = readLock(join(modules, '.package-lock.json'))
  if (installed && matchesLock(wanted, installed, (folder) => existsSync(join(root, folder)))) {
    return
  }
  process.stdout.write('Installing the packages that package-lock.json names …\n')
  const removal = undoAtExit(() => {
    rmSync(modules, { recursive: true, force: true, maxRetries: 3 })
  })
  try {
    await npmCi(root, 'the packages of this project')
    removal.never()
  } finally {
    removal.now()
  }
}
