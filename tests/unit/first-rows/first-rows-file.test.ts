import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFirstRowsFile } from '../../../src/main/first-rows/first-rows-file.ts'
import { maxFirstRows } from '../../../src/shared/limits.ts'
import { strangeNames, strangePlaces } from '../../support/files/strange-files.ts'

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'first-rows-'))
  file = path.join(folder, 'first-rows.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const some = (count: number) => Array.from({ length: count }, () => randomUUID())

test('the next start knows the rows that were written last', () => {
  const ids = some(3)
  openFirstRowsFile(file).write(some(2))
  openFirstRowsFile(file).write(ids)
  expect(openFirstRowsFile(file).read()).toEqual(ids)
})

test('known ids are not written again', () => {
  const ids = some(3)
  const rows = openFirstRowsFile(file)
  rows.write(ids)
  rmSync(file)
  rows.write([...ids])
  openFirstRowsFile(file).write([])
  expect(existsSync(file)).toBe(false)
})

test.each([
  ['nothing', ''],
  ['no list', '{"ids":[]}'],
  ['names that are no ids', '["../../elsewhere"]'],
  ['more than fill a window', JSON.stringify(some(maxFirstRows + 1))],
])('a file that holds %s names no rows, and can be written over', (_, text) => {
  writeFileSync(file, text)
  const rows = openFirstRowsFile(file)
  expect(rows.read()).toEqual([])
  const ids = some(1)
  rows.write(ids)
  expect(openFirstRowsFile(file).read()).toEqual(ids)
})

test('a file that can not be written throws nothing', () => {
  const rows = openFirstRowsFile(path.join(folder, 'missing', 'first-rows.json'))
  const ids = some(1)
  rows.write(ids)
  expect(rows.read()).toEqual(ids)
})

test.runIf(process.platform === 'linux').each(strangeNames)(
  '%s in its place names no rows, and throws nothing',
  async (place) => {
    await strangePlaces[place](file)
    const rows = openFirstRowsFile(file)
    expect(rows.read()).toEqual([])
    const ids = some(1)
    rows.write(ids)
    expect(rows.read()).toEqual(ids)
  },
)
