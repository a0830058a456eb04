import {
  type Language,
  nearestLanguage,
  regionOf,
  type SystemLanguage,
} from '../../shared/language.ts'
import { createTextLookup, type TextLookup } from '../../shared/text-lookup.ts'
import type { WordsLike } from '../../shared/words-like.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { ptBR } from './pt-br.ts'

/** Returns the text for a key in the current language of main. */
export type Translate = TextLookup<typeof en>

export interface MainWords {
  readonly t: Translate
  /** Makes `t` answer in this language from now on. */
  speak(language: Language): void
}

const texts: Readonly<Record<Language, WordsLike<typeof en>>> = { en, nl, 'pt-BR': ptBR }

function createLookup(language: Language): Translate {
  let numbers: Intl.NumberFormat | undefined
  // Every language has every key with the same placeholders: the compiler and a test ensure it.
  const own = texts[language] as typeof en
  return createTextLookup(own, language, (value) => {
    numbers ??= new Intl.NumberFormat(language)
    return numbers.format(value)
  })
}

/**
 * Returns the texts that main shows itself: in the menu, the tray, notifications and dialogs. The
 * lookup is created for the first text, which at a start is after the page has been drawn.
 */
export function createMainWords(first: Language): MainWords {
  let language = first
  let lookup: Translate | undefined
  const current = () => {
    lookup ??= createLookup(language)
    return lookup
  }
  const t = (...of: Parameters<Translate>) => current()(...of)
  return {
    t: Object.assign(t, { has: (key: string) => current().has(key) }) as Translate,
    speak: (next) => {
      if (next !== language) lookup = undefined
      language = next
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
