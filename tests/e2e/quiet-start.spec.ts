import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './support/test.ts'

const project = path.join(import.meta.dirname, '../..')
const open = `
  import { openApp } from './build/app.mjs'
  import { resolveElectron } from './build/runtime.mjs'
  process.exitCode = await openApp(resolveElectron(), process.argv.slice(1), process.env)
`

for (const [name, args] of [
  ['prints nothing', []],
  ['prints the log of Chromium on request', ['--verbose']],
] as const) {
  test(`npm start ${name}`, async ({ desktop, dataFolder }) => {
    test.skip(process.platform !== 'linux', 'only there Chromium logs that it finds no bus')
    // No bus answers there, of which Chromium complains a dozen times.
    const env = { ...desktop, DBUS_SESSION_BUS_ADDRESS: `unix:path=${dataFolder}/no-bus` }
    const options = ['--input-type=module', '--eval', open, '--', `--user-data-dir=${dataFolder}`]
    const child = spawn(process.execPath, [...options, ...args], { cwd: project, env })
    let output = ''
    child.stdout.on('data', (text) => {
      output += text
    })
    child.stderr.on('data', (text) => {
      output += text
    })
    // The app writes its log once it has started.
    await expect.poll(() => existsSync(path.join(dataFolder, 'log.jsonl'))).toBe(true)
    if (args.length > 0) await expect.poll(() => output).toContain('ERROR:')
    const before = output
    child.kill('SIGINT')
    await once(child, 'exit')
    if (args.length === 0) expect(before).toBe('')
  })
}
