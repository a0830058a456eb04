/** A tree of words by their keys; the leaves are sentences. */
export interface Words {
  readonly [key: string]: string | Words
}

/** The shape of a translation: exactly the keys of the English words, with sentences of its own. */
export type WordsLike<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : WordsLike<English[Key]>
}

/**
 * The words with the plural form `many` besides `one` and `other`. Portuguese has it for whole
 * millions alone (CLDR), and beside a number in digits it reads as `other` does.
 */
export function withManyForms<Tree extends object>(words: Tree): Tree {
  const entries = Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return [[key, withManyForms(value)]]
    const form = key.endsWith('_other') ? [[key.replace(/_other$/, '_many'), value]] : []
    return [[key, value], ...form]
  })
  return Object.fromEntries(entries)
}
