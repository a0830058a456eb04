import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, lutimesSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** @param {string} folder @returns {readonly string[]} all below it, sorted, relative to it */
export function pathsIn(folder) {
  // With the types of the entries, or links to folders would be followed.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** @param {string} folder @returns {readonly string[]} the files below it, sorted, relative to it */
export function filesIn(folder) {
  return pathsIn(folder).filter((path) => lstatSync(join(folder, path)).isFile())
}

/**
 * Sets the rights and the time of all files for installation, independent of the umask and the clock
 * of the machine that makes the package.
 * @param {string} folder
 * @param {number} time in seconds since 1970
 */
export function normalise(folder, time) {
  for (const path of ['', ...pathsIn(folder)]) {
    const full = join(folder, path)
    const about = lstatSync(full)
    const isProgram = (about.mode & 0o100) !== 0 && !/\.so(\.\d+)*$/.test(path)
    const isOpen = about.isDirectory() || isProgram
    if (!about.isSymbolicLink()) chmodSync(full, isOpen ? 0o755 : 0o644)
    lutimesSync(full, time, time)
  }
}

/** @param {'md5' | 'sha256'} algorithm @param {string} file @returns {string} in hexadecimal */
export function digest(algorithm, file) {
  return createHash(algorithm).update(readFileSync(file)).digest('hex')
}

/** @param {string} folder @returns {number} in bytes, of its files */
export function sizeOf(folder) {
  return filesIn(folder).reduce((sum, path) => sum + lstatSync(join(folder, path)).size, 0)
}
