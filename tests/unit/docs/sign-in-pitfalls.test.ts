import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/sign-in-pitfalls.md', 'utf8')
const rows = page.split('\n').filter((line) => /^\| \d+ \|/.test(line))

/** The tests that a row names: a file, and a part of a title in it. */
const testsIn = (row: string) =>
  [...row.matchAll(/`(tests\/[^`]+)`: “([^”]+)”/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }))

const hasTitle = ({ file, title }: { readonly file: string; readonly title: string }) =>
  existsSync(file) && readFileSync(file, 'utf8').includes(title)

test('all 45 pitfalls are there, each once', () => {
  const numbers = rows.map((row) => Number(row.split('|')[1]))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 45 }, (_, i) => i + 1))
})

test.each(rows)('%s names tests that exist', (row) => {
  const named = testsIn(row)
  expect(named).not.toEqual([])
  expect(named.filter((each) => !hasTitle(each))).toEqual([])
})

test('a title that no test has is found', () => {
  const row =
    '| 1 | a | b | `tests/unit/docs/sign-in-pitfalls.test.ts`: “a ' + 'title of nothing” |'
  expect(testsIn(row).filter((each) => !hasTitle(each))).toHaveLength(1)
})
