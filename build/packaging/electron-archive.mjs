import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../paths.mjs'
import { Problem } from '../problem.mjs'
import { firstLine, proxySettings } from '../proxy.mjs'

/** @param {unknown} error @returns {boolean} whether something came that is not what was published */
function isForged(error) {
  return error instanceof Error && /checksum/i.test(`${error.name} ${error.message}`)
}

/** @param {unknown} error @returns {string} */
function reasonOf(error) {
  return firstLine(error instanceof Error ? error.message : error)
}

/**
 * Fetches the official Electron that package.json names. It is compared with the checksum that
 * came with the npm package of the same version, which the lock file vouches for, also when an
 * earlier download is used again.
 * @returns {Promise<{ archive: string, version: string }>} its zip file
 * @throws {Problem} when it can't be had, or is not what was published
 */
export async function fetchOfficialElectron() {
  const folder = join(root, 'node_modules', 'electron')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const checksums = JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8'))
  const { platform, arch } = process
  const file = `electron-v${version}-${platform}-${arch}.zip`
  if (!Object.hasOwn(checksums, file)) {
    throw new Problem(`There is no official Electron ${version} for ${platform}-${arch}.`)
  }
  const { resolve } = createRequire(join(folder, 'package.json'))
  // Read when the package is loaded.
  Object.assign(process.env, proxySettings(process.env))
  await import('../fetch-reason.mjs')
  const { downloadArtifact } = await import(pathToFileURL(resolve('@electron/get')).href)
  process.stdout.write(`Fetching the official Electron ${version} …\n`)
  try {
    const archive = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform,
      arch,
      checksums,
    })
    return { archive, version }
  } catch (error) {
    throw new Problem(
      isForged(error)
        ? `What was downloaded as Electron ${version} is not what was published (the checksum differs), so no package was made: check the proxy or mirror you use, and run the command again.`
        : `Packages are made from the official Electron ${version} alone, and its download did not work (${reasonOf(error)}): check the network connection or the proxy and run the command again. For a package to try out, run "npm run package -- --evaluation" (Linux x64).`,
    )
  }
}
