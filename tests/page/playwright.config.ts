import { defineConfig } from '@playwright/test'

const executablePath = process.env['PAGE_BROWSER'] ?? ''

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/page',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  use: {
    viewport: { width: 1200, height: 800 },
    locale: 'en-GB',
    launchOptions: {
      executablePath,
      // Chromium has no sandbox as root, as in a container.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
})
