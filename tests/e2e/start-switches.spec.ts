import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { resolveElectron } from '../../build/runtime.mjs'
import { type NamedRuntime, nameRuntime } from './support/named-runtime.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'elsewhere the program is not a file that can be renamed')

const project = path.join(import.meta.dirname, '../..')
let runtime: NamedRuntime

test.beforeAll(async () => {
  runtime = await nameRuntime('token-desk')
})
test.afterAll(() => runtime.remove())

for (const dangerous of [
  '--remote-debugging-port=0',
  '--inspect=127.0.0.1:0',
  '--ignore-certificate-errors',
  '--proxy-server=planted-user:planted-password@127.0.0.1:9',
  '--js-flags=--expose-gc',
]) {
  const name = dangerous.replace(/=.*/, '')
  test(`packaged, the app says in a sentence that it does not start with ${name}`, async ({
    dataFolder,
    desktop,
  }) => {
    const { switches } = resolveElectron()
    const args = [...switches, project, `--user-data-dir=${dataFolder}`, dangerous]
    const ended = await new Promise<{ code: unknown; said: string }>((resolve) => {
      const limit = { cwd: dataFolder, env: desktop, timeout: 30_000 }
      execFile(runtime.executable, args, limit, (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, said: stdout + stderr })
      })
    })
    expect(ended.code).toBe(1)
    expect(ended.said).toContain('Token Desk does not start with')
    expect(ended.said).toContain(name)
    expect(ended.said).not.toContain('planted')
    expect(existsSync(path.join(dataFolder, 'vault'))).toBe(false)
    expect(existsSync(path.join(dataFolder, 'log.jsonl'))).toBe(false)
  })
}

test('while developing, the same program under its own name starts with them', async ({
  start,
}) => {
  const { electron } = await start({ switches: ['--js-flags=--expose-gc'] })
  expect(await electron.evaluate(({ app }) => app.isPackaged)).toBe(false)
})
