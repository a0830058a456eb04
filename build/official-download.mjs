import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { undoAtExit } from './cleanup.mjs'
import { run } from './command.mjs'
import { root } from './paths.mjs'
import { DISK_FULL, Problem } from './problem.mjs'
import { firstLine, proxySettings } from './proxy.mjs'

const DOWNLOAD_LIMIT_MS = 10 * 60_000

/** The folder of the electron package. */
export const electronPackage = join(root, 'node_modules', 'electron')

/** @param {string} [folder] of the electron package @returns {string} the version that it fetches */
export function officialVersion(folder = electronPackage) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
}

/**
 * Runs the installer of the electron package, which downloads the runtime through the user's proxy.
 * Removes incomplete files when it fails.
 * @param {string} [folder] of the electron package
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ isThere: true } | { isThere: false, reason: string }>} `reason` is the first
 *   line of its error
 * @throws {Problem} when the disk is full
 */
export async function downloadOfficial(folder = electronPackage, env = process.env) {
  const removal = undoAtExit(() => {
    rmSync(join(folder, 'path.txt'), { force: true })
    rmSync(join(folder, 'dist'), { recursive: true, force: true, maxRetries: 3 })
  })
  const reasons = pathToFileURL(join(root, 'build', 'fetch-reason.mjs')).href
  const { code, stderr } = await run(
    process.execPath,
    ['--import', reasons, join(folder, 'install.js')],
    { env: { ...env, ...proxySettings(env) }, timeoutMs: DOWNLOAD_LIMIT_MS },
  )
  if (code === 0 && existsSync(join(folder, 'path.txt'))) {
    removal.never()
    return { isThere: true }
  }
  removal.now()
  if (/ENOSPC|EDQUOT/.test(stderr)) throw new Problem(DISK_FULL)
  const isLate = code > 128
  const reason = firstLine(stderr) || (isLate ? 'it took too long' : `exit code ${code}`)
  return { isThere: false, reason }
}
