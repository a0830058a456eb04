import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  buildProcess,
  type PracticeFolder,
} from '../../support/authorization-server/build-practice-process.ts'

let built: PracticeFolder
beforeAll(async () => {
  const source = path.join(import.meta.dirname, '../../../src/main/backup/process.ts')
  built = await buildProcess(source, 'backup.js')
})
afterAll(() => built.remove())

// As a utility process of Electron 37 and later: it has a port and outlives rejections.
const host = (code: string) => `
process.parentPort = { once: () => {}, postMessage: () => {} }
await import('./backup.js')
setInterval(() => {}, 1000)
${code}
`

test.each([
  ['a rejection', "Promise.reject(new Error('planted'))"],
  ['an exception', "setImmediate(() => { throw new Error('planted') })"],
])('%s that no code handles ends the process, so that main need not wait', async (_, code) => {
  const entry = await built.add('host.js', host(code))
  const execArgv = ['--unhandled-rejections=warn']
  const child = fork(entry, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv })
  const [exitCode] = await once(child, 'exit')
  expect(exitCode).toBe(1)
})
