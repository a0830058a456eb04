import { defineConfig } from '@playwright/test'

/** They wait for minutes while hardly anything happens. */
const longSpecs = ['practice.spec.ts', 'locking.spec.ts']

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  // Each worker has a screen, and so a clipboard, of its own; other systems have one.
  workers: process.platform === 'linux' ? 2 : 1,
  forbidOnly: true,
  // What waits longest begins first, so that nothing has to wait for it in the end.
  projects: [
    { name: 'long', testMatch: longSpecs },
    { name: 'others', testIgnore: longSpecs },
  ],
})
