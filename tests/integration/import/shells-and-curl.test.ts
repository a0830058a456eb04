import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isPlaceholder } from '../../../src/main/import/placeholder.ts'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { seedOr } from '../../support/deep.ts'
import * as quoting from '../../support/import/quoting.ts'
import {
  type LoopbackServer,
  type ReceivedRequest,
  startServer,
} from '../../support/ports/loopback-server.ts'
import { optionOf } from '../../support/profiles/settings.ts'

const execute = promisify(execFile)
const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

const seed = seedOr(20261130)
const commandCount = 300

let server: LoopbackServer
let folder = ''
beforeAll(async () => {
  server = await startServer((_, response) => response.end('{}'))
  folder = await mkdtemp(path.join(tmpdir(), 'import-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** A client, wherever it stands in a request. */
interface Client {
  readonly id: string
  readonly secret: string
  readonly scope: string
}

/** Much of what a shell, curl or a form could take for its own. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...`'"\\\`$^%&|;<>(){}[]@#!*?~=+-,. :/`) },
  { weight: 5, arbitrary: fc.constantFrom(...'abnrtuxzAZ0179_') },
  { weight: 1, arbitrary: fc.constantFrom('é', '€', '🔑', '\t') },
)
const secretText = fc
  .string({ unit: character, minLength: 3, maxLength: 20 })
  .filter((text) => !isPlaceholder(text))
const idText = fc
  .string({ unit: fc.constantFrom(...'abz019-._~ é$'), minLength: 2, maxLength: 12 })
  .map((text) => `i${text.trim()}d`)

type Quote = (text: string) => string
const { posixSingle, posixDouble, posixAnsi, posixBytes } = quoting

/** How a variable gets a value, so that `"$NAME"` stands for it. */
const settings: readonly ((name: string, value: string, quote: Quote) => string)[] = [
  (name, value, quote) => `${name}=${quote(value)}`,
  (name, value, quote) => `export ${name}=${quote(value)}`,
  (name, value, quote) => `declare ${name}=${quote(value)}`,
  (name, value, quote) => {
    const [first = '', ...rest] = Array.from(value)
    return `${name}=${quote(first)}; ${name}+=${quote(rest.join(''))}`
  },
  (name, value, quote) => `OTHER=${quote(value)}; ${name}="\${${name}_UNSET:-$OTHER}"`,
  (name, value, quote) => `${name}=$(printf %s ${quote(value)})`,
  (name, value, quote) => `${name}=old; ${name}="$(printf '%s' ${quote(value)})"`,
  (name, value, quote) => `OTHER=(${quote(value)} y); ${name}="\${OTHER}"`,
]

const encoded = encodeURIComponent
const inForm = (text: string) => posixSingle(`"${text.replace(/["\\]/g, '\\$&')}"`)
const jsonOf = ({ id, secret, scope }: Client) =>
  JSON.stringify({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
    scope,
  })

/** How a command names the client, given the words of bash for its id and its secret. */
const sends: readonly ((words: Omit<Client, 'scope'>, client: Client) => string)[] = [
  ({ id, secret }) => `--data-urlencode client_id=${id} --data-urlencode client_secret=${secret}`,
  ({ id, secret }) => `-d client_id=${id} --data-urlencode client_secret=${secret}`,
  ({ id, secret }) => `-u ${id}:${secret}`,
  ({ id, secret }) => `--form-string client_id=${id} --form-string client_secret=${secret}`,
  ({ id, secret }) => `-H "Authorization: Basic $(printf '%s:%s' ${id} ${secret} | base64 -w0)"`,
  ({ id, secret }) => `--url-query client_id=${id} --url-query client_secret=${secret}`,
  (_, { id, secret }) => `-F client_id=${inForm(id)} -F client_secret=${inForm(secret)}`,
  (_, { id, secret }) =>
    `-d ${posixDouble(`client_id=${encoded(id)}&client_secret=${encoded(secret)}`)}`,
  (_, client) => `--json ${posixSingle(jsonOf(client))}`,
  (_, client) => `--json @- <<'END'\n${jsonOf(client)}\nEND`,
  (_, { id, secret, scope }) =>
    `-d @- <<END\ngrant_type=client_credentials&client_id=${encoded(id)}\n&scope=${scope}&client_secret=${encoded(secret)}\nEND`,
]

/** A script that asks for a token as this client. */
const sample = fc
  .record({
    id: idText,
    secret: secretText,
    scope: fc.constantFrom('read', 'read write', 'openid a.b:c'),
    quote: fc.constantFrom<Quote>(posixSingle, posixDouble, posixAnsi, posixBytes),
    set: fc.option(fc.constantFrom(...settings)),
    send: fc.constantFrom(...sends),
  })
  .map(({ id, secret, scope, quote, set, send }) => {
    const words =
      set === null ? { id: quote(id), secret: quote(secret) } : { id: '"$ID"', secret: '"$SECRET"' }
    const given = send(words, { id, secret, scope })
    const isWhole = /^(?:--json|-d @-)/.test(given)
    const option = /^(?:-F|--form-string)/.test(given) ? '--form-string' : '--data-urlencode'
    const rest = isWhole
      ? ''
      : `${option} grant_type=client_credentials ${option} ${quote(`scope=${scope}`)} `
    return {
      client: { id, secret, scope },
      script: [
        ...(set === null ? [] : [set('ID', id, quote), set('SECRET', secret, quote)]),
        `curl -s ${server.origin}/oauth/token ${rest}${given}`,
      ].join('\n'),
    }
  })

/** The fields of a body, whatever its format. */
function fieldsOf(body: string, contentType: string): ReadonlyMap<string, string> {
  if (contentType.includes('json')) return new Map(Object.entries(JSON.parse(body)))
  const [, boundary] = /boundary=(\S+)/.exec(contentType) ?? []
  if (boundary === undefined) return new Map(new URLSearchParams(body))
  const parts = body.split(`--${boundary}`).slice(1, -1)
  return new Map(
    parts.map((part) => {
      const [head = '', ...content] = part.split('\r\n\r\n')
      const [, name = ''] = /name="([^"]*)"/.exec(head) ?? []
      return [name, content.join('\r\n\r\n').replace(/\r\n$/, '')]
    }),
  )
}

/** The client as it arrived. */
function arrived({ path: target = '', headers, body }: ReceivedRequest): Client {
  const query = new URL(target, server.origin).searchParams
  const fields = fieldsOf(body.toString(), headers['content-type'] ?? '')
  const [, pair = ''] = /^Basic (.*)$/.exec(headers.authorization ?? '') ?? []
  const [id = '', ...secret] = Buffer.from(pair, 'base64').toString().split(':')
  const value = (name: string) => fields.get(name) ?? query.get(name) ?? undefined
  return {
    id: value('client_id') ?? id,
    secret: value('client_secret') ?? secret.join(':'),
    scope: value('scope') ?? '',
  }
}

/** The client as the reader understands the script. */
function understood(script: string): Client | string {
  const read = readImport(script, presets)
  if (read.kind === 'nothing') return read.reason
  const [candidate] = read.candidates
  return {
    id: optionOf(candidate?.shown.settings, 'clientId') ?? '',
    secret: candidate?.secrets.clientSecret ?? '',
    scope: optionOf(candidate?.shown.settings, 'scope') ?? '',
  }
}

/** No settings of the person who runs the tests, and no proxy between. */
function environment(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !/_proxy$/i.test(name))
  const kept = Object.fromEntries(names.map((name) => [name, process.env[name]]))
  return { ...kept, LC_ALL: 'C.UTF-8', CURL_HOME: folder, NETRC: path.join(folder, 'none') }
}

it.skipIf(!has('bash', '--version') || !has('curl', '--version'))(
  `bash and curl send what the reader says (${commandCount} scripts, seed ${seed})`,
  async () => {
    const samples = fc.sample(sample, { numRuns: commandCount, seed })
    const file = path.join(folder, 'all.sh')
    await writeFile(file, samples.map(({ script }) => `(\n${script}\n)\n`).join(''))
    await execute('bash', [file], { env: environment(), cwd: folder })
    expect(server.received.length).toBe(commandCount)
    for (const [index, { script, client }] of samples.entries()) {
      const received = server.received[index]
      if (received === undefined) throw new Error('nothing arrived')
      expect({ script, ...arrived(received) }).toEqual({ script, ...client })
      expect({ script, understood: understood(script) }).toEqual({ script, understood: client })
    }
  },
  120_000,
)
