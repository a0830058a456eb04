/** A tree of texts by key. */
export interface Words {
  readonly [key: string]: string | Words
}

/** The type of a translation: exactly the keys of the English texts. */
export type WordsLike<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : WordsLike<English[Key]>
}
