/** The languages of the window, as BCP 47 tags. */
export const languages = ['en', 'nl', 'pt-BR'] as const
export type Language = (typeof languages)[number]

/** What a user may choose; `system`: the nearest to what the system is set to. */
export const languageChoices = ['system', ...languages] as const
export type LanguageChoice = (typeof languageChoices)[number]

/** What the system is set to. */
export interface SystemLanguage {
  readonly language: Language
  /** The country whose way of writing it uses (ISO 3166-1). */
  readonly region: string | null
}

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}

/** The parts of a BCP 47 tag; `undefined` if it is none, as `C` of Linux. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return undefined
  }
}

/** The first of `preferred` (BCP 47 tags, the dearest first) that we speak in some variant. */
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

/** The country in the first of `tags` (BCP 47) that names one. */
export function regionOf(tags: readonly string[]): string | null {
  const regions = tags.flatMap((tag) => localeOf(tag)?.region ?? [])
  return regions[0] ?? null
}

/**
 * How dates and numbers are written in `language` in the country of `region`: English in the
 * Netherlands has the 24 hours of `en-NL`. Where the language is not used in that country, `Intl`
 * takes the language alone.
 */
export function localeFor(language: string, region: string | null): string {
  return region === null ? language : `${new Intl.Locale(language).language}-${region}`
}
