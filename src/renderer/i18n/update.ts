import { isLanguage, type Language } from '../../shared/language.ts'
import type { LookResult, NewVersion } from '../../shared/updates.ts'
import type { Translate } from '../language.ts'

/** A day as people write it: `20 November 2026`. `locale` is a BCP 47 tag. */
function dayText(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(Date.parse(day))
}

/** Since when a version is there, and where to get it. */
export function versionSentence(
  t: Translate,
  { version, released, pageHost }: NewVersion,
  locale: string,
): string {
  return t('updates.since', { version, date: dayText(released, locale), host: pageHost })
}

/** Returns the same for a user of version `own`. */
export function newVersionText(
  t: Translate,
  { released, pageHost }: NewVersion,
  own: string,
  locale: string,
): string {
  return t('updates.now', { date: dayText(released, locale), own, host: pageHost })
}

/** Returns the result of a check; `null` if a version was found, which is shown instead. */
export function lookText(t: Translate, result: LookResult): string | null {
  return result === 'newer' ? null : t(`updates.result.${result}`)
}

/** Returns the release notes of a version, in the user's language or in English. */
export function notesIn(
  { notes }: NewVersion,
  language: string,
): { readonly text: string; readonly language: Language } | null {
  const own = isLanguage(language) ? notes[language] : undefined
  if (own !== undefined && isLanguage(language)) return { text: own, language }
  return notes.en === undefined ? null : { text: notes.en, language: 'en' }
}
