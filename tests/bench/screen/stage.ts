import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { undoAtExit } from '../../../build/cleanup.mjs'
import { apartFolder } from '../../../build/isolated-install.mjs'
import { normalise } from '../../../build/packaging/tree.mjs'
import { resolveElectron } from '../../../build/runtime.mjs'

/** How a program is started: what runs, and with what. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
}

/** Programs where everybody may run them, as if each had been installed. */
export interface Stage {
  readonly packaged: Command
  /** The same built files beside the bare runtime, neither in an archive nor with fuses. */
  readonly unpackaged: Command
  readonly emptyWindow: Command
  readonly productName: string
  remove(): void
}

/** Copies a folder with Electron so that ordinary users can start it, sandbox and all. */
function install(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  normalise(to, Date.now() / 1000)
  // As the Debian package has it. Others than root can't, and go by namespaces.
  if (process.getuid?.() === 0) chmodSync(path.join(to, 'chrome-sandbox'), 0o4755)
}

/** @param folder of `npm run package`, with the program, its runtime and `resources/app.asar` */
export function setStage(folder: string): Stage {
  const archive = path.join(folder, 'resources', 'app.asar')
  if (!existsSync(archive)) {
    throw new Error(
      `There is no packaged app in ${folder}: run "npm run package -- --evaluation" and name the folder in dist/evaluation.`,
    )
  }
  const asar = createRequire(path.join(apartFolder('packager'), 'package.json'))('@electron/asar')
  const { name, productName } = JSON.parse(asar.extractFile(archive, 'package.json').toString())
  const stage = mkdtempSync(path.join(tmpdir(), 'bench-stage-'))
  const removal = undoAtExit(() => rmSync(stage, { recursive: true, force: true, maxRetries: 5 }))
  const at = (part: string) => path.join(stage, part)
  chmodSync(stage, 0o755)
  install(folder, at('packaged'))
  const { executable } = resolveElectron()
  install(path.dirname(executable), at('runtime'))
  asar.extractAll(archive, at('app'))
  cpSync(path.join(import.meta.dirname, '..', 'empty-window'), at('empty-window'), {
    recursive: true,
  })
  for (const part of ['app', 'empty-window']) normalise(at(part), Date.now() / 1000)
  const runtime = path.join(at('runtime'), path.basename(executable))
  return {
    packaged: { program: path.join(at('packaged'), name), args: [] },
    unpackaged: { program: runtime, args: [at('app')] },
    emptyWindow: { program: runtime, args: [at('empty-window')] },
    productName,
    remove: removal.now,
  }
}
