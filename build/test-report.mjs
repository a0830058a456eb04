/**
 * How a step of the tests ended.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @param {unknown} value @param {string} key @returns {number} 0 where there is none */
function count(value, key) {
  if (typeof value !== 'object' || value === null) return 0
  const found = Reflect.get(value, key)
  return typeof found === 'number' ? found : 0
}

/** @param {unknown} report @returns {Tally} of the JSON that vitest writes */
export function tallyVitest(report) {
  return {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests'),
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  }
}

/** @param {unknown} report @returns {Tally} of the JSON that Playwright writes */
export function tallyPlaywright(report) {
  const stats =
    typeof report === 'object' && report !== null ? Reflect.get(report, 'stats') : undefined
  return {
    passed: count(stats, 'expected'),
    // What passed only when it was tried again has failed once.
    failed: count(stats, 'unexpected') + count(stats, 'flaky'),
    skipped: count(stats, 'skipped'),
  }
}

/**
 * Makes sure that a step which did not do its work can't look as if it had.
 * @param {Tally} tally what its report says
 * @param {number} code the exit code of its runner
 * @returns {Tally} with a failure if the runner failed otherwise, or if no test was run
 */
export function judge(tally, code) {
  const hasRun = tally.passed + tally.failed > 0
  const isAccountedFor = tally.failed > 0 || (code === 0 && hasRun)
  return isAccountedFor ? tally : { ...tally, failed: 1 }
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function total(tallies) {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** @param {Tally} tally @returns {string} the line that sums up a run, always of this form */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}

/** @param {Tally} tally @returns {string} what to say of tests that did not run; mostly nothing */
export function remarkOnSkipped({ skipped }) {
  return skipped === 0 ? '' : `  (${skipped} skipped: each says why)`
}
