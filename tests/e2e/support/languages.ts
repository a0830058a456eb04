import { en } from '../../../src/renderer/locales/en/index.ts'
import { nl } from '../../../src/renderer/locales/nl/index.ts'
import { ptBR } from '../../../src/renderer/locales/pt-BR/index.ts'
import type { Language } from '../../../src/shared/language.ts'
import type { WordsLike } from '../../../src/shared/words-like.ts'
import type { FormValues } from './test-app.ts'

/** What the window says, by its keys. */
export type WindowWords = WordsLike<typeof en>

export const windowWords: Readonly<Record<Language, WindowWords>> = { en, nl, 'pt-BR': ptBR }

/** An environment in which Linux speaks a language: `nl_NL`. */
export const systemIn = (tag: string) => ({
  LANGUAGE: tag,
  LC_ALL: `${tag}.UTF-8`,
  LANG: `${tag}.UTF-8`,
})

/** What is typed under English labels, under those of another language. */
export function valuesIn(words: WindowWords, values: FormValues): FormValues {
  const labels: Readonly<Record<string, string>> = words.form.label
  const keys = new Map(Object.entries(en.form.label).map(([key, label]) => [label as string, key]))
  return Object.fromEntries(
    Object.entries(values).map(([label, value]) => [labels[keys.get(label) ?? ''] ?? label, value]),
  )
}
