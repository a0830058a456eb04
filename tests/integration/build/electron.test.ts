import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveElectron } from '../../../build/runtime.mjs'

const execute = promisify(execFile)

const main = `
import { app } from 'electron'
await new Promise((resolve) => setTimeout(resolve, 50))
const seen = {
  wasReady: app.isReady(),
  name: app.getName(),
  version: app.getVersion(),
  folder: app.getAppPath(),
  isPackaged: app.isPackaged,
  isDefaultApp: process.defaultApp,
  arguments: process.argv.slice(process.argv.indexOf(app.getAppPath()) + 1),
}
app.whenReady().then(() => {
  process.stdout.write(JSON.stringify(seen) + '\\n')
  app.exit(5)
})
`

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tiny-app-'))
  const about = {
    name: 'tiny',
    productName: 'Tiny App',
    version: '9.8.7',
    type: 'module',
    main: 'start.js',
  }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(about))
  await writeFile(path.join(folder, 'start.js'), main)
})

afterEach(() => rm(folder, { recursive: true }))

function open(...args: readonly string[]) {
  const { executable, switches } = resolveElectron()
  const data = `--user-data-dir=${path.join(folder, 'data')}`
  return execute(executable, [...switches, data, ...args])
}

test('whichever Electron is used opens the folder of an app as the official one does', async () => {
  const error = await open(folder, '--flag', 'word').catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 5 })
  const stdout = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
  expect(JSON.parse(stdout.trim())).toEqual({
    wasReady: false,
    name: 'Tiny App',
    version: '9.8.7',
    folder,
    isPackaged: false,
    isDefaultApp: true,
    arguments: ['--flag', 'word'],
  })
})
