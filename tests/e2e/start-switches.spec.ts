import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { resolveElectron } from '../../build/runtime.mjs'
import { makeSelfSigned } from '../support/faults/certificates.ts'
import { type NamedRuntime, nameRuntime } from './support/named-runtime.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'elsewhere the program is not a file that can be renamed')

const project = path.join(import.meta.dirname, '../..')
let runtime: NamedRuntime

test.beforeAll(async () => {
  runtime = await nameRuntime('token-desk')
})
test.afterAll(() => runtime.remove())

/** Starts the renamed program, which then counts as packaged, and waits until it has ended. */
function startPackaged(
  dataFolder: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<{ readonly code: unknown; readonly said: string }> {
  const { switches } = resolveElectron()
  const all = [...switches, project, `--user-data-dir=${dataFolder}`, ...args]
  return new Promise((resolve) => {
    const limit = { cwd: dataFolder, env, timeout: 30_000 }
    execFile(runtime.executable, all, limit, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, said: stdout + stderr })
    })
  })
}

for (const dangerous of [
  '--remote-debugging-port=0',
  '--inspect=127.0.0.1:0',
  '--ignore-certificate-errors',
  '--proxy-server=planted-user:planted-password@127.0.0.1:9',
  '--js-flags=--expose-gc',
  '--experimental-network-inspection',
]) {
  const name = dangerous.replace(/=.*/, '')
  test(`packaged, the app says in a sentence that it does not start with ${name}`, async ({
    dataFolder,
    desktop,
  }) => {
    const ended = await startPackaged(dataFolder, desktop, [dangerous])
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

for (const variable of ['SSLKEYLOGFILE', 'ELECTRON_LOG_FILE']) {
  test(`packaged, the app says in a sentence that it does not start while ${variable} is set`, async ({
    dataFolder,
    desktop,
  }) => {
    const planted = path.join(dataFolder, 'planted')
    const ended = await startPackaged(dataFolder, { ...desktop, [variable]: planted }, [])
    expect(ended.code).toBe(1)
    expect(ended.said).toContain(`while the environment variable ${variable} is set`)
    expect(ended.said).not.toContain('planted')
    expect(existsSync(path.join(dataFolder, 'vault'))).toBe(false)
    expect(existsSync(planted)).toBe(false)
  })
}

test('while developing, no variable has the keys of connections written down', async ({
  start,
  dataFolder,
}) => {
  const file = path.join(dataFolder, 'keys.txt')
  const server = createServer(makeSelfSigned(), (_request, response) => response.end('{}'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { electron } = await start({ env: { SSLKEYLOGFILE: file } })
  const problem = await electron.evaluate(
    ({ net }, to) => net.fetch(`https://127.0.0.1:${to}/`).then(() => '', String),
    port,
  )
  server.close()
  // The handshake went so far that the keys were known.
  expect(problem).toContain('ERR_CERT_AUTHORITY_INVALID')
  expect(existsSync(file) ? readFileSync(file, 'utf8').slice(0, 40) : '').toBe('')
})
