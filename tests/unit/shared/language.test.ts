import { describe, expect, it, test } from 'vitest'
import {
  languageFor,
  languages,
  localeFor,
  nearestLanguage,
  regionOf,
} from '../../../src/shared/language.ts'

describe('the language that is nearest to the system’s', () => {
  it.each([
    [['nl-NL'], 'nl'],
    [['nl-BE', 'en-US'], 'nl'],
    [['pt-BR'], 'pt-BR'],
    [['pt-PT'], 'pt-BR'],
    [['pt'], 'pt-BR'],
    [['en-GB'], 'en'],
    [['de-DE', 'nl-NL', 'en-US'], 'nl'],
    [['nl_NL.UTF-8', 'nl'], 'nl'],
    [['fr-FR', 'ja'], 'en'],
    [['C', '', 'not a tag'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (preferred, language) => {
    expect(nearestLanguage(preferred)).toBe(language)
  })

  it('holds until the user chooses another one', () => {
    const system = { language: 'nl', region: 'NL' } as const
    expect(languageFor('system', system)).toBe('nl')
    expect(languageFor('pt-BR', system)).toBe('pt-BR')
  })
})

describe('dates and numbers', () => {
  const moment = Date.UTC(2030, 0, 15, 14, 5, 9)
  const written = (locale: string) => [
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).format(moment),
    new Intl.NumberFormat(locale).format(12345.6),
  ]

  it.each([
    ['en', 'US', 'Jan 15, 2030, 2:05 PM', '12,345.6'],
    ['en', 'GB', '15 Jan 2030, 14:05', '12,345.6'],
    ['en', 'NL', '15 Jan 2030, 14:05', '12.345,6'],
    ['en', null, 'Jan 15, 2030, 2:05 PM', '12,345.6'],
    ['nl', 'NL', '15 jan 2030, 14:05', '12.345,6'],
    ['nl', 'US', '15 jan 2030, 14:05', '12.345,6'],
    ['nl', null, '15 jan 2030, 14:05', '12.345,6'],
    ['pt-BR', 'BR', '15 de jan. de 2030, 14:05', '12.345,6'],
    ['pt-BR', 'US', '15 de jan. de 2030, 14:05', '12.345,6'],
    ['pt-BR', null, '15 de jan. de 2030, 14:05', '12.345,6'],
  ] as const)('are written in %s in %s as there: %s, %s', (language, region, date, number) => {
    const plain = written(localeFor(language, region)).map((text) => text.replace(/\s/g, ' '))
    expect(plain).toEqual([date, number])
  })

  it('follow the country of the system’s format before that of its languages', () => {
    expect(regionOf(['nl-NL', 'en-US'])).toBe('NL')
    expect(regionOf(['nl', 'C', 'en-US'])).toBe('US')
    expect(regionOf(['nl', 'C', ''])).toBeNull()
  })
})

test('all languages sort names alike, so that a change of language moves nothing in the list', () => {
  const names = [
    'é',
    'z',
    'Ñ',
    'n',
    'ij',
    'IJ',
    'ç',
    'c',
    'a',
    'Ä',
    'ã',
    '10',
    '2',
    '_',
    'y',
    'o',
    'Õ',
  ]
  const sorted = languages.map((language) =>
    [...names].sort(new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare),
  )
  expect(sorted).toEqual([sorted[0], sorted[0], sorted[0]])
})
