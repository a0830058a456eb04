import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSettingsFile } from '../../../src/main/shell/settings-file.ts'
import { firstSettings } from '../../../src/shared/app-settings.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
  file = path.join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('settings that nobody chose are the first ones, and nothing is written', () => {
  expect(createSettingsFile(file).read()).toEqual({ clearClipboardAfter: 60, theme: 'system' })
  expect(readdirSync(folder)).toEqual([])
})

test('what was chosen holds at once and after a new start', () => {
  const settings = createSettingsFile(file)
  settings.change({ clearClipboardAfter: null, theme: 'dark' })
  expect(settings.read()).toEqual({ clearClipboardAfter: null, theme: 'dark' })
  expect(createSettingsFile(file).read()).toEqual({ clearClipboardAfter: null, theme: 'dark' })
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

test('one setting that can’t be read does not spoil the others', () => {
  writeFileSync(file, '{"clearClipboardAfter":-1,"theme":"light"}')
  expect(createSettingsFile(file).read()).toEqual({ clearClipboardAfter: 60, theme: 'light' })
  writeFileSync(file, '{"clearClipboardAfter":10,"theme":"sepia"}')
  expect(createSettingsFile(file).read()).toEqual({ clearClipboardAfter: 10, theme: 'system' })
})

test.each(['', '{', '[]', 'null', '"x"', '{"theme":{"deep":[]}}'])(
  'the file %j counts as nothing chosen',
  (content) => {
    writeFileSync(file, content)
    expect(createSettingsFile(file).read()).toEqual(firstSettings)
  },
)

test('settings of another version, such as those of a lock, stay as they are', () => {
  writeFileSync(file, '{"lock":{"idleMinutes":5},"theme":"light"}')
  createSettingsFile(file).change({ clearClipboardAfter: 30, theme: 'dark' })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    lock: { idleMinutes: 5 },
    theme: 'dark',
    clearClipboardAfter: 30,
  })
})

test('a choice that can’t be kept is refused, and does not hold', () => {
  const settings = createSettingsFile(path.join(folder, 'missing', 'settings.json'))
  expect(() => settings.change({ clearClipboardAfter: 10, theme: 'dark' })).toThrow(
    expect.objectContaining({ error: { code: 'not-saved', reason: 'other' } }),
  )
  expect(settings.read()).toEqual(firstSettings)
})
