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

/** Runs the script with an `npm` that says `lines` and ends with `code`. */
function runWith(lines: readonly string[], code: number) {
  const npm = path.join(folder, 'bin', 'npm')
  const says = lines.map((line) => `echo '${line}'`).join('\n')
  writeFileSync(npm, `#!/bin/sh\n[ "$*" = test ] || exit 99\n${says}\nexit ${code}\n`)
  chmodSync(npm, 0o755)
  const env = { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}` }
  const { status, stdout } = spawnSync('bash', [path.join(folder, '.ci', 'run')], { env })
  return { status, lastLine: stdout.toString().trimEnd().split('\n').at(-1) }
}

test.skipIf(isWindows)('the last line says how the tests went', () => {
  expect(runWith(['a test', '12 passed, 0 failed'], 0)).toEqual({
    status: 0,
    lastLine: '12 passed, 0 failed',
  })
})

test.skipIf(isWindows)('it stays the last line when npm complains of failed tests', () => {
  expect(runWith(['10 passed, 2 failed', 'npm: lifecycle script failed'], 1)).toEqual({
    status: 1,
    lastLine: '10 passed, 2 failed',
  })
})

test.skipIf(isWindows).each([1, 0])(
  'tests that were never run have failed (npm ended with %i)',
  (code) => {
    expect(runWith(['There is no network.'], code)).toEqual({
      status: 1,
      lastLine: '0 passed, 1 failed',
    })
  },
)
