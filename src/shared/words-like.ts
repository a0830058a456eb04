/** A tree of texts by key. */
export interface Words {
  readonly [key: string]: string | Words
}

/** The type of a translation: exactly the keys of the English texts. */
export type WordsLike<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : WordsLike<English[Key]>
}

/**
 * Adds the plural form `many` as a copy of `other`. Portuguese uses it only for whole millions
 * (CLDR), where it reads the same after digits.
 */
export function withManyForms<Tree extends object>(words: Tree): Tree {
  const entries = Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return [[key, withManyForms(value)]]
    const form = key.endsWith('_other') ? [[key.replace(/_other$/, '_many'), value]] : []
    return [[key, value], ...form]
  })
  return Object.fromEntries(entries)
}
