import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/SECURITY.md', 'utf8')
const paths = [...page.matchAll(/`((?:src|tests|build)\/[^`]+)`/g)].map(([, path]) => path ?? '')

test('every file that the security page names is there', () => {
  expect(paths.length).toBeGreaterThan(60)
  expect(paths.filter((path) => !existsSync(path))).toEqual([])
})

test('every promise names a file that keeps it and a test that proves it', () => {
  const sections = page.split('\n## ').filter((section) => section.includes('| promise |'))
  expect(sections.length).toBeGreaterThanOrEqual(4)
  for (const section of sections) {
    const [table = ''] = section.slice(section.indexOf('|---')).split('\n\n')
    const rows = table
      .split('\n')
      .slice(1)
      .filter((line) => line.startsWith('|'))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const [, , keeps = '', proves = ''] = row.split(/(?<!\\)\|/)
      expect(keeps, row).toMatch(/`[^`]+`/)
      expect(proves, row).toMatch(/`tests\//)
    }
  }
})

test('all twenty items of Electron’s checklist are there, and all are proved', () => {
  const rows = [...page.matchAll(/^\| (\d+) \| (.*) \|$/gm)]
  expect(rows.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  )
  const unproved = rows.filter(([, , rest]) => !rest?.includes('`tests/'))
  expect(unproved.map(([, number]) => number)).toEqual([])
})
