import { createInstance, type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './locales/en/index.ts'

/** Finds the words for a key in the language of the window. */
export type Translate = TFunction<'translation'>

/** The words of the window. A further language is a further entry in `resources`. */
export function createLanguage(): i18n {
  const language = createInstance()
  void language.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  })
  return language
}

/**
 * The variant of the window's language that the user's system prefers, for dates:
 * `en-GB` rather than `en`, if that is among `preferred`.
 */
export function regionalVariant(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.split('-')[0] === language) ?? language
}
