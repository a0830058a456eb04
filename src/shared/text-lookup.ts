import { isolatedName } from './names.ts'
import type { Words } from './words-like.ts'

/** The key without its plural form: `count_one` and `count_other` are looked up as `count`. */
type WithoutForm<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key

/** Every key that a tree can be asked for, such as `list.search`. */
export type TextKey<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? WithoutForm<Key>
    : `${Key}.${TextKey<Tree[Key]>}`
}[keyof Tree & string]

/** The literal type of the text behind a key; of both forms, if it has plural forms. */
type TextAt<Tree, Key extends string> = Key extends `${infer First}.${infer Rest}`
  ? First extends keyof Tree
    ? TextAt<Tree[First], Rest>
    : never
  : Key extends keyof Tree
    ? Tree[Key]
    : `${Key}_other` extends keyof Tree
      ? Tree[`${Key}_other` & keyof Tree] | '{{count}}'
      : never

/** The names of the placeholders in a text. */
type Placeholder<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never

type ValuesFor<Name extends string> = { readonly [Each in Name]: string | number }

/** Looks a text up by its key and fills in its values. The compiler knows which values it needs. */
export interface TextLookup<Tree> {
  <Key extends TextKey<Tree>>(
    key: Key,
    ...values: Placeholder<TextAt<Tree, Key>> extends never
      ? []
      : [values: ValuesFor<Placeholder<TextAt<Tree, Key>>>]
  ): string
  /** Returns whether there is a text under a key that is only known at run time. */
  has(key: string): boolean
}

/**
 * Writes a number. Those without a separator are alike in all languages of the app, so that the
 * first list needs no `Intl.NumberFormat`: the first one takes more than 10 ms of a start.
 */
function numberText(value: number, formatNumber: (value: number) => string): string {
  const isShort = Number.isInteger(value) && value >= 0 && value < 1000
  return isShort ? String(value) : formatNumber(value)
}

/**
 * Creates the lookup in `texts` of `language` (BCP 47). A plural form is chosen by `count`
 * (CLDR, through `Intl.PluralRules`); a form without a text of its own has the text of `other`.
 * `formatNumber` writes numbers; a name that changes the direction of writing is isolated.
 */
export function createTextLookup<Tree>(
  texts: Tree,
  language: string,
  formatNumber: (value: number) => string,
): TextLookup<Tree> {
  const plurals = new Intl.PluralRules(language)

  function find(key: string): string | undefined {
    let found: unknown = texts
    for (const part of key.split('.')) {
      if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part))
        return undefined
      found = (found as Words)[part]
    }
    return typeof found === 'string' ? found : undefined
  }

  function textFor(key: string, count: unknown): string {
    const plural =
      typeof count === 'number'
        ? (find(`${key}_${plurals.select(count)}`) ?? find(`${key}_other`))
        : undefined
    return plural ?? find(key) ?? key
  }

  const written = (value: string | number) =>
    isolatedName(typeof value === 'number' ? numberText(value, formatNumber) : value)

  const lookUp = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    textFor(key, values['count']).replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
      const value = values[name]
      return value === undefined ? placeholder : written(value)
    })
  return Object.assign(lookUp, { has: (key: string) => find(key) !== undefined })
}
