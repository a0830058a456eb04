import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findProgram } from '../../../build/command.mjs'
import { findBrowser } from '../../../build/page-browser.mjs'
import { resolveElectron } from '../../../build/runtime.mjs'

/** The system's browser as the app under test finds it: through `xdg-open` on the search path. */
export interface SystemBrowser {
  /** For the app. */
  readonly env: NodeJS.ProcessEnv
  /** Returns the addresses that the app opened, oldest first. */
  opened(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A running Chromium in which the addresses open, each in a new tab. */
export interface RealBrowser extends SystemBrowser {
  readonly context: BrowserContext
  /** Returns the next tab that the app opened and that was not returned before. */
  page(): Promise<Page>
}

/** Creates the only program by which Electron opens addresses on Linux. Its exit code is ignored. */
async function createXdgOpen(then: (folder: string) => string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'system-browser-'))
  const programs = path.join(folder, 'programs')
  await mkdir(programs)
  const record = path.join(folder, 'opened.txt')
  await writeFile(record, '')
  const script = `#!/bin/sh\nprintf '%s\\n' "$1" >> '${record}'\n${then(folder)}\n`
  const program = path.join(programs, 'xdg-open')
  await writeFile(program, script)
  await chmod(program, 0o755)
  return {
    folder,
    env: { PATH: [programs, process.env['PATH']].join(path.delimiter) },
    opened: async () => (await readFile(record, 'utf8')).split('\n').filter((line) => line !== ''),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Creates a browser that opens nothing, like one whose tab was closed before anything came of it. */
export async function createSilentBrowser(): Promise<SystemBrowser> {
  const { env, opened, remove } = await createXdgOpen(() => 'exit 0')
  return { env, opened, close: remove }
}

/** Creates the state of a system without a browser; 3 is what xdg-open exits with then. */
export async function createNoBrowser(): Promise<SystemBrowser> {
  const { env, opened, remove } = await createXdgOpen(() => 'exit 3')
  return { env, opened, close: remove }
}

/** Creates the state of a system on which not even `xdg-open` is installed. */
export async function createNoOpener(): Promise<SystemBrowser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'no-opener-'))
  // The tests read the clipboard with the environment of the app.
  const xclip = findProgram('xclip')
  if (xclip !== undefined) await symlink(xclip, path.join(folder, 'xclip'))
  return {
    env: { PATH: folder },
    opened: async () => [],
    close: () => rm(folder, { recursive: true }),
  }
}

/** Rules under which the browser finds no host but this computer, so that it sends nothing outside. */
const loopbackOnly = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE ::1'

/** Starts Debian's Chromium with a new profile on the display of `desktop`. */
export async function startRealBrowser(desktop: NodeJS.ProcessEnv): Promise<RealBrowser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chromium is installed')
  const isSandboxed = !resolveElectron().switches.includes('--no-sandbox')
  // A second start on a profile in use hands its address to the first and ends, as on a desktop.
  const { folder, env, opened, remove } = await createXdgOpen((own) => {
    const sandbox = isSandboxed ? '' : ' --no-sandbox'
    return `exec '${executablePath}' '--user-data-dir=${own}/profile'${sandbox} "$1" >/dev/null 2>&1`
  })
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath,
    headless: false,
    chromiumSandbox: isSandboxed,
    viewport: null,
    args: [
      `--host-resolver-rules=${loopbackOnly}`,
      '--no-proxy-server',
      '--password-store=basic',
      '--ozone-platform=x11',
      '--lang=en',
    ],
    env: Object.fromEntries(
      Object.entries({ ...desktop, HOME: folder, LANGUAGE: 'en' }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  })
  const arrived: Page[] = []
  const waiting: ((page: Page) => void)[] = []
  context.on('page', (page) => {
    const resolve = waiting.shift()
    if (resolve === undefined) arrived.push(page)
    else resolve(page)
  })
  return {
    env,
    opened,
    context,
    page: async () => {
      const page = await (arrived.shift() ??
        new Promise<Page>((resolve) => {
          waiting.push(resolve)
        }))
      await page.waitForLoadState()
      return page
    },
    close: async () => {
      await context.close()
      await remove()
    },
  }
}
