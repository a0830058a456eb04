import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  // Each worker has a screen, and so a clipboard, of its own; other systems have one.
  workers: process.platform === 'linux' ? 2 : 1,
  forbidOnly: true,
})
