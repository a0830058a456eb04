import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setPipesAside } from '../../../src/main/platform/browser-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'browser-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(process.platform === 'win32')(
  'a pipe in the place of a file of Chromium is renamed, and nothing else is',
  () => {
    const pipes = ['Local State', 'Network Persistent State', 'Other']
    execFileSync(
      'mkfifo',
      pipes.map((name) => path.join(folder, name)),
    )
    writeFileSync(path.join(folder, 'Preferences'), '{}')
    setPipesAside(folder)
    const names = readdirSync(folder).sort()
    expect(names).toEqual([
      expect.stringMatching(/^Local State\.[0-9a-f]{8}$/),
      expect.stringMatching(/^Network Persistent State\.[0-9a-f]{8}$/),
      'Other',
      'Preferences',
    ])
    expect(readFileSync(path.join(folder, 'Preferences'), 'utf8')).toBe('{}')
  },
)

test('a folder that is missing prevents nothing', () => {
  expect(() => setPipesAside(path.join(folder, 'none'))).not.toThrow()
})
