import { describe, expect, it, test } from 'vitest'
import { en } from '../../../src/main/i18n/en.ts'
import { nl } from '../../../src/main/i18n/nl.ts'
import { ptBR } from '../../../src/main/i18n/pt-br.ts'
import { problemsWith, untranslated, unused } from '../../support/i18n/compare-translations.ts'
import { longSentences } from '../../support/i18n/readability.ts'
import { sentencesOf } from '../../support/i18n/sentences.ts'
import { translatedWords } from '../../support/i18n/translated.ts'
import { usedKeys } from '../../support/i18n/used-keys.ts'

const english = sentencesOf(en)

describe.each([
  ['nl', sentencesOf(nl)],
  ['pt-BR', sentencesOf(ptBR)],
] as const)('what main says in %s', (language, words) => {
  it('is there for each English sentence, with the same things put in', () => {
    expect(problemsWith(english, words)).toEqual([])
    expect(untranslated(english, words, language)).toEqual([])
  })

  it('is said in short sentences', () => {
    expect(longSentences(words, 24)).toEqual([])
  })
})

test.each([
  ['en', english],
  ['nl', sentencesOf(nl)],
  ['pt-BR', sentencesOf(ptBR)],
] as const)('main uses idiomatic %s', (language, words) => {
  expect(translatedWords(words, language)).toEqual([])
})

test('everything that main can say is said somewhere', { timeout: 60_000 }, () => {
  const { keys, unclear } = usedKeys('tsconfig.node.json', '/src/main/')
  expect(unclear).toEqual([])
  expect(unused(english, keys)).toEqual([])
})
