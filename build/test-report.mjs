import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * How a step of the tests ended.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @param {unknown} value @param {string} key @returns {unknown} */
function member(value, key) {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** @param {unknown} value @param {string} key @returns {number} 0 where there is none */
function count(value, key) {
  const found = member(value, key)
  return typeof found === 'number' ? found : 0
}

/** @param {unknown} value @param {string} key @returns {readonly unknown[]} none where there is no list */
function list(value, key) {
  const found = member(value, key)
  return Array.isArray(found) ? found : []
}

/** @param {string} file @param {unknown} title @param {unknown} why @returns {string} one line */
function failure(file, title, why) {
  const [line = ''] = stripVTControlCharacters(String(why ?? '')).split('\n')
  return `${file} › ${title}: ${line}`.slice(0, 300)
}

/** @param {unknown} report @param {string} root @returns {readonly string[]} a line for each test that failed */
export function failuresOfVitest(report, root) {
  return list(report, 'testResults').flatMap((file) => {
    const name = relative(root, String(member(file, 'name')))
    const failed = list(file, 'assertionResults')
      .filter((each) => member(each, 'status') === 'failed')
      .map((each) => failure(name, member(each, 'fullName'), list(each, 'failureMessages')[0]))
    const isUnread = failed.length === 0 && member(file, 'status') === 'failed'
    return isUnread ? [failure(name, 'the whole file', member(file, 'message'))] : failed
  })
}

/** @param {unknown} report @returns {readonly string[]} a line for each test that failed, once or for good */
export function failuresOfPlaywright(report) {
  /** @param {unknown} suite @returns {readonly string[]} */
  const inSuite = (suite) => [
    ...list(suite, 'suites').flatMap(inSuite),
    ...list(suite, 'specs').flatMap((spec) =>
      list(spec, 'tests')
        .flatMap((each) => list(each, 'results'))
        .filter((result) => !['passed', 'skipped'].includes(String(member(result, 'status'))))
        .map((result) => {
          const why = member(member(result, 'error'), 'message') ?? member(result, 'status')
          return failure(String(member(spec, 'file')), member(spec, 'title'), why)
        }),
    ),
  ]
  return inSuite(report)
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
  const stats = member(report, 'stats')
  return {
    passed: count(stats, 'expected'),
    // A test that passed only in a retry has failed once.
    failed: count(stats, 'unexpected') + count(stats, 'flaky'),
    skipped: count(stats, 'skipped'),
  }
}

/**
 * Returns a failure for a step that did not do its work.
 * @param {Tally} tally what its report says
 * @param {number} code the exit code of its runner
 * @returns {Tally} with a failure if the runner failed otherwise, or if no test was run
 */
export function judge(tally, code) {
  const hasRun = tally.passed + tally.failed > 0
  const isAccountedFor = tally.failed > 0 || (code === 0 && hasRun)
  return isAccountedFor ? tally : { ...tally, failed: 1 }
}

/**
 * Returns the tally of a step whose preparation failed.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Tally} skipped on a developer's machine; failed in CI, where nothing may be left out
 */
export function tallyOfMissing(env) {
  const isStrict = Boolean(env['CI'])
  return { passed: 0, failed: isStrict ? 1 : 0, skipped: isStrict ? 0 : 1 }
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
