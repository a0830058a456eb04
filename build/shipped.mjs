import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/**
 * A package whose code is in what users get.
 * @typedef {object} ShippedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} licence an SPDX expression
 * @property {string} text the licence itself
 * @property {string} author '' where the package names none
 * @property {string} integrity as in the lock file
 * @property {string} folder in the lock file
 */

/** Licences of packages that may be shipped: they require attribution only. */
export const ALLOWED_LICENCES = /** @type {const} */ ([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
])

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i

/** @param {string} path a source file @returns {string | undefined} the folder of its package */
function packageFolder(path) {
  const parts = path.split(sep)
  const index = parts.lastIndexOf('node_modules')
  const name = parts[index + 1]
  if (index === -1 || name === undefined) return undefined
  return parts.slice(0, index + (name.startsWith('@') ? 3 : 2)).join('/')
}

/**
 * Returns the packages with code in the built files, by the source maps: the lock file can't answer,
 * because a bundler also includes packages that another package happens to find.
 * @param {string} root the project folder, built
 * @returns {readonly string[]} their folders below it, sorted
 */
export function bundledFolders(root) {
  const out = join(root, 'out')
  if (!existsSync(out)) return []
  const names = /** @type {string[]} */ (readdirSync(out, { recursive: true }))
  const maps = names.filter((name) => name.endsWith('.map')).map((name) => join(out, name))
  const folders = maps.flatMap((map) => {
    /** @type {{ sources: string[] }} */
    const { sources } = JSON.parse(readFileSync(map, 'utf8'))
    return sources.flatMap((source) => {
      const path = relative(root, resolve(dirname(map), source.replace(/\?.*$/, '')))
      return packageFolder(path) ?? []
    })
  })
  return [...new Set(folders)].sort()
}

/** @param {string} author @returns {string} for packages that only name their licence */
function mitText(author) {
  return `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}

/** @param {unknown} author @returns {string} */
function authorName(author) {
  const name = typeof author === 'object' && author !== null ? Reflect.get(author, 'name') : author
  return typeof name === 'string' ? name.replace(/\s*[<(].*$/, '') : ''
}

/**
 * Everything of others in what users get, Electron included.
 * @param {string} root the project folder, built
 * @returns {readonly ShippedPackage[]} by name
 * @throws {Error} that names a package whose licence is not allowed or not to be found
 */
export function shippedPackages(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return ['node_modules/electron', ...bundledFolders(root)]
    .map((folder) => {
      const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      const { name, version, license: licence } = about
      if (!ALLOWED_LICENCES.includes(licence)) {
        throw new Error(`${name} may not be shipped: its licence is ${licence}.`)
      }
      const author = authorName(about.author)
      const file = readdirSync(join(root, folder)).find((each) => LICENCE_FILE.test(each))
      if (file === undefined && licence !== 'MIT') throw new Error(`${name} has no licence text.`)
      const text =
        file === undefined
          ? mitText(author || `the authors of ${name}`)
          : readFileSync(join(root, folder, file), 'utf8').trim()
      return {
        name,
        version,
        licence,
        text,
        author,
        integrity: lock.packages[folder].integrity,
        folder,
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'))
}
