import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const project = path.join(import.meta.dirname, '../../..')
const fake = path.join(project, 'tests/support/key-store/safe-storage.mjs')

/** Runs in main before the app: gives safeStorage the calls of Electron 45, with a key on disk. */
const swap = (keyFile: string) => `
import { readFileSync } from 'node:fs'
import { dialog, safeStorage } from 'electron'
import { createSafeStorage45 } from ${JSON.stringify(pathToFileURL(fake).href)}

const electron45 = createSafeStorage45({
  behaviour: process.env.KEY_STORE_BEHAVIOUR ?? 'answers',
  platform: process.platform,
  key: readFileSync(${JSON.stringify(keyFile)}),
})
Object.assign(safeStorage, electron45)
globalThis.answerPrompt = electron45.answerPrompt
dialog.showMessageBox = async () => {
  console.log('a question was asked')
  return { response: 0, checkboxChecked: false }
}
`

export interface AppWithKeyStore {
  /** For Electron to start; the behaviour is named by KEY_STORE_BEHAVIOUR. */
  readonly folder: string
  remove(): Promise<void>
}

/**
 * The built app with a key store that answers as that of Electron 45 does. A question that it
 * asks in a dialog is written to its output, and answered with its first button.
 */
export async function createAppWithKeyStore(): Promise<AppWithKeyStore> {
  const folder = await mkdtemp(path.join(tmpdir(), 'app-with-key-store-'))
  await cp(path.join(project, 'out'), path.join(folder, 'out'), {
    recursive: true,
    filter: (source) => !source.endsWith('.map'),
  })
  const about = JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8'))
  const { name, productName, version, type } = about
  const own = { name, productName, version, type, main: 'main.js' }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(own))
  const keyFile = path.join(folder, 'key')
  await writeFile(keyFile, Buffer.alloc(32, 7))
  await writeFile(path.join(folder, 'swap.js'), swap(keyFile))
  await writeFile(
    path.join(folder, 'main.js'),
    "import './swap.js'\nimport './out/main/index.cjs'\n",
  )
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
