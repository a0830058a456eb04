import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  hasNewerNode,
  NEWER_MAJOR,
  reasonAgainstNewerNode,
  testsOfNode,
} from '../../../build/newer-node.mjs'

test('the newer Node is one version, and that of the checksums', () => {
  const about = JSON.parse(readFileSync('build/newer-node/package.json', 'utf8'))
  const versions = new Set<string>(Object.values(about.optionalDependencies))
  expect(versions.size).toBe(1)
  expect([...versions][0]).toMatch(new RegExp(`^${NEWER_MAJOR}\\.\\d+\\.\\d+$`))
  for (const name of Object.keys(about.optionalDependencies)) {
    expect(hasNewerNode(name.replace('node-', ''))).toBe(true)
  }
})

test.each(['20.20.2', '22.12.0', '23.11.1'])('tests that Node %s runs are run again', (version) => {
  expect(reasonAgainstNewerNode(version, 'linux-x64')).toBeUndefined()
})

test.each([
  ['24.0.0', 'linux-x64', /runs all tests already/],
  ['26.1.0', 'win32-x64', /runs all tests already/],
  ['22.12.0', 'darwin-arm64', /no Node\.js 24 for this system/],
  ['22.12.0', 'win32-x64', /no Node\.js 24 for this system/],
])('Node %s on %s is enough, and it is said why', (version, system, why) => {
  expect(reasonAgainstNewerNode(version, system)).toMatch(why)
})

test('tests that start Electron, and those of page and texts, are left out', () => {
  const chosen = testsOfNode().map((path) => path.replaceAll('\\', '/'))
  for (const name of ['engine', 'oauth', 'vault', 'import', 'shared', 'build']) {
    expect(chosen).toContain(`tests/unit/${name}`)
  }
  for (const name of ['clock', 'disk', 'key-store-calls', 'profile-store']) {
    expect(chosen).toContain(`tests/ports/${name}.test.ts`)
  }
  const left = ['tests/unit/renderer', 'tests/ports/key-store.test.ts', 'tests/ports/http.test.ts']
  for (const name of left) expect(chosen).not.toContain(name)
})
