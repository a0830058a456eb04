/** The languages of the window, as BCP 47 tags. */
export const languages = ['en', 'nl', 'pt-BR'] as const
export type Language = (typeof languages)[number]

/** The user's choices; `system`: the nearest to the system's language. */
export const languageChoices = ['system', ...languages] as const
export type LanguageChoice = (typeof languageChoices)[number]

/** The language settings of the system. */
export interface SystemLanguage {
  readonly language: Language
  /** The country of its formats (ISO 3166-1). */
  readonly region: string | null
}

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}

/** Parses a BCP 47 tag; returns `undefined` for other text, such as Linux's `C`. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return undefined
  }
}

/** Returns the first of `preferred` (BCP 47 tags, best first) of which there is a translation. */
export function nearestLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const wanted = localeOf(tag)?.language
    const spoken = languages.find((language) => localeOf(language)?.language === wanted)
    if (spoken !== undefined) return spoken
  }
  return 'en'
}

export function languageFor(choice: LanguageChoice, system: SystemLanguage): Language {
  return choice === 'system' ? system.language : choice
}

/** Returns the country in the first of `tags` (BCP 47) that has one. */
export function regionOf(tags: readonly string[]): string | null {
  const regions = tags.flatMap((tag) => localeOf(tag)?.region ?? [])
  return regions[0] ?? null
}

/**
 * Returns the locale of dates and numbers in `language` in the country of `region`: `en-NL` has a
 * 24-hour clock. `Intl` ignores a country in which the language is not used.
 */
export function localeFor(language: string, region: string | null): string {
  return region === null ? language : `${new Intl.Locale(language).language}-${region}`
}
