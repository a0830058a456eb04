import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const isWindows = process.platform === 'win32'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'token-desk-ci-'))
  mkdirSync(path.join(folder, '.ci'))
  mkdirSync(path.join(folder, 'bin'))
  cpSync('.ci/run', path.join(folder, '.ci', 'run'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Command {
  readonly lines: readonly string[]
  readonly code: number
}

/** Runs the script with an `npm` that prints these lines and ends with these codes. */
function runWith(usual: Command, deep: Command = usual) {
  const npm = path.join(folder, 'bin', 'npm')
  const does = ({ lines, code }: Command) =>
    `${lines.map((line) => `echo '${line}'`).join('; ')}; exit ${code}`
  const cases = `test) ${does(usual)} ;; 'run test:deep') ${does(deep)} ;; *) exit 99 ;;`
  writeFileSync(npm, `#!/bin/sh\n[ -n "$CI" ] || exit 98\ncase "$*" in ${cases} esac\n`)
  chmodSync(npm, 0o755)
  const env = { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}` }
  const { status, stdout } = spawnSync('bash', [path.join(folder, '.ci', 'run')], { env })
  return { status, lastLine: stdout.toString().trimEnd().split('\n').at(-1) }
}

test.skipIf(isWindows)('the last line sums up the tests of each change and the deep tests', () => {
  const usual = { lines: ['a test', '12 passed, 0 failed'], code: 0 }
  const deep = { lines: ['34 passed, 0 failed'], code: 0 }
  expect(runWith(usual, deep)).toEqual({ status: 0, lastLine: '46 passed, 0 failed' })
})

test.skipIf(isWindows)('both are run, and failures of either fail the whole', () => {
  const good = { lines: ['12 passed, 0 failed'], code: 0 }
  const bad = { lines: ['10 passed, 2 failed', 'npm: lifecycle script failed'], code: 1 }
  expect(runWith(bad, good)).toEqual({ status: 1, lastLine: '22 passed, 2 failed' })
  expect(runWith(good, bad)).toEqual({ status: 1, lastLine: '22 passed, 2 failed' })
})

test.skipIf(isWindows).each([1, 0])(
  'tests that were never run have failed (npm ended with %i)',
  (code) => {
    const good = { lines: ['12 passed, 0 failed'], code: 0 }
    const none = { lines: ['There is no network.'], code }
    expect(runWith(none, good)).toEqual({ status: 1, lastLine: '12 passed, 1 failed' })
    expect(runWith(good, none)).toEqual({ status: 1, lastLine: '12 passed, 1 failed' })
  },
)

test.skipIf(isWindows)('an exit code that no tally explains is a failure', () => {
  const good = { lines: ['12 passed, 0 failed'], code: 0 }
  const killed = { lines: ['3 passed, 0 failed'], code: 7 }
  expect(runWith(good, killed)).toEqual({ status: 7, lastLine: '15 passed, 1 failed' })
})
