import { defineConfig } from '@playwright/test'

/** Tests with this tag wait for ten seconds or for minutes while hardly anything happens. */
const waiting = /@waiting/
const isLinux = process.platform === 'linux'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // Many times what it takes on a quiet machine: who waits for nothing does not wait longer.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  // Each worker has a screen, and so a clipboard, of its own; other systems have one.
  workers: isLinux ? 4 : 1,
  forbidOnly: true,
  // What waits does so beside the others, from the beginning, and takes no worker from them.
  projects: [
    { name: 'waiting', grep: waiting, workers: isLinux ? 2 : 1 },
    { name: 'others', grepInvert: waiting, workers: isLinux ? 2 : 1 },
  ],
})
