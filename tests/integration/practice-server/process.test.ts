import { fork } from 'node:child_process'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  createPracticeServer,
  type PracticeServer,
} from '../../../src/main/practice-server/launch.ts'
import type { PracticeAccess } from '../../../src/main/practice-server/practice-access.ts'
import type { Language } from '../../../src/shared/language.ts'
import { basicHeader } from '../../support/authorization-server/basic-header.ts'
import {
  buildPracticeProcess,
  type PracticeFolder,
} from '../../support/authorization-server/build-practice-process.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'

// What a utility process of Electron has and a child process of Node has not.
const asUtilityProcess = `
process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (_name, listener) => process.on('message', (data) => listener({ data })),
}
await import('./practice-server.js')
`

let built: PracticeFolder
let entry: string
beforeAll(async () => {
  built = await buildPracticeProcess()
  entry = await built.add('as-utility-process.js', asUtilityProcess)
})
afterAll(() => built.remove())

const children: ReturnType<typeof fork>[] = []
let server: PracticeServer
let language: Language = 'en'
afterEach(async () => {
  server.stop()
  await Promise.all(children.splice(0).map(exitOf))
})

function exitOf(child: ReturnType<typeof fork>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

function createServer(module = entry, execArgv: readonly string[] = []) {
  server = createPracticeServer({
    fork: () => {
      const child = fork(module, {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        execArgv: [...execArgv],
      })
      children.push(child)
      return {
        onMessage: (listener) => child.on('message', listener),
        onExit: (listener) => child.once('exit', listener),
        send: (language) => child.send(language),
        kill: () => child.kill(),
      }
    },
    language: () => language,
    clock: createManualClock(),
    log: createMemoryLog(),
  })
  return server
}

function obtain(access: PracticeAccess) {
  const { userName, password, scope } = access
  return fetch(access.tokenEndpoint, {
    method: 'POST',
    headers: { authorization: basicHeader(access) },
    body: new URLSearchParams({ grant_type: 'password', username: userName, password, scope }),
  })
}

test('the bundled process tells how to get a token, and the token is there', async () => {
  const access = await createServer().start()
  const { status } = await obtain(access)
  expect(status).toBe(200)
})

test('the pages are in the language of the app, also after it changes', async () => {
  language = 'nl'
  const { endpoints } = await createServer().start()
  const languageOfPage = async () => {
    const response = await fetch(`${endpoints.issuer}/device`, { headers: { accept: 'text/html' } })
    return /<html lang="(.+?)">/.exec(await response.text())?.[1]
  }
  await expect.poll(languageOfPage).toBe('nl')
  language = 'pt-BR'
  server.languageChanged()
  await expect.poll(languageOfPage).toBe('pt-BR')
  language = 'en'
})

test('stop ends the process and its server', async () => {
  const access = await createServer().start()
  server.stop()
  await Promise.all(children.map(exitOf))
  await expect(obtain(access)).rejects.toThrow()
})

test('a server that was killed is replaced on the next start', async () => {
  const first = await createServer().start()
  children[0]?.kill('SIGKILL')
  await Promise.all(children.map(exitOf))
  const second = await server.start()
  expect(second.clientSecret).not.toBe(first.clientSecret)
  expect((await obtain(second)).status).toBe(200)
  expect(children).toHaveLength(2)
})

// As a utility process of Electron 37 and later does.
const outlivesRejections = ['--unhandled-rejections=warn']

test.each([
  ['a rejection', "setImmediate(() => Promise.reject(new Error('planted')))"],
  ['a rejection of something that is no error', 'setImmediate(() => Promise.reject())'],
  ['an exception', "setImmediate(() => { throw new Error('planted') })"],
])('%s that no code handles ends the process at once, also after its start', async (_, code) => {
  const later = `${asUtilityProcess}\nprocess.on('message', () => {})\nsetTimeout(() => {${code}}, 50)\n`
  const failing = await built.add('failing-later.js', later)
  const first = await createServer(failing, outlivesRejections).start()
  await Promise.all(children.map(exitOf))
  const second = await server.start()
  expect(second.clientSecret).not.toBe(first.clientSecret)
})

test('a server whose port can’t be opened is reported as a failure at once', async () => {
  const noPort = `
import { Server } from 'node:net'
Server.prototype.listen = function () {
  setImmediate(() => this.emit('error', new Error('planted')))
  return this
}
process.parentPort = { postMessage: (message) => process.send(message), on: () => {} }
import('./practice-server.js')
setInterval(() => {}, 1000)
`
  const failing = await built.add('no-port.js', noPort)
  await expect(createServer(failing, outlivesRejections).start()).rejects.toMatchObject({
    error: { code: 'practice-server-failed' },
  })
})

test('a process that cannot start is reported as a failure', async () => {
  const broken = await built.add('broken.js', 'process.exit(1)')
  await expect(createServer(broken).start()).rejects.toMatchObject({
    error: { code: 'practice-server-failed' },
  })
})
