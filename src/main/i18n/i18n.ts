import { createInstance, type TFunction } from 'i18next'
import type { Language } from '../../shared/language.ts'
import { isolatedName } from '../../shared/names.ts'
import { en } from './en/index.ts'
import { nl } from './nl/index.ts'
import { ptBR } from './pt-BR/index.ts'

/** Finds the words for a key in the language that main speaks now. */
export type Translate = TFunction<'translation'>

export interface MainWords {
  readonly t: Translate
  /** From now on `t` answers in this language. */
  speak(language: Language): void
}

/** What main itself says: in the menu and in dialogs of the system. */
export function createMainWords(first: Language): MainWords {
  const words = createInstance()
  void words.init({
    resources: {
      en: { translation: en },
      nl: { translation: nl },
      'pt-BR': { translation: ptBR },
    },
    lng: first,
    fallbackLng: false,
    load: 'currentOnly',
    initAsync: false,
    // Menus and dialogs show text, never markup; a name must not change the order of their words.
    interpolation: { escapeValue: true, escape: isolatedName },
  })
  return {
    t: words.t,
    speak: (language) => void words.changeLanguage(language),
  }
}
