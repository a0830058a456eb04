import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLockSettings } from '../../../src/main/shell/lock-settings.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { noLock } from '../../../src/shared/lock-settings.ts'

let folder = ''
const file = () => path.join(folder, 'lock-settings.json')
const chosen = { idleMinutes: 15, onScreenLock: true, onSleep: false } as const

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('nothing locks by itself until somebody chooses', () => {
  expect(openLockSettings(file()).read()).toEqual(noLock)
  expect(noLock).toEqual({ idleMinutes: null, onScreenLock: false, onSleep: false })
})

test('what was chosen is there at the next start, and no other file', () => {
  openLockSettings(file()).change(chosen)
  expect(openLockSettings(file()).read()).toEqual(chosen)
  expect(readdirSync(folder)).toEqual(['lock-settings.json'])
})

test.each(['', '{"idleMinutes":7}', '[]', '{"idleMinutes":5,"onScreenLock":true}'])(
  'a file with %j is none, and stays as it is',
  (text) => {
    writeFileSync(file(), text)
    expect(openLockSettings(file()).read()).toEqual(noLock)
    expect(readFileSync(file(), 'utf8')).toBe(text)
  },
)

test('a file that vanishes turns no lock off while the app runs', () => {
  const settings = openLockSettings(file())
  settings.change(chosen)
  rmSync(file())
  expect(settings.read()).toEqual(chosen)
})

test('what could not be kept does not hold', () => {
  const settings = openLockSettings(file())
  rmSync(folder, { recursive: true })
  expect(() => settings.change(chosen)).toThrow(new Failure({ code: 'not-saved', reason: 'other' }))
  expect(settings.read()).toEqual(noLock)
})
