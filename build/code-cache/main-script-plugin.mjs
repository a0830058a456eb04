import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/** The script of the main process that runs at the start, beside its loader. */
export const MAIN_SCRIPT = 'app.cjs'
export const LOADER = 'index.cjs'

/** The parameters of a CommonJS module, as Node passes them. The script was an ES module: strict. */
const WRAPPER = "(function (exports, require, module, __filename, __dirname) { 'use strict';"

/** @param {string} text @returns {string} the hash that names the compiled code of a script */
export function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/**
 * Writes the loader of the built script beside it, with the hash of its text.
 * @param {string} folder
 * @throws {Error} when the script is not in ASCII, which the loader reads it as, or calls `import()`,
 *   which rejects in a script of `node:vm`
 */
export function writeLoader(folder) {
  const text = readFileSync(join(folder, MAIN_SCRIPT), 'latin1')
  if (/[^ -~\s]/.test(text)) throw new Error('main is not in ASCII')
  if (/\bimport\(/.test(text)) throw new Error('main calls import()')
  const loader = readFileSync(join(root, 'build', 'code-cache', 'loader.cjs'), 'utf8')
  const call = `runMainScript(__dirname, '${hashOf(text)}', require)`
  const own = loader.replace(/^module\.exports = .*$/m, () => call)
  writeFileSync(join(folder, LOADER), own)
}

/** @param {{ isEntry: boolean }} chunk @returns {string} Node wraps the scripts loaded later itself */
const banner = ({ isEntry }) => (isEntry ? WRAPPER : "'use strict';")

/**
 * Makes the built script the function that the loader runs, and puts the loader beside it.
 * @returns {import('vite').Plugin}
 */
export function mainScriptPlugin() {
  return {
    name: 'token-desk:main-script',
    config: () => ({
      build: {
        rollupOptions: {
          output: { postBanner: banner, postFooter: ({ isEntry }) => (isEntry ? '})' : '') },
        },
      },
    }),
    writeBundle({ dir }, files) {
      const script = files[MAIN_SCRIPT]
      if (dir === undefined || script?.type !== 'chunk') throw new Error('main has no script')
      // Compiled code is kept for this script only.
      const others = script.imports.filter((name) => name in files)
      if (others.length > 0) throw new Error(`a start needs ${others.join(', ')} as well`)
      writeLoader(dir)
    },
  }
}
