import { describe, expect, test } from 'vitest'
import {
  closingLine,
  judge,
  remarkOnSkipped,
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
  },
)

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
