import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SnippetRequest } from '../../../src/main/snippets/request.ts'
import { snippetOf } from '../../../src/main/snippets/snippet.ts'
import type { SnippetForm } from '../../../src/shared/copying.ts'
import { type LoopbackServer, startServer } from '../../support/ports/loopback-server.ts'
import { sampleRequests } from '../../support/snippets/requests.ts'

const execute = promisify(execFile)
const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

let server: LoopbackServer
let folder = ''
let requests: readonly SnippetRequest[]
beforeAll(async () => {
  server = await startServer((_, response) => response.end('{"hello":"you"}'))
  requests = sampleRequests(server.origin, 80)
  folder = await mkdtemp(path.join(tmpdir(), 'snippets-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** No settings of whoever runs the tests, and no proxy between. */
function environment(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !/_proxy$/i.test(name))
  const kept = Object.fromEntries(names.map((name) => [name, process.env[name]]))
  return { ...kept, CURL_HOME: folder, NETRC: path.join(folder, 'none'), NO_PROXY: '*' }
}

const run = (program: string, args: readonly string[]) =>
  execute(program, args, { env: environment(), cwd: folder, maxBuffer: 16 * 1024 * 1024 })

const snippets = (form: SnippetForm) => requests.map((each) => snippetOf(form, each) ?? '')

/** What has arrived since it was asked for last. */
let seen = 0
function arrived() {
  const fresh = server.received.slice(seen)
  seen = server.received.length
  return fresh.map(({ method, path: target, headers }) => ({
    method,
    address: `${server.origin}${target}`,
    authorization: headers.authorization,
  }))
}

const expected = () =>
  requests.map(({ address, token }) => ({
    method: 'GET',
    address,
    authorization: `Bearer ${token}`,
  }))

/** How each shell runs a script without its user's settings, and what comes before the commands. */
const shells = [
  { shell: 'sh', flags: [], head: 'set -e' },
  { shell: 'dash', flags: [], head: 'set -e' },
  // As at its prompt, where `!name` is a command from before.
  { shell: 'bash', flags: ['--norc'], head: 'set -e -o history -H' },
  { shell: 'zsh', flags: ['-f'], head: 'set -e' },
  { shell: 'ksh', flags: [], head: 'set -e' },
  { shell: 'fish', flags: ['--no-config'], head: '' },
  { shell: 'tcsh', flags: ['-f'], head: 'set history = 100' },
] as const

it.for(shells)(
  '$shell and curl bring every token and every address to the server as they are',
  { timeout: 60_000 },
  async ({ shell, flags, head }, { skip }) => {
    const isHere = has('curl', '--version') && spawnSync(shell, ['-c', 'exit 0']).status === 0
    skip(!isHere, `${shell} or curl is not installed`)
    const script = path.join(folder, `all.${shell}`)
    await writeFile(script, `${head}\n${snippets('curl').join('\n')}\n`)
    const { stdout } = await run(shell, [...flags, script])
    expect(arrived()).toEqual(expected())
    expect(stdout).toBe('{"hello":"you"}'.repeat(requests.length))
  },
)

it('Node brings every token and every address to the server as they are', async () => {
  const script = path.join(folder, 'all.mjs')
  const blocks = snippets('javascript').map((each) => `{\n${each}\n}`)
  await writeFile(script, blocks.join('\n'))
  const { stdout } = await run(process.execPath, [script])
  expect(arrived()).toEqual(expected())
  expect(stdout).toBe('200 {"hello":"you"}\n'.repeat(requests.length))
}, 60_000)

it.skipIf(!has('python3', '-c', 'import requests'))(
  'Python and requests bring every token to the server as it is',
  async () => {
    const script = path.join(folder, 'all.py')
    await writeFile(script, snippets('python').join('\n'))
    const { stdout } = await run('python3', [script])
    // requests writes some signs of an address in another way that means the same.
    const tokens = ({ authorization }: { readonly authorization: string | undefined }) =>
      authorization
    expect(arrived().map(tokens)).toEqual(expected().map(tokens))
    expect(stdout).toBe('200 {"hello":"you"}\n'.repeat(requests.length))
  },
  60_000,
)

it.skipIf(!has('python3', '--version'))('Python reads the address as it is', async () => {
  const script = path.join(folder, 'read.py')
  const shim =
    'import sys, types, json\nsys.modules["requests"] = m = types.ModuleType("requests")\n'
  const get =
    'm.get = lambda url, headers, timeout: (print(json.dumps([url, headers])), types.SimpleNamespace(status_code=0, text=""))[1]\n'
  await writeFile(script, `${shim}${get}${snippets('python').join('\n')}`)
  const { stdout } = await run('python3', [script])
  const read = stdout.split('\n').filter((line) => line.startsWith('['))
  expect(read.map((line) => JSON.parse(line))).toEqual(
    requests.map(({ address, token }) => [address, { Authorization: `Bearer ${token}` }]),
  )
})

it('a .http file is the request itself', async () => {
  const { host, hostname, port } = new URL(server.origin)
  const sent = requests.filter((each) => snippetOf('http-file', each) !== undefined)
  for (const request of sent) {
    const [line = '', header = ''] = (snippetOf('http-file', request) ?? '').split('\n')
    const socket = connect(Number(port), hostname)
    socket.write(`${line}\r\nHost: ${host}\r\n${header}\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toContain('200 OK')
  }
  const plain = (address: string) => address.replaceAll('{', '%7B').replaceAll('}', '%7D')
  expect(arrived()).toEqual(
    sent.map(({ address, token }) => ({
      method: 'GET',
      // The absolute form of RFC 9112 §3.2.2 arrives as it was written.
      address: `${server.origin}${plain(address)}`,
      authorization: `Bearer ${token}`,
    })),
  )
  expect(sent.length).toBeGreaterThan(50)
}, 60_000)
