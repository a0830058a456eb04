import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { resolveElectron } from '../../../build/runtime.mjs'
import { practiceAccess } from '../../../src/main/practice-server/practice-access.ts'
import { basicHeader } from '../../support/authorization-server/basic-header.ts'
import {
  buildPracticeProcess,
  type PracticeFolder,
} from '../../support/authorization-server/build-practice-process.ts'

// An app that does nothing but run the practice server as its utility process.
const app = `
import { app, utilityProcess } from 'electron'
app.whenReady().then(() => {
  const entry = new URL('./practice-server.js', import.meta.url).pathname
  const child = utilityProcess.fork(entry, [], { stdio: 'ignore' })
  child.once('message', (access) => console.log(JSON.stringify({ pid: child.pid, access })))
})
process.stdin.on('end', () => app.quit()).resume()
`
const ready = z.object({ pid: z.number(), access: practiceAccess })

let built: PracticeFolder
let electron: ChildProcess | undefined
beforeAll(async () => {
  built = await buildPracticeProcess()
  await built.add('main.js', app)
})
afterEach(() => {
  electron?.kill('SIGKILL')
})
afterAll(() => built.remove())

/** Starts the app without a display and waits until its practice server is ready. */
async function startApp() {
  const { executable, switches } = resolveElectron()
  const own = ['--ozone-platform=headless', '--disable-gpu', `--user-data-dir=${built.folder}/data`]
  const child = spawn(executable, [...switches, ...own, built.folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  electron = child
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{')) return { child, ...ready.parse(JSON.parse(line)) }
  }
  throw new Error('the app ended before its practice server was ready')
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('the bundled server gives a token from inside a utility process of Electron', async () => {
  const { access } = await startApp()
  const { userName, password, scope } = access
  const response = await fetch(access.tokenEndpoint, {
    method: 'POST',
    headers: { authorization: basicHeader(access) },
    body: new URLSearchParams({ grant_type: 'password', username: userName, password, scope }),
  })
  expect(response.status).toBe(200)
})

test.each(['quits', 'is killed'])('the server ends when the app %s', async (how) => {
  const { child, pid } = await startApp()
  const gone = once(child, 'exit')
  expect(isRunning(pid)).toBe(true)
  if (how === 'quits') child.stdin.end()
  else child.kill('SIGKILL')
  await gone
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
})
