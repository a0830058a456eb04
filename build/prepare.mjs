import { judgeNode } from './node-version.mjs'

// Prepares a command: `start` (the app), `desktop` (the app in a desktop session of its own),
// `package`, or `dependencies`, which is all that the tests need before they know which steps run. It starts with nothing but Node, so its imports use Node's
// own modules only, and not before the version of Node is known.

const node = judgeNode(process.versions.node)
if (node.kind === 'too-old') {
  process.stderr.write(`${node.text}\n`)
  process.exit(1)
}
// Once per command: the scripts that follow do not repeat it.
if (node.kind === 'old') process.stdout.write(`${node.text}\n`)

const { installApart } = await import('./isolated-install.mjs')
const { ensureDependencies } = await import('./dependencies.mjs')
const { assertSupported, ensureElectron } = await import('./install-electron.mjs')
const { root } = await import('./paths.mjs')
const { runScript } = await import('./problem.mjs')
const { findElectron, resolveElectron } = await import('./runtime.mjs')
const { DESKTOP_PROGRAMS, ensureSystem } = await import('./system.mjs')

await runScript(async () => {
  const purpose = process.argv[2] ?? 'start'
  if (purpose === 'dependencies') {
    await ensureDependencies(root)
    return 0
  }
  if (findElectron()?.kind !== 'override') assertSupported(`${process.platform}-${process.arch}`)
  await ensureDependencies(root)
  if (purpose === 'package') {
    // That script chooses the Electron of the package.
    await installApart('packager')
    return 0
  }
  await ensureElectron()
  const programs = purpose === 'desktop' ? DESKTOP_PROGRAMS : []
  await ensureSystem(resolveElectron().executable, programs)
  return 0
})
