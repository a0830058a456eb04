import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { resolveElectron } from '../../../build/runtime.mjs'

const projectFolder = path.join(import.meta.dirname, '../../..')
const execute = promisify(execFile)

/** The running app and what a person, or another program, can see of it. */
export interface App {
  readonly page: Page
  readonly electron: ElectronApplication
  /** All that the app has written to its standard output and error. */
  output(): string
  /** The text on the clipboard, as another program gets it. */
  clipboardText(): Promise<string>
  /** Quits as a user does, and waits until it is gone. */
  close(): Promise<void>
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>
}

interface LaunchOptions {
  readonly dataFolder: string
  readonly env: NodeJS.ProcessEnv
  readonly switches: readonly string[]
  /** Of the app to start; the project's own by default. */
  readonly appFolder?: string
}

export async function launchApp({
  dataFolder,
  env,
  switches,
  appFolder = projectFolder,
}: LaunchOptions): Promise<App> {
  const runtime = resolveElectron()
  const chosenStore = switches.some((each) => each.startsWith('--password-store'))
  const chosenPlatform = switches.some((each) => each.startsWith('--ozone-platform'))
  const application = await electron.launch({
    executablePath: runtime.executable,
    // Playwright would turn the sandbox off by itself; only what the runtime needs may.
    chromiumSandbox: !runtime.switches.includes('--no-sandbox'),
    args: [
      ...runtime.switches,
      appFolder,
      `--user-data-dir=${dataFolder}`,
      ...(process.platform === 'linux' && !chosenStore ? ['--password-store=gnome-libsecret'] : []),
      ...(process.platform === 'linux' && !chosenPlatform ? ['--ozone-platform=x11'] : []),
      ...switches,
    ],
    cwd: projectFolder,
    env: definedIn(env),
  })
  let written = ''
  const child = application.process()
  child.stdout?.on('data', (text: Buffer) => {
    written += text.toString()
  })
  child.stderr?.on('data', (text: Buffer) => {
    written += text.toString()
  })
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null) resolve()
    child.once('exit', () => resolve())
  })
  const page = await application.firstWindow()
  return {
    page,
    electron: application,
    output: () => written,
    clipboardText: () =>
      process.platform === 'linux'
        ? execute('xclip', ['-selection', 'clipboard', '-out'], { env }).then((done) => done.stdout)
        : application.evaluate(async ({ clipboard }) => clipboard.readText()),
    close: async () => {
      await application.close()
      await gone
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
