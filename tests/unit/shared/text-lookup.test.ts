import { describe, expect, expectTypeOf, it, test } from 'vitest'
import { createTextLookup, type TextKey } from '../../../src/shared/text-lookup.ts'

const texts = {
  plain: 'Save',
  group: {
    deep: { greeting: 'Hello {{name}}, you have {{number}} files' },
    files_one: 'One file',
    files_other: '{{count}} files',
  },
} as const
const dutch = (value: number) => new Intl.NumberFormat('nl').format(value)
const t = createTextLookup(texts, 'en', dutch)

describe('a lookup', () => {
  it('finds a text by the path of its key', () => {
    expect(t('plain')).toBe('Save')
  })

  it('fills in texts as they are and numbers in the given format', () => {
    const text = t('group.deep.greeting', { name: 'A & B <i>', number: 12_345 })
    expect(text).toBe('Hello A & B <i>, you have 12.345 files')
  })

  it.each([
    ['plain', true],
    ['group.deep.greeting', true],
    ['group.files_one', true],
    ['group', false],
    ['group.', false],
    ['plain.length', false],
    ['constructor.name', false],
    ['group.toString.name', false],
    ['__proto__.plain', false],
  ])('knows whether %s is the key of a text: %s', (key, isKey) => {
    expect(t.has(key)).toBe(isKey)
  })

  it('creates no number format for whole numbers below 1000, and asks for every other', () => {
    const asked: number[] = []
    const noted = createTextLookup(texts, 'en', (value) => {
      asked.push(value)
      return 'formatted'
    })
    const written = [0, 1, 999, 1000, 1.5, -1].map((number) =>
      noted('group.deep.greeting', { name: 'x', number }),
    )
    expect(asked).toEqual([1000, 1.5, -1])
    expect(written[2]).toBe('Hello x, you have 999 files')
    expect(written[3]).toBe('Hello x, you have formatted files')
  })

  it('leaves a number that is passed as a text as it is', () => {
    expect(t('group.deep.greeting', { name: 'x', number: '8080' })).toContain('8080')
  })

  it('isolates a name that is written from right to left', () => {
    const text = t('group.deep.greeting', { name: 'שלום', number: 1 })
    expect(text).toBe('Hello \u2068שלום\u2069, you have 1 files')
  })

  it('fills a value in once: what it contains is no placeholder', () => {
    const text = t('group.deep.greeting', { name: '{{number}}', number: 1 })
    expect(text).toBe('Hello {{number}}, you have 1 files')
    expect(t('group.deep.greeting', { name: '$&', number: 1 })).toContain('Hello $&,')
  })
})

test.each([
  ['en', 0, '0 files'],
  ['en', 1, 'One file'],
  ['en', 2, '2 files'],
  ['pt-BR', 0, 'One file'],
  ['pt-BR', 1_000_000, '1.000.000 files'],
])('in %s, %i has the plural form of that language, or that of other', (language, count, text) => {
  expect(createTextLookup(texts, language, dutch)('group.files', { count })).toBe(text)
})

test('the compiler knows the keys, and the values that each text needs', () => {
  expectTypeOf<TextKey<typeof texts>>().toEqualTypeOf<
    'plain' | 'group.deep.greeting' | 'group.files'
  >()
  // @ts-expect-error: there is no such text.
  t('group.other')
  // @ts-expect-error: it needs a name and a number.
  t('group.deep.greeting', { name: 'x' })
  // @ts-expect-error: it needs nothing.
  t('plain', { name: 'x' })
  // @ts-expect-error: its plural form needs a number.
  t('group.files')
})

test('a value that the text lacks leaves its placeholder', () => {
  const loose = t as (key: string, values?: Record<string, string>) => string
  expect(loose('group.deep.greeting', {})).toBe(texts.group.deep.greeting)
  expect(loose('group.missing')).toBe('group.missing')
})
