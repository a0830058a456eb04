import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aims, packagedAims } from '../../bench/aims.ts'
import { type Part, readPart, writePart } from '../../bench/page.ts'

const page = readFileSync('docs/performance.md', 'utf8')
const tables = { figures: aims, packaged: packagedAims } as const

/** The keys of a table that the benchmark wrote, with whether each reached its aim. */
function verdictsOf(text: string): ReadonlyMap<string, string> {
  const rows = [...text.matchAll(/^\| `(\w+)` \|.*\| ≤ [\d.]+ \| (yes|no) \|$/gm)]
  return new Map(rows.map(([, key = '', verdict = '']) => [key, verdict]))
}

/** What a page with these tables leaves without a reason. */
function unexplained(text: string, part: Part): readonly string[] {
  const missed = [...verdictsOf(readPart(text, part))].filter(([, verdict]) => verdict === 'no')
  return missed.map(([key]) => key).filter((key) => !text.includes(`\n### \`${key}\``))
}

describe('the page about performance', () => {
  test.each(Object.keys(tables) as (keyof typeof tables)[])(
    'has every key of the %s, and says why one is above its aim',
    (part) => {
      const text = readPart(page, part)
      expect([...verdictsOf(text).keys()]).toEqual(Object.keys(tables[part]))
      expect(text).toMatch(
        /^\d{4}-\d\d-\d\d · .+ · Electron \d+\.\d+\.\d+ · load [\d.]+ before · full/,
      )
      expect(unexplained(page, part)).toEqual([])
    },
  )

  test('says of every key how it is measured', () => {
    const section = page.slice(page.indexOf('## How'), page.indexOf('## Figures'))
    const keys = [...Object.keys(aims), ...Object.keys(packagedAims)]
    expect(keys.filter((key) => !section.includes(`\`${key}\``))).toEqual([])
  })

  test('has a place for how costs grow', () => {
    expect(readPart(page, 'growth')).toContain('| profiles | 10 |')
  })
})

describe('writing into the page', () => {
  const row = (key: string, verdict: string) => `| \`${key}\` | what | 3 | | ≤ 2 | ${verdict} |`

  test('puts what was measured into its place, and leaves the rest alone', () => {
    const written = writePart(page, 'packaged', 'first')
    const again = writePart(written, 'packaged', 'second')
    expect(readPart(again, 'packaged')).toBe('second')
    expect(readPart(again, 'figures')).toBe(readPart(page, 'figures'))
    expect(writePart(again, 'packaged', 'first')).toBe(written)
  })

  test('refuses a page that has no place for it', () => {
    expect(() => writePart('# Another page', 'growth', 'first')).toThrow('no place for "growth"')
  })

  test('leaves a figure above its aim unexplained until there is a heading for it', () => {
    const written = writePart(
      page,
      'figures',
      `${row('jwt_ratio', 'no')}\n${row('installed_mb', 'yes')}`,
    )
    const silent = written.replaceAll('### `jwt_ratio`', '')
    expect(unexplained(silent, 'figures')).toEqual(['jwt_ratio'])
    expect(unexplained(`${silent}\n### \`jwt_ratio\`\n\nBecause.\n`, 'figures')).toEqual([])
  })
})
