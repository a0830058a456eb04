import { defineConfig } from 'vitest/config'

/** What has to come about is waited for as long as a busy machine may take: a second is too short. */
const expectation = { poll: { timeout: 10_000 } }

export default defineConfig({
  test: {
    // One a processor; else one of them would be kept free, which is half of a small machine.
    maxWorkers: '100%',
    // The practice server's library asks for a newer Node than the tests need.
    onConsoleLog: (text) => !text.includes('oidc-provider WARNING: Unsupported runtime'),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // They change nothing that outlives a test, and a process for each file costs as much
          // as the tests in it.
          isolate: false,
          // None of them waits; but a machine that is busy lets them wait.
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
