import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compareVersions } from '../../../src/main/updates/version.ts'
import { seedOr } from '../../support/deep.ts'

/** Semantic Versioning 2.0.0 §11, its own examples and what they leave open; the smallest first. */
const inOrder = [
  '0.9.9',
  '1.0.0-0',
  '1.0.0-2',
  '1.0.0-10',
  '1.0.0--',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1-evaluation',
  '1.0.1',
  '1.0.9',
  '1.0.10',
  '1.2.0',
  '1.10.0',
  '2.0.0',
  `${'9'.repeat(30)}.0.0`,
  `1${'0'.repeat(30)}.0.0`,
]

test('versions follow each other as the standard says, however long their numbers are', () => {
  for (const [index, one] of inOrder.entries()) {
    for (const [place, other] of inOrder.entries()) {
      expect(Math.sign(compareVersions(one, other)), `${one} ${other}`).toBe(
        Math.sign(index - place),
      )
    }
  }
})

test('of the same version, a build is neither newer nor older', () => {
  expect(compareVersions('1.0.0+20260101', '1.0.0+20270101')).toBe(0)
  expect(compareVersions('1.0.0-a+x-y', '1.0.0-a')).toBe(0)
})

test('any two compare the other way round when they are swapped', () => {
  const identifier = fc.stringMatching(/^(0|[1-9]\d{0,3}|[a-z-][0-9a-z-]{0,4})$/)
  const version = fc
    .tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.array(identifier, { maxLength: 3 }))
    .map(([a, b, c, pre]) => [`${a}.${b}.${c}`, pre.join('.')].filter((part) => part).join('-'))
  fc.assert(
    fc.property(version, version, version, (one, other, third) => {
      const sign = (a: string, b: string) => Math.sign(compareVersions(a, b))
      expect(sign(one, other) + sign(other, one)).toBe(0)
      expect(sign(one, other) === 0).toBe(one === other)
      if (sign(one, other) < 0 && sign(other, third) < 0) expect(sign(one, third)).toBe(-1)
    }),
    { seed: seedOr(2) },
  )
})

describe('what is no version is refused', () => {
  it.each(['', '1', '1.2', 'v1.2.3', '1.2.3.4', '01.2.3', '1.2.3-01', '1.2.3-', '1.2.x', ' 1.2.3'])(
    'such as %j',
    (text) => {
      expect(() => compareVersions(text, '1.0.0')).toThrow()
    },
  )

  it('such as one that is longer than a line', () => {
    expect(() => compareVersions(`1.0.0-${'a'.repeat(60)}`, '1.0.0')).toThrow()
  })
})
