import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

/** Where the kernel writes dumps to, if it does so itself: beside the program’s current folder. */
function dumpsAreFiles(): boolean {
  if (process.platform !== 'linux') return false
  return readFileSync('/proc/sys/kernel/core_pattern', 'utf8').trim() === 'core'
}

test.skip(!dumpsAreFiles(), 'dumps go elsewhere here')

/** Lets a process leave a dump in a folder of its own, however the session is set up. */
function allowDumps(pid: number): void {
  execFileSync('prlimit', ['--core=unlimited:unlimited', '--pid', `${pid}`])
}

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dumps-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const secret = () => ['kestrel', '77', 'in-the-dump'].join('-')

const dumps = () => readdirSync(folder).filter((name) => name.startsWith('core'))

/** Starts the app with the secret in main's memory, as a typed one is; dumps go to the folder. */
async function startWithSecret(start: () => Promise<App>): Promise<App> {
  const app = await start()
  await expect(createTestApp(app.page).button('Try the practice server')).toBeVisible()
  await app.electron.evaluate(
    (_electron, { text, place }) => {
      Object.assign(globalThis, { kept: [text, Buffer.from(text), text.repeat(50)] })
      process.chdir(place)
    },
    { text: secret(), place: folder },
  )
  return app
}

/** Ends main as a crash does, and waits for its dump. */
async function crash({ electron }: App, signal: NodeJS.Signals): Promise<void> {
  const child = electron.process()
  const { pid = 0 } = child
  allowDumps(pid)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(pid, signal)
  await ended
  await expect.poll(dumps).toHaveLength(1)
}

for (const signal of ['SIGABRT', 'SIGSEGV', 'SIGQUIT'] as const) {
  test(`main leaves no secret in the dump that ${signal} makes`, { tag: '@deep' }, async ({
    start,
  }) => {
    await crash(await startWithSecret(start), signal)
    const [dump = ''] = dumps().map((name) => path.join(folder, name))
    // With memory in it, it has gigabytes (most of them never written), and the secret.
    expect(statSync(dump).size).toBeLessThan(16 * 1024 * 1024)
    expect(readFileSync(dump).includes(secret())).toBe(false)
  })
}

test('a dump that is named without a folder has no place', { tag: '@deep' }, async ({ start }) => {
  const { electron, page } = await start()
  await expect(createTestApp(page).button('Try the practice server')).toBeVisible()
  const child = electron.process()
  const { pid = 0 } = child
  const place = readlinkSync(`/proc/${pid}/cwd`)
  expect(place).toBe('/proc')
  allowDumps(pid)
  const ended = new Promise((resolve) => child.once('exit', (...how) => resolve(how)))
  process.kill(pid, 'SIGABRT')
  expect(await ended).toEqual([null, 'SIGABRT'])
  for (const folder of [place, path.join(import.meta.dirname, '../..')]) {
    expect(existsSync(path.join(folder, 'core'))).toBe(false)
  }
})

test('the page and every process that serves it leave their memory out as well', {
  tag: '@deep',
}, async ({ start }) => {
  const { electron, page } = await start()
  await expect(createTestApp(page).button('Try the practice server')).toBeVisible()
  const pids = await electron.evaluate(({ app, BrowserWindow }) => [
    process.pid,
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    ...app.getAppMetrics().flatMap(({ type, pid }) => (type === 'Utility' ? [pid] : [])),
  ])
  expect(pids.length).toBeGreaterThanOrEqual(3)
  for (const pid of pids) {
    const filter = readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim()
    expect(filter, `of process ${pid}`).toBe('00000000')
  }
})
