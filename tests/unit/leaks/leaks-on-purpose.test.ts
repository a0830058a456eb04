import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { leaks } from '../../support/leaks/leaks-on-purpose.ts'

const source = path.join(import.meta.dirname, '../../../src')

// The build with these changes takes long, so it is left to the deep tests.
test('each change that lets a secret out applies to exactly one place of its module', () => {
  const others = leaks.filter(({ module, find }) => {
    const code = readFileSync(path.join(source, module), 'utf8')
    return code.split(find).length !== 2
  })
  expect(others.map(({ module, find }) => `${module}: ${find}`)).toEqual([])
})
