import { type BackendModule, createInstance, type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, type Language } from '../shared/language.ts'
import { isolatedName } from '../shared/names.ts'
import type { WordsLike } from '../shared/words-like.ts'
import type { en } from './locales/en/index.ts'
import { numbersByLocale } from './number-words.ts'

/** Finds the words for a key in the language of the window. */
export type Translate = TFunction<'translation'>

/** Each language is a file of its own; a window loads only what it shows. */
const loaders: Record<Language, () => Promise<WordsLike<typeof en>>> = {
  en: async () => (await import('./locales/en/index.ts')).en,
  nl: async () => (await import('./locales/nl/index.ts')).nl,
  'pt-BR': async () => (await import('./locales/pt-BR/index.ts')).ptBR,
}

/** Brings the words of a language when i18next asks for them. */
const words: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, _namespace, done) {
    const loaded = isLanguage(language) ? loaders[language]() : Promise.reject(language)
    loaded.then(
      (found) => done(null, found),
      (error: unknown) => done(String(error), null),
    )
  },
}

/** The words of the window, there in its first language; numbers as in the country of the system. */
export async function createLanguage(
  first: Language,
  regionNow: () => string | null = () => null,
): Promise<i18n> {
  const language = createInstance()
  await language
    .use(words)
    .use(numbersByLocale(regionNow))
    .use(initReactI18next)
    .init({
      lng: first,
      // Every language has every key, so there is nothing to fall back to.
      fallbackLng: false,
      load: 'currentOnly',
      // React escapes what it shows; a name must not change the order of the words around it.
      interpolation: { escapeValue: true, escape: isolatedName, alwaysFormat: true },
    })
  return language
}
