import { defineConfig } from 'vitest/config'

/** Polls as long as a busy machine may need; the default of a second is too short. */
const expectation = { poll: { timeout: 10_000 } }

export default defineConfig({
  test: {
    // One worker per processor; the default leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    // The practice server's library warns about Node versions that the tests support.
    onConsoleLog: (text) => !text.includes('oidc-provider WARNING: Unsupported runtime'),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Unit tests leave nothing behind, and a process per file costs as much as its tests.
          isolate: false,
          // No unit test waits, but a busy machine may be slow.
          testTimeout: 30_000,
          expect: expectation,
        },
      },
      {
        test: {
          name: 'ports',
          include: ['tests/ports/**/*.test.ts'],
          testTimeout: 30_000,
          expect: expectation,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: expectation,
        },
      },
      {
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          globalSetup: 'tests/package/support/make-packages.ts',
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
