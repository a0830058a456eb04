import { cp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { npmCi } from './npm.mjs'
import { cacheFolder, root } from './paths.mjs'
import { inTemporaryFolder } from './temporary-folder.mjs'

/** Packages that are installed apart from the project's own: their folders below `build`. */
export const APART = /** @type {const} */ ({
  checkers: 'the checkers that only the tests need',
  packager: 'the programs that make packages',
  'newer-node': 'the Node that a newer Electron is built on',
})

/** @typedef {keyof typeof APART} Apart */

/** @param {Apart} name @returns {string} where they are once they are installed */
export function apartFolder(name) {
  return join(cacheFolder, name)
}

/** @param {Apart} name @returns {Promise<boolean>} true if the packages of the lock file are there */
async function areInstalled(name) {
  const folders = [join(root, 'build', name), apartFolder(name)]
  const [asked, found] = await Promise.all(
    folders.map((folder) => readFile(join(folder, 'package-lock.json'), 'utf8').catch(() => '')),
  )
  return asked !== '' && asked === found
}

/**
 * Installs packages that have many others of their own, apart from those of the project, where
 * that has not been done. They appear complete or not at all, and none of them may run a script.
 * @param {Apart} name
 * @throws {import('./problem.mjs').Problem} when npm fails
 */
export async function installApart(name) {
  if (await areInstalled(name)) return
  process.stdout.write(`Installing ${APART[name]} …\n`)
  await inTemporaryFolder(cacheFolder, async (temporary) => {
    const folder = join(temporary, name)
    await cp(join(root, 'build', name), folder, { recursive: true })
    await npmCi(folder, APART[name])
    await rm(apartFolder(name), { recursive: true, force: true, maxRetries: 3 })
    await rename(folder, apartFolder(name))
  })
}

/**
 * Loads a package that is installed apart. It has no types here; its users name the parts that they
 * use.
 * @param {Apart} name
 * @param {string} specifier
 * @returns {Promise<any>} its exports
 */
export async function importApart(name, specifier) {
  const { resolve } = createRequire(join(apartFolder(name), 'package.json'))
  return await import(pathToFileURL(resolve(specifier)).href)
}
