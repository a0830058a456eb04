import type { Words } from '../../../src/shared/words-like.ts'

/** Each sentence by its whole key, such as `list.search`. */
export type Sentences = ReadonlyMap<string, string>

export function sentencesOf(words: Words, prefix = ''): Sentences {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : [...sentencesOf(value, `${prefix}${key}.`)],
    ),
  )
}

/** Returns a key as it is looked up: the lookup chooses the plural form. */
export const askedAs = (key: string) => key.replace(/_(one|many|other)$/, '')
