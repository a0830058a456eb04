import { describe, expect, it } from 'vitest'
import { type Migration, migrate } from '../../../src/main/vault/migrations.ts'

const addTo =
  (word: string): Migration =>
  ({ open, ...rest }) => ({ ...rest, open: `${open} ${word}` })

const migrations = new Map([
  [1, addTo('two')],
  [2, addTo('three')],
])
const contents = { open: 'one', secrets: {}, token: null }

describe('migrations', () => {
  it('go step by step from the format of the file to that of today', () => {
    expect(migrate(contents, 1, 3, migrations).open).toBe('one two three')
    expect(migrate(contents, 2, 3, migrations).open).toBe('one three')
  })

  it('leave what is of today as it is', () => {
    expect(migrate(contents, 3, 3, migrations)).toBe(contents)
  })

  it('refuse where a step is missing', () => {
    expect(() => migrate(contents, 1, 4, migrations)).toThrow('format 3')
  })
})
