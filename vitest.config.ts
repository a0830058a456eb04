import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The practice server's library asks for a newer Node than the tests need.
    onConsoleLog: (text) => !text.includes('oidc-provider WARNING: Unsupported runtime'),
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      { test: { name: 'ports', include: ['tests/ports/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
