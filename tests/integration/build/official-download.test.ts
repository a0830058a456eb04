import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { downloadOfficial } from '../../../build/official-download.mjs'
import { portOf } from './loopback-registry.ts'

const modules = path.join(import.meta.dirname, '../../../node_modules')

/** A proxy that notes what it is asked for, and refuses all of it. */
async function startProxy() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(403).end()
  })
  server.on('connect', ({ url, headers }, socket) => {
    asked.push(`${url} ${headers['proxy-authorization'] ?? ''}`.trim())
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { asked, address: `127.0.0.1:${portOf(server.address())}`, close: () => server.close() }
}

let base: string
let folder: string
let env: NodeJS.ProcessEnv
let proxy: Awaited<ReturnType<typeof startProxy>>

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'official-download-'))
  // The real installer in a folder of its own, so that an Electron that is there stays.
  folder = path.join(base, 'node_modules/electron')
  await mkdir(folder, { recursive: true })
  for (const name of ['package.json', 'install.js', 'checksums.json']) {
    await cp(path.join(modules, 'electron', name), path.join(folder, name))
  }
  for (const scope of ['@electron', '@electron-internal']) {
    await symlink(path.join(modules, scope), path.join(base, 'node_modules', scope), 'junction')
  }
  env = { PATH: process.env['PATH'], HOME: base, electron_config_cache: path.join(base, 'cache') }
  proxy = await startProxy()
})

afterEach(async () => {
  proxy.close()
  await rm(base, { recursive: true })
})

test.each([
  ['HTTPS_PROXY', ''],
  ['https_proxy', 'http://'],
  ['HTTP_PROXY', 'http://'],
  ['npm_config_https_proxy', 'http://'],
  ['npm_config_proxy', 'http://'],
])(
  'the download of Electron asks the proxy in %s, and says that this refused',
  async (name, scheme) => {
    const download = await downloadOfficial(folder, { ...env, [name]: scheme + proxy.address })
    expect(proxy.asked).toEqual(['github.com:443'])
    expect(download).toMatchObject({ isThere: false })
    expect(JSON.stringify(download)).toMatch(/Error: fetch failed: [^\n]*403/)
    expect(await readdir(folder)).not.toContain('dist')
  },
)

test('the password of a proxy is given to it, and not shown', async () => {
  const address = `http://ada:open-sesame@${proxy.address}`
  const download = await downloadOfficial(folder, { ...env, HTTPS_PROXY: address })
  const credentials = Buffer.from('ada:open-sesame').toString('base64')
  expect(proxy.asked).toEqual([`github.com:443 Basic ${credentials}`])
  expect(JSON.stringify(download)).not.toContain('open-sesame')
})

test('a proxy is left aside for what NO_PROXY names, and the reason is one line', async () => {
  const mirror = 'http://127.0.0.1:9/'
  const through = { HTTP_PROXY: `http://${proxy.address}`, NO_PROXY: '127.0.0.1' }
  const download = await downloadOfficial(folder, { ...env, ...through, ELECTRON_MIRROR: mirror })
  expect(proxy.asked).toEqual([])
  expect(download).toMatchObject({ isThere: false, reason: expect.stringMatching(/^[^\n]+$/) })
})
