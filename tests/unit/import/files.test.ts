import { describe, expect, test } from 'vitest'
import { readCase } from '../../support/import/case.ts'
import { documentedCases } from '../../support/import/documented.ts'
import { fileCases } from '../../support/import/files.ts'
import { hostileCases, largeTexts } from '../../support/import/hostile.ts'
import { postmanCases } from '../../support/import/postman-requests.ts'
import { timeOf } from '../../support/pace/time-of.ts'

describe.each([
  ['The documentation of a provider', documentedCases],
  ['A file', fileCases],
  ['Postman', postmanCases],
  ['A hostile text', hostileCases],
])('%s is read as it should be:', (_kind, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { text, expected }) => {
    expect(readCase(text)).toEqual(expected)
  })
})

describe('two hundred thousand characters of one kind take little time:', () => {
  test.each(largeTexts)('%s', { timeout: 60_000 }, (_name, text) => {
    const beginning = text.slice(0, 200_000)
    expect(timeOf(() => readCase(beginning), 5000)).toBeLessThan(5000)
  })
})
