import { describe, expect, test } from 'vitest'
import {
  closingLine,
  failuresOfPlaywright,
  failuresOfVitest,
  judge,
  remarkOnSkipped,
  tallyOfMissing,
  tallyPlaywright,
  tallyVitest,
  total,
} from '../../../build/test-report.mjs'

const nothing = { passed: 0, failed: 0, skipped: 0 }

test('vitest: what is pending or to do counts as skipped', () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 }
  expect(tallyVitest(report)).toEqual({ passed: 7, failed: 2, skipped: 4 })
})

test('Playwright: what passed only at the second try counts as failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 } }
  expect(tallyPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 1 })
})

test.each([undefined, null, 'cut off', {}, { stats: 3 }])(
  'a report of %j counts nothing',
  (report) => {
    expect(tallyVitest(report)).toEqual(nothing)
    expect(tallyPlaywright(report)).toEqual(nothing)
    expect(failuresOfVitest(report, '/project')).toEqual([])
    expect(failuresOfPlaywright(report)).toEqual([])
  },
)

test('vitest: failed tests and unreadable files are named, each with the first line of why', () => {
  const report = {
    testResults: [
      {
        name: '/project/tests/a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed', failureMessages: [] },
          { fullName: 'takes away', status: 'failed', failureMessages: ['Error: 3\n  at x'] },
        ],
      },
      { name: '/project/b.test.ts', status: 'failed', message: 'No export', assertionResults: [] },
    ],
  }
  expect(failuresOfVitest(report, '/project')).toEqual([
    'tests/a.test.ts › takes away: Error: 3',
    'b.test.ts › the whole file: No export',
  ])
})

test('Playwright: failed tests of every depth are named, also if a second try passed', () => {
  const spec = (title: string, ...results: readonly object[]) => ({
    title,
    file: 'e2e/a.spec.ts',
    tests: [{ results }],
  })
  const report = {
    suites: [
      {
        specs: [spec('copies', { status: 'passed' })],
        suites: [
          {
            specs: [
              spec('locks', { status: 'failed', error: { message: '\u001b[31mno button\nat' } }),
              spec('waits', { status: 'timedOut' }, { status: 'passed' }),
              spec('later', { status: 'skipped' }),
            ],
          },
        ],
      },
    ],
  }
  expect(failuresOfPlaywright(report)).toEqual([
    'e2e/a.spec.ts › locks: no button',
    'e2e/a.spec.ts › waits: timedOut',
  ])
})

describe('a step', () => {
  test('is as good as its tests', () => {
    const tally = { passed: 3, failed: 2, skipped: 1 }
    expect(judge(tally, 1)).toEqual(tally)
    expect(judge({ passed: 3, failed: 0, skipped: 0 }, 0)).toEqual({ ...nothing, passed: 3 })
  })

  test('has failed when its runner crashed after tests that passed', () => {
    expect(judge({ passed: 3, failed: 0, skipped: 0 }, 1)).toEqual({
      ...nothing,
      passed: 3,
      failed: 1,
    })
  })

  test('has failed when no test ran, even if its runner is content', () => {
    expect(judge(nothing, 0)).toEqual({ ...nothing, failed: 1 })
    expect(judge({ ...nothing, skipped: 9 }, 0)).toEqual({ ...nothing, failed: 1, skipped: 9 })
  })
})

test('the closing line sums up all steps, and has one form for everything', () => {
  const one = { passed: 1, failed: 0, skipped: 0 }
  expect(closingLine(total([one, { passed: 40, failed: 2, skipped: 0 }]))).toBe(
    '41 passed, 2 failed',
  )
  expect(closingLine(total([one, { ...one, skipped: 3 }]))).toBe('2 passed, 0 failed')
})

test('skipped tests are mentioned only where there are any', () => {
  expect(remarkOnSkipped(nothing)).toBe('')
  expect(remarkOnSkipped({ ...nothing, skipped: 3 })).toContain('3 skipped')
})

test('a step that can’t run is skipped on a developer’s machine and fails in CI', () => {
  expect(tallyOfMissing({})).toEqual({ passed: 0, failed: 0, skipped: 1 })
  expect(tallyOfMissing({ CI: '' })).toEqual({ passed: 0, failed: 0, skipped: 1 })
  expect(tallyOfMissing({ CI: 'true' })).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
