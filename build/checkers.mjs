import { cp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { npmCi } from './npm.mjs'
import { cacheFolder, root } from './paths.mjs'
import { inTemporaryFolder } from './temporary-folder.mjs'

const wanted = join(root, 'build', 'checkers')

/** Where the checkers are once they are installed. */
export const checkersFolder = join(cacheFolder, 'checkers')

/** @returns {Promise<boolean>} whether what the lock file names is there */
async function areInstalled() {
  const [asked, found] = await Promise.all(
    [wanted, checkersFolder].map((folder) =>
      readFile(join(folder, 'package-lock.json'), 'utf8').catch(() => undefined),
    ),
  )
  return asked !== undefined && asked === found
}

/**
 * Installs the programs that only the tests need and that have many packages of their own, apart
 * from those of the project, where that has not been done. They appear complete or not at all,
 * and none of their packages may run a script.
 * @throws {import('./problem.mjs').Problem} when npm fails
 */
export async function ensureCheckers() {
  if (await areInstalled()) return
  process.stdout.write('Installing the checkers that only the tests need …\n')
  await inTemporaryFolder(cacheFolder, async (temporary) => {
    const folder = join(temporary, 'checkers')
    await cp(wanted, folder, { recursive: true })
    await npmCi(folder, 'the checkers of the tests', ['--ignore-scripts'])
    await rm(checkersFolder, { recursive: true, force: true, maxRetries: 3 })
    await rename(folder, checkersFolder)
  })
}
