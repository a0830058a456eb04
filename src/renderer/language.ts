import { isLanguage, type Language, localeFor } from '../shared/language.ts'
import { createTextLookup, type TextLookup } from '../shared/text-lookup.ts'
import type { WordsLike } from '../shared/words-like.ts'
import type { en } from './locales/en/index.ts'
import { languageIn } from './store/app-state.ts'
import type { AppStore } from './store/app-store.ts'

/** Returns the text of a key in the language of the window. */
export type Translate = TextLookup<typeof en>

/** The texts of one language. */
export interface WindowTexts {
  readonly language: Language
  readonly t: Translate
}

/** The current language of the window. */
export interface WindowLanguage {
  /** Returns the same object until the language changes. */
  get(): WindowTexts
  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: () => void): () => void
  /** Loads the texts of a language and changes to it, unless another was asked for meanwhile. */
  change(language: Language): Promise<void>
}

/** Each language is a file of its own; a window loads only the one it shows. */
const loaders: Record<Language, () => Promise<WordsLike<typeof en>>> = {
  en: async () => (await import('./locales/en/index.ts')).en,
  nl: async () => (await import('./locales/nl/index.ts')).nl,
  'pt-BR': async () => (await import('./locales/pt-BR/index.ts')).ptBR,
}

/** Writes numbers as usual for the language in the country of `regionNow` (ISO 3166-1). */
function numberFormat(language: Language, regionNow: () => string | null) {
  let format: Intl.NumberFormat | undefined
  let locale = ''
  return (value: number): string => {
    const wanted = localeFor(language, regionNow())
    if (format === undefined || wanted !== locale) format = new Intl.NumberFormat(wanted)
    locale = wanted
    return format.format(value)
  }
}

/** Loads the texts of the window's first language. */
export async function createLanguage(
  first: Language,
  regionNow: () => string | null = () => null,
): Promise<WindowLanguage> {
  async function load(language: Language): Promise<WindowTexts> {
    // Every language has every key with the same placeholders: the compiler and a test ensure it.
    const texts = (await loaders[language]()) as typeof en
    return { language, t: createTextLookup(texts, language, numberFormat(language, regionNow)) }
  }

  const listeners = new Set<() => void>()
  let wanted = first
  let current = await load(first)
  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async change(language) {
      wanted = language
      const loaded = await load(language)
      if (language !== wanted) return
      current = loaded
      for (const listener of [...listeners]) listener()
    },
  }
}

/** Returns the language that main has written into the page. */
export function firstLanguage({ lang }: HTMLElement): Language {
  return isLanguage(lang) ? lang : 'en'
}

/** Changes the texts and the page's `lang` to the user's choice, now and whenever it changes. */
export function followLanguage(language: WindowLanguage, store: AppStore, root: HTMLElement): void {
  let followed = language.get().language
  language.subscribe(() => {
    root.lang = language.get().language
  })
  function follow(): void {
    const wanted = languageIn(store.state.getState())
    if (wanted === undefined || wanted === followed) return
    followed = wanted
    void language.change(wanted)
  }
  store.state.subscribe(follow)
  follow()
}
