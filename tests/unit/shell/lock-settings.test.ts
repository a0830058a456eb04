import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLockSettings } from '../../../src/main/shell/lock-settings.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { cautiousLock, noLock } from '../../../src/shared/lock-settings.ts'

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

test('what was chosen is there at the next start, and no other file', async () => {
  await openLockSettings(file()).change(chosen)
  expect(openLockSettings(file()).read()).toEqual(chosen)
  expect(readdirSync(folder)).toEqual(['lock-settings.json'])
})

test.each(['', '{"idleMinutes":7}', '[]', '{"idleMinutes":5,"onScreenLock":true}'])(
  'a file with %j hides what was chosen: then it locks rather too often, and the file stays',
  (text) => {
    writeFileSync(file(), text)
    expect(openLockSettings(file()).read()).toEqual(cautiousLock)
    expect(readFileSync(file(), 'utf8')).toBe(text)
  },
)

test('what a cut-off write has left is cleared away, and nothing of anybody else', () => {
  for (const name of ['lock-settings.json.0a1b.tmp', 'Cookies.tmp', 'lock-settings.json']) {
    writeFileSync(path.join(folder, name), JSON.stringify(chosen))
  }
  expect(openLockSettings(file()).read()).toEqual(chosen)
  expect(readdirSync(folder).sort()).toEqual(['Cookies.tmp', 'lock-settings.json'])
})

test('a folder in its place, or no right to read it, is no choice of never either', () => {
  mkdirSync(file())
  expect(openLockSettings(file()).read()).toEqual(cautiousLock)
})

test('of changes that come at once the last one holds', async () => {
  const settings = openLockSettings(file())
  await Promise.all([settings.change(noLock), settings.change(chosen)])
  expect(settings.read()).toEqual(chosen)
  expect(openLockSettings(file()).read()).toEqual(chosen)
})

test('a file that vanishes turns no lock off while the app runs', async () => {
  const settings = openLockSettings(file())
  await settings.change(chosen)
  rmSync(file())
  expect(settings.read()).toEqual(chosen)
})

test('what could not be kept does not hold, and it is told why', async () => {
  const settings = openLockSettings(file())
  rmSync(folder, { recursive: true })
  const missing = new Failure({ code: 'not-saved', reason: 'folder-missing' })
  await expect(settings.change(chosen)).rejects.toEqual(missing)
  expect(settings.read()).toEqual(noLock)
})
