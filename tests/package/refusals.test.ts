import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

const project = path.join(import.meta.dirname, '../..')

/** Asks for packages where `mirror` stands for the place that has the official Electron. */
async function ask(mirror: string, ...args: readonly string[]) {
  const cache = await mkdtemp(path.join(tmpdir(), 'no-cache-'))
  const env = {
    ...process.env,
    ELECTRON_MIRROR: mirror,
    XDG_CACHE_HOME: cache,
    LOCALAPPDATA: cache,
    HOME: cache,
  }
  const script = path.join(project, 'build/package.mjs')
  const ended = await new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, _stdout, stderr) => {
      resolve({ code: error?.code ?? 0, said: stderr })
    })
  })
  await rm(cache, { recursive: true })
  return ended
}

test('without the official Electron there is no release, and a sentence says so', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  const { code, said } = await ask(`http://127.0.0.1:${port}/`)
  expect(said).toMatch(/^Packages are made from the official Electron \d+\.\d+\.\d+ alone[^\n]*\n$/)
  expect(said).toContain('--evaluation')
  expect(code).toBe(1)
})

test('an Electron that is not what was published is refused', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('this is no Electron')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { code, said } = await ask(`http://127.0.0.1:${port}/`)
  server.close()
  expect(asked.join()).toMatch(/electron-v\d+\.\d+\.\d+-[\w-]+\.zip/)
  expect(said).toMatch(/^What was downloaded as Electron [^\n]*the checksum differs[^\n]*\n$/)
  expect(code).toBe(1)
})

test('a word that is not known is refused before anything is done', async () => {
  const { code, said } = await ask('', '--evalution')
  expect(said).toMatch(/^Say "npm run package" for a release/)
  expect(code).toBe(1)
  expect(existsSync(path.join(project, 'dist', 'undefined'))).toBe(false)
})
