const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

/**
 * @typedef {object} Runtime the part of `process` that compiled code depends on
 * @property {{ readonly electron?: string }} versions
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 */

/**
 * Returns the file with the compiled code of a script. V8 compares its own version and flags and
 * the length of the source, but not its text, so the name has a hash of the text.
 * @param {string} hash
 * @param {Runtime} runtime
 * @returns {string}
 */
function cacheFileOf(hash, { versions, platform, arch }) {
  return `app-${hash}-${versions.electron}-${platform}-${arch}.cache`
}

/** @param {string} file @returns {Buffer | undefined} nothing where it is missing */
function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/**
 * Runs the script of the main process: a CommonJS function in ASCII. Compiled code beside it saves
 * time; if that is missing, or V8 refuses it, V8 compiles the script as always.
 * @param {string} folder
 * @param {string} hash of the script's text
 * @param {NodeJS.Require} load for the modules that the script requires
 * @param {Runtime} [runtime]
 */
function runMainScript(folder, hash, load, runtime = process) {
  const filename = join(folder, 'app.cjs')
  // Latin-1 needs no conversion, and one byte a character in memory.
  const source = readFileSync(filename, 'latin1')
  const cachedData = readIfThere(join(folder, cacheFileOf(hash, runtime)))
  const script = new Script(source, cachedData ? { filename, cachedData } : { filename })
  const module = { exports: {}, loaded: true }
  // The scripts that are loaded later require this one, which Node could only run a second time.
  Reflect.set(load.cache, filename, module)
  script.runInThisContext()(module.exports, load, module, filename, folder)
}

module.exports = { cacheFileOf, runMainScript }
