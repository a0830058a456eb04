import { describe, expect, it, test } from 'vitest'
import { en } from '../../../../src/renderer/locales/en/index.ts'
import { nl } from '../../../../src/renderer/locales/nl/index.ts'
import { ptBR } from '../../../../src/renderer/locales/pt-BR/index.ts'
import { problemsWith, untranslated, unused } from '../../../support/i18n/compare-translations.ts'
import { longSentences, readingOf } from '../../../support/i18n/readability.ts'
import { sentencesOf } from '../../../support/i18n/sentences.ts'
import { usedKeys } from '../../../support/i18n/used-keys.ts'

const english = sentencesOf(en)
const translations = [
  ['nl', sentencesOf(nl)],
  ['pt-BR', sentencesOf(ptBR)],
] as const
const all = [['en', english], ...translations] as const

describe.each(translations)('the words in %s', (language, words) => {
  it('are there for each English sentence, with the same things put in', () => {
    expect(problemsWith(english, words)).toEqual([])
  })

  it('are not the English ones', () => {
    expect(untranslated(english, words, language)).toEqual([])
  })

  it('have every plural form of the language; `many` has the text of `other`', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    expect(forms.filter((form) => !['one', 'many', 'other'].includes(form))).toEqual([])
    const counted = [...words.keys()].filter((key) => key.endsWith('_other'))
    expect(counted.length).toBeGreaterThan(20)
    const singular = counted.map((key) => key.replace(/other$/, 'one'))
    expect(singular.filter((key) => !words.has(key))).toEqual([])
  })
})

test('every word is asked for somewhere, and the compiler sees where', { timeout: 60_000 }, () => {
  const { keys, unclear } = usedKeys('tsconfig.web.json', '/src/renderer/')
  expect(unclear).toEqual([])
  expect(keys.size).toBeGreaterThan(800)
  expect(unused(english, keys)).toEqual([])
})

describe.each(all)('the sentences in %s', (language, words) => {
  it('are not longer than 24 words', () => {
    expect(longSentences(words, 24)).toEqual([])
  })

  // Flesch: 60 and more is plain, from the age of 13; here everything together is above 75.
  it('can be read at the age of 14, all together and each area alone', () => {
    const whole = readingOf(words, language)
    expect(whole.ease).toBeGreaterThan(75)
    expect(whole.length).toBeLessThan(10)
    const areas = new Set([...words.keys()].map((key) => key.split('.')[0] ?? ''))
    const hard = [...areas].filter((area) => {
      const own = new Map([...words].filter(([key]) => key.startsWith(`${area}.`)))
      const { sentences, ease } = readingOf(own, language)
      // Of a few labels the formula says nothing.
      return sentences >= 30 && ease < 60
    })
    expect(hard).toEqual([])
  })

  it('never contain a code of the protocol without its meaning', () => {
    const codes = Object.keys(en.technical.word)
    const toast = [...words].flatMap(([key, text]) =>
      codes.filter((code) => text.includes(code)).map((code) => ({ key, text, code })),
    )
    expect(toast.length).toBeGreaterThan(0)
    // The meaning is the sentence, and the code stands behind it.
    const bare = toast.filter(({ text, code }) => !/^.{30,}\(/s.test(text.split(code)[0] ?? ''))
    expect(bare).toEqual([])
    for (const code of codes) expect(words.get(`technical.word.${code}`)).toMatch(/\S+ \S+/)
  })
})
