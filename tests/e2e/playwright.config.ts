import { defineConfig } from '@playwright/test'
import { isDeep } from '../support/deep.ts'

/** Tests with this tag wait for ten seconds or for minutes while hardly anything happens. */
const waiting = /@waiting/
/** Tests with this tag run in the deep tests only. */
const leftOut = isDeep ? [] : [/@deep/]
const isLinux = process.platform === 'linux'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // Many times the usual duration, for busy machines; a test that passes does not wait longer.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  // Each worker has a screen, and so a clipboard, of its own; other systems have one.
  workers: isLinux ? 4 : 1,
  forbidOnly: true,
  // Waiting tests run beside the others, from the beginning, in workers of their own.
  projects: [
    { name: 'waiting', grep: waiting, grepInvert: leftOut, workers: isLinux ? 2 : 1 },
    { name: 'others', grepInvert: [waiting, ...leftOut], workers: isLinux ? 2 : 1 },
  ],
})
