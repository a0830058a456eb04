import type { Language } from '../../../src/shared/language.ts'
import type { Sentences } from './sentences.ts'

/** How easily a text is read. */
export interface Reading {
  readonly sentences: number
  /** Words a sentence. */
  readonly length: number
  /** Flesch's reading ease, as it was fitted to the language: from 100, very easy, down. */
  readonly ease: number
}

/** A label or a heading is no sentence: it says nothing of how hard the text is. */
const minWords = 5

/** Names that are said as they are, and what is put in later. */
const noWords = /\{\{.*?\}\}|https?:\/\/\S+|\b[\w-]+(?:\.[\w-]+)+\b/g

export function wordsOf(sentence: string): readonly string[] {
  return sentence.replace(noWords, 'it').match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
}

/** The sentences of a text, by what ends them. */
function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?:;])["”)]*\s+/u)
}

/** Vowels that are spoken as one; near enough for a mean of thousands of words. */
const vowels = {
  en: /[aeiouy]+/g,
  nl: /aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|oe|ie|ei|ij|eu|ui|au|ou|[aeiouyéèëïüöó]/g,
  'pt-BR': /[aeiouáéíóúâêôãõàü]+/g,
} as const

function syllablesOf(word: string, language: Language): number {
  const lower = word.toLowerCase()
  // An English e at the end is silent, but for that of `little`.
  const spoken = language === 'en' ? lower.replace(/(?<![^aeiouy]l)e(?:s|d)?$/, '') : lower
  return Math.max(1, spoken.match(vowels[language])?.length ?? 0)
}

/**
 * Flesch's formula as it was fitted to each language: Flesch 1948 for English, Douma 1960 for
 * Dutch, Martins and others 1996 for Brazilian Portuguese.
 */
const formulas = {
  en: (length: number, syllables: number) => 206.835 - 1.015 * length - 84.6 * syllables,
  nl: (length: number, syllables: number) => 206.835 - 0.93 * length - 77 * syllables,
  'pt-BR': (length: number, syllables: number) => 248.835 - 1.015 * length - 84.6 * syllables,
} as const

export function readingOf(texts: Sentences, language: Language): Reading {
  const sentences = [...texts.values()]
    .flatMap(sentencesIn)
    .map(wordsOf)
    .filter(({ length }) => length >= minWords)
  const words = sentences.flat()
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0)
  const length = words.length / sentences.length
  const ease = formulas[language](length, syllables / words.length)
  return { sentences: sentences.length, length, ease }
}

/** Sentences of more than `most` words, with their keys. */
export function longSentences(texts: Sentences, most: number): readonly string[] {
  return [...texts].flatMap(([key, text]) =>
    sentencesIn(text)
      .filter((sentence) => wordsOf(sentence).length > most)
      .map((sentence) => `${key}: ${sentence}`),
  )
}
