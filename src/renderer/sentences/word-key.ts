/**
 * A word of a token or a scope as the keys of the texts write it: they hold no `.` and no
 * `:`, which stand for parts of a key. `null` if `words` does not know it.
 */
export function wordKey<Words extends object>(words: Words, word: string): keyof Words | null {
  const key = word.replace(/[:./# ]/g, '_')
  return Object.hasOwn(words, key) ? (key as keyof Words) : null
}
