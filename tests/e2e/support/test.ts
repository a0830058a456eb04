import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { startVirtualDisplay } from '../../../build/display.mjs'
import { type App, launchApp } from './app.ts'
import { type RealBrowser, type SystemBrowser, startRealBrowser } from './browser.ts'

interface WorkerFixtures {
  /** What the programs of this worker run in: on Linux with a screen of its own. */
  readonly desktop: NodeJS.ProcessEnv
}

interface TestFixtures {
  /** A folder for the app's data, empty at first. */
  readonly dataFolder: string
  /** Starts the built app on the data folder; what still runs at the end is closed. */
  readonly start: (options?: {
    readonly switches?: readonly string[]
    /** Added to the environment of the app. */
    readonly env?: NodeJS.ProcessEnv
    /** In the place of the test's own. */
    readonly dataFolder?: string
    /** In the place of the project's. */
    readonly appFolder?: string
    /** The system's browser for the app. */
    readonly browser?: SystemBrowser
  }) => Promise<App>
  /** Starts a Chromium that is driven by the test; it is closed at the end. Linux alone. */
  readonly startBrowser: () => Promise<RealBrowser>
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  desktop: [
    async ({}, use) => {
      if (process.platform !== 'linux') return use(process.env)
      const screen = await startVirtualDisplay()
      await use({ ...process.env, DISPLAY: screen.display })
      await screen.end()
    },
    { scope: 'worker' },
  ],

  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'token-desk-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  start: async ({ desktop, dataFolder }, use) => {
    const apps: App[] = []
    await use(async ({ switches = [], env = {}, browser, ...folders } = {}) => {
      // The tests look for English words, whatever the system speaks.
      const own = { ...desktop, LANGUAGE: 'en', LC_ALL: 'C.UTF-8', ...browser?.env, ...env }
      const app = await launchApp({ dataFolder, ...folders, env: own, switches })
      apps.push(app)
      return app
    })
    for (const app of apps) await app.close()
  },

  startBrowser: async ({ desktop }, use) => {
    const browsers: RealBrowser[] = []
    await use(async () => {
      const browser = await startRealBrowser(desktop)
      browsers.push(browser)
      return browser
    })
    for (const browser of browsers) await browser.close()
  },
})

export { expect } from '@playwright/test'
