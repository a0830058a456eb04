import type { Language } from '../../../src/shared/language.ts'
import { isLoan } from './loanwords.ts'
import { askedAs, type Sentences } from './sentences.ts'

/** What is wrong with a translation of the English sentences, each with its key. */
export function problemsWith(english: Sentences, other: Sentences): readonly string[] {
  const missing = [...english.keys()].filter((key) => !other.has(key)).map((key) => `${key}: none`)
  const wrong = [...other].flatMap(([key, sentence]) => {
    // Portuguese has a third plural form, which stands for the English `other`.
    const original = english.get(key) ?? english.get(key.replace(/_many$/, '_other'))
    if (original === undefined) return [`${key}: not in English`]
    return [
      ...(sentence.trim() === '' || sentence.trim() !== sentence ? [`${key}: empty space`] : []),
      ...differences(key, original, sentence),
    ]
  })
  return [...missing, ...wrong]
}

function differences(key: string, english: string, other: string): readonly string[] {
  const kinds = { placeholders: /\{\{.*?\}\}/g, tags: /<[^>]*>/g, nesting: /\$t\(.*?\)/g }
  return Object.entries(kinds).flatMap(([kind, pattern]) => {
    const parts = (text: string) => [...new Set(text.match(pattern) ?? [])].sort().join(' ')
    return parts(english) === parts(other) ? [] : [`${key}: other ${kind}`]
  })
}

/** Keys whose sentence is the English one, letter for letter, and is no loan. */
export function untranslated(
  english: Sentences,
  other: Sentences,
  language: Exclude<Language, 'en'>,
): readonly string[] {
  return [...other]
    .filter(([key, text]) => english.get(key) === text && !isLoan(text, language))
    .map(([key]) => key)
}

/** Keys that nobody asks for. */
export function unused(sentences: Sentences, used: ReadonlySet<string>): readonly string[] {
  return [...sentences.keys()].filter((key) => !used.has(askedAs(key)))
}
