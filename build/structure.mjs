import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { measureClickPath } from './click-path.mjs'
import { inDesktopSession } from './desktop-session.mjs'
import { limits } from './limits.mjs'
import { root } from './paths.mjs'
import { Problem, runScript } from './problem.mjs'
import { resolveElectron } from './runtime.mjs'
import { closureSize, readSources, sizesOf, smallFiles } from './source-graph.mjs'

// Prints how a checkout is cut into files: `npm run structure -- [folder] [--click] [--list]`.
// `--click` builds the app of that checkout and measures a click on *Get token*; `--list` names
// the small files.

/** Entry modules by what they do, under the names that they have had. */
const ENTRIES = {
  'token runs': ['main/engine/token-runs.ts', 'main/engine/flights.ts'],
  vault: ['main/vault/vault.ts'],
  'token response': ['main/oauth/response/token-response.ts', 'main/oauth/token-response.ts'],
  import: ['main/import/read-import.ts'],
  'store of the page': ['renderer/store/app-store.ts'],
}

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`)

/** @param {readonly string[]} paths @param {(path: string) => string} keyOf @returns {string} */
function countBy(paths, keyOf) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const path of paths) counts.set(keyOf(path), (counts.get(keyOf(path)) ?? 0) + 1)
  return [...counts].map(([key, count]) => `${key} ${count}`).join(', ')
}

/** @param {string} path @returns {string} `main/engine`, `renderer`, `shared` */
const partOf = (path) => /^src\/(main\/[^/]+(?=\/)|[^/]+)/.exec(path)?.[1] ?? path

/** @param {string} folder of the checkout @param {boolean} isListed names each small file */
function printSizes(folder, isListed) {
  const files = readSources(folder)
  const sizes = sizesOf(files)
  const small = smallFiles(files)
  print(`files                        ${sizes.files}`)
  print(`lines                        ${sizes.lines}`)
  print(`median / p90 / longest       ${sizes.median} / ${sizes.ninetieth} / ${sizes.longest}`)
  print(`at most ${limits.usualLines} lines           ${(sizes.usualShare * 100).toFixed(1)} %`)
  for (const { path, lines } of files) {
    if (lines > limits.maxLines) print(`  longer than ${limits.maxLines}: ${path} (${lines})`)
  }
  print(`under ${limits.smallLines} lines, one importer  ${small.length}`)
  print(
    `  ${countBy(
      small.map(({ path }) => path),
      partOf,
    )}`,
  )
  if (isListed) for (const each of small) print(`  ${each.path} (${each.lines}) ← ${each.importer}`)
  for (const [name, paths] of Object.entries(ENTRIES)) {
    const entry = paths.map((path) => `src/${path}`).find((path) => existsSync(join(folder, path)))
    if (entry !== undefined) print(`needed by ${name.padEnd(18)} ${closureSize(files, entry)}`)
  }
}

/** @param {string} folder of the checkout */
async function printClickPath(folder) {
  const runtime = resolveElectron()
  // Its own build, which may differ from ours.
  const { buildApp } = await import(pathToFileURL(join(folder, 'build', 'app.mjs')).href)
  if (!(await buildApp(runtime))) throw new Problem('The build failed: the reason is above.')
  const { path, bookkeeping } = await inDesktopSession((env) =>
    measureClickPath(folder, runtime, env),
  )
  print(`\nfiles on the path of a click on Get token  ${path.length}`)
  print(`  ${countBy(path, partOf)}`)
  for (const each of path) print(`  ${each}`)
  print(`bookkeeping that ran as well  ${bookkeeping.length}`)
  for (const each of bookkeeping) print(`  ${each}`)
}

await runScript(async () => {
  const args = process.argv.slice(2)
  const folder = resolve(args.find((each) => !each.startsWith('--')) ?? root)
  if (!existsSync(join(folder, 'src')))
    throw new Problem(`${folder} is no checkout of the project.`)
  printSizes(folder, args.includes('--list'))
  if (args.includes('--click')) await printClickPath(folder)
  return 0
})
