import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { seedOr } from '../../support/deep.ts'

afterEach(() => vi.unstubAllEnvs())

it('the seed of a generated test is its own, unless another is chosen', () => {
  vi.stubEnv('TOKEN_DESK_SEED', undefined)
  expect(seedOr(5)).toBe(5)
  vi.stubEnv('TOKEN_DESK_SEED', '')
  expect(seedOr(5)).toBe(5)
  vi.stubEnv('TOKEN_DESK_SEED', '20261130')
  expect(seedOr(5)).toBe(20_261_130)
})

/** Returns the calls in a test's text that run a property or draw samples. */
function generatingCalls(text: string, name: string): readonly string[] {
  const calls: string[] = []
  new Visitor({
    CallExpression: ({ callee, start, end }) => {
      if (/^fc\.(?:assert|check|sample)$/.test(text.slice(callee.start, callee.end))) {
        calls.push(text.slice(start, end))
      }
    },
  }).visit(parseSync(name, text).program)
  return calls
}

describe('generated tests', () => {
  const self = join('unit', 'support', 'deep.test.ts')
  // Those of the page are checked without the types of Node, and so can't read a variable.
  const ofPage = join('unit', 'renderer')
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== self)
    .map((name) => ({ name, text: readFileSync(join('tests', name), 'utf8') }))
    .filter(({ text }) => text.includes("from 'fast-check'"))

  it('have a seed', () => {
    const calls = files.flatMap(({ name, text }) =>
      generatingCalls(text, name).map((call) => ({ name, call })),
    )
    expect(calls.length).toBeGreaterThan(50)
    const unseeded = calls.filter(({ call }) => !/\bseed(?:ed)?\b/.test(call))
    expect(unseeded.map(({ name }) => name)).toEqual([])
  })

  it('use another seed where one is chosen', () => {
    const fixed = files.filter(({ text }) => /\bseed(?:: | = )\d/.test(text))
    expect(fixed.map(({ name }) => name).filter((name) => !name.startsWith(ofPage))).toEqual([])
  })
})
