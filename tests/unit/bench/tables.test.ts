import { describe, expect, it } from 'vitest'
import { aims } from '../../bench/aims.ts'
import { growthTable, tableOf } from '../../bench/table.ts'

const of = (value: number) => ({ value, low: value, high: value, count: 1 })

describe('the tables of the benchmark', () => {
  it('say of each figure whether it reached its aim', () => {
    const { jwt_ratio, installed_mb } = aims
    const table = tableOf({ jwt_ratio: of(2.5), installed_mb: of(8) }, { jwt_ratio, installed_mb })
    expect(table).toContain('| 2.50 |  | ≤ 2 | no |')
    expect(table).toContain('| 8.00 |  | ≤ 8 | yes |')
  })

  it('say how much each cost grows from the smallest list to the largest', () => {
    const list = (name: string, save: number, start: number) => ({
      name,
      costs: { save_ms: of(save), start_ms: of(start) },
    })
    const sorted = { name: 'in folders', costs: { save_ms: of(9) } }
    const table = growthTable([list('10', 2, 400), list('1,000', 2.5, 500), sorted])
    expect(table.split('\n')[0]).toBe('| profiles | 10 | 1,000 | in folders | 1,000 ÷ 10 |')
    expect(table).toMatch(/^\| saving one profile, ms \| 2\.00 \| 2\.50 \| 9\.00 \| × 1\.25 \|$/m)
    expect(table).toMatch(/\| 400 \| 500 \| – \| × 1\.25 \|$/m)
  })
})
