import type { FormatterModule } from 'i18next'
import { localeFor } from '../shared/language.ts'

/**
 * Writes every number in a sentence as it is written in the language, in the country that
 * `regionNow` names (ISO 3166-1). What is no number stays as it is.
 */
export function numbersByLocale(regionNow: () => string | null): FormatterModule {
  let locale = ''
  let numbers = new Intl.NumberFormat('en')
  return {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown, _format, language = 'en') => {
      // A sentence takes texts as well; the type that i18next gives knows no difference.
      if (typeof value !== 'number') return value as string
      const wanted = localeFor(language, regionNow())
      if (wanted !== locale) numbers = new Intl.NumberFormat(wanted)
      locale = wanted
      return numbers.format(value)
    },
  }
}
