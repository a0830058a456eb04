import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, isolatedName, shownName } from '../../../src/shared/names.ts'
import { seedOr } from '../../support/deep.ts'

const override = '\u202e'
const controls = [...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069']
const isolated = (text: string) => `\u2068${text}\u2069`

describe('a name in a sentence', () => {
  it.each(['Reports', 'Köln 3', 'Zoë’s “Test” – €', 'レポート', 'Отчёт', '🦅 Kestrel', ''])(
    'stays as it is if it is written from left to right: %j',
    (name) => {
      expect(isolatedName(name)).toBe(name)
      expect(shownName(name)).toBe(name)
    },
  )

  it.each(['תל אביב', 'تقارير 12', 'Reports (עברית)', 'a\u200fb', '\u061c1', '𐤀', '𞤀'])(
    'is isolated if any of it is written from right to left: %j',
    (name) => {
      expect(isolatedName(name)).toBe(isolated(name))
      expect(shownName(name)).toBe(name)
    },
  )

  it.each([
    [`invoice${override}fdp.exe`, 'invoicefdp.exe'],
    ['\u202aleft\u202c', 'left'],
    ['\u2067right', 'right'],
    ['out\u2069 of it', 'out of it'],
    ['\u2069\u2069\u2068', ''],
    ['two\u2029paragraphs \u202d', 'two paragraphs '],
  ])('loses what would change the order of the text after it: %j', (name, shown) => {
    expect(shownName(name)).toBe(shown)
    expect(isolatedName(name)).toBe(isolated(shown))
  })

  it('closes exactly what it opened, for any text', () => {
    const letters = fc.constantFrom(...controls, 'a', 'א', 'ب', ' ', '\n', '\u2028', '\u200f')
    fc.assert(
      fc.property(fc.array(letters), (some) => {
        const text = isolatedName(some.join(''))
        const marks = [...text].filter((letter) => controls.includes(letter))
        expect([[], ['\u2068', '\u2069']]).toContainEqual(marks)
        if (marks.length > 0) expect(text).toMatch(/^\u2068[^\n\u2028\u2029]*\u2069$/u)
      }),
      { seed: seedOr(20261130) },
    )
  })
})

it('names are sorted without case and accents, and numbers by their value', () => {
  const names = ['zulu 10', 'Zulu 9', 'éclair', 'Eagle', 'ähre', 'Azur', 'b']
  expect(names.sort(compareNames)).toEqual([
    'ähre',
    'Azur',
    'b',
    'Eagle',
    'éclair',
    'Zulu 9',
    'zulu 10',
  ])
})
