import { createInstance, type i18n, type TFunction } from 'i18next'
import {
  type Language,
  nearestLanguage,
  regionOf,
  type SystemLanguage,
} from '../../shared/language.ts'
import { isolatedName } from '../../shared/names.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { ptBR } from './pt-br.ts'

/** Returns the text for a key in the current language of main. */
export type Translate = TFunction<'translation'>

export interface MainWords {
  readonly t: Translate
  /** Makes `t` answer in this language from now on. */
  speak(language: Language): void
}

function createTexts(language: Language): i18n {
  const texts = createInstance()
  void texts.init({
    resources: {
      en: { translation: en },
      nl: { translation: nl },
      'pt-BR': { translation: ptBR },
    },
    lng: language,
    fallbackLng: false,
    load: 'currentOnly',
    initAsync: false,
    // Menus and dialogs show text, never markup; a name must not change the order of their words.
    interpolation: { escapeValue: true, escape: isolatedName },
  })
  return texts
}

/**
 * Returns the texts that main shows itself: in the menu, the tray, notifications and dialogs. They
 * are made when the first one is used, which at a start is after the page has been drawn.
 */
export function createMainWords(first: Language): MainWords {
  let language = first
  let texts: i18n | undefined
  const t = (...parameters: Parameters<Translate>) => {
    texts ??= createTexts(language)
    return texts.t(...parameters)
  }
  return {
    t: t as Translate,
    speak: (next) => {
      language = next
      void texts?.changeLanguage(next)
    },
  }
}

/** The part of Electron's `app` that knows the languages of the system. */
interface SystemLocales {
  getPreferredSystemLanguages(): string[]
  getSystemLocale(): string
}

/**
 * Returns the settings of the system: its languages choose ours, its regional format the way of
 * dates and numbers. Call when the app is ready.
 */
export function readSystemLanguage(app: SystemLocales): SystemLanguage {
  const preferred = app.getPreferredSystemLanguages()
  return {
    language: nearestLanguage(preferred),
    region: regionOf([app.getSystemLocale(), ...preferred]),
  }
}
