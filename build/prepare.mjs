import { judgeNode } from './node-version.mjs'

// Makes ready what `npm start`, `npm test` and `npm run package` need, where it is missing. It
// starts with nothing but Node, so what it imports uses Node's own modules only, and not before
// Node's age is known.

const node = judgeNode(process.versions.node)
if (node.kind === 'too-old') {
  process.stderr.write(`${node.text}\n`)
  process.exit(1)
}
// Once per command: the scripts that follow say nothing of it.
if (node.kind === 'old') process.stdout.write(`${node.text}\n`)

const { installApart } = await import('./isolated-install.mjs')
const { ensureDependencies } = await import('./dependencies.mjs')
const { reasonAgainstNewerNode } = await import('./newer-node.mjs')
const { assertSupported, ensureElectron } = await import('./install-electron.mjs')
const { root } = await import('./paths.mjs')
const { runScript } = await import('./problem.mjs')
const { findElectron, resolveElectron } = await import('./runtime.mjs')
const { ensureSystem, tryToInstallBrowser } = await import('./system.mjs')

await runScript(async () => {
  const purpose = process.argv[2] === 'test' ? 'test' : 'start'
  const isForPackages = process.argv[2] === 'package'
  if (findElectron()?.kind !== 'override') assertSupported(`${process.platform}-${process.arch}`)
  await ensureDependencies(root)
  if (purpose === 'test') await installApart('checkers')
  if (purpose === 'test' && reasonAgainstNewerNode() === undefined) await installApart('newer-node')
  if (purpose === 'test' || isForPackages) await installApart('packager')
  // Which Electron goes into a package is that script's own concern.
  if (isForPackages) return 0
  await ensureElectron()
  await ensureSystem(resolveElectron().executable, purpose)
  if (purpose === 'test') await tryToInstallBrowser()
  return 0
})
