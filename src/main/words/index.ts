import { createInstance } from 'i18next'
import { notifications } from './en/notifications.ts'
import { tray } from './en/tray.ts'

const en = { tray, notifications } as const

/** `tray.left.days` for `days_one` and `days_other`: i18next chooses by `count`. */
type Keys<Words, Path extends string = ''> = {
  [Key in keyof Words & string]: Words[Key] extends string
    ? `${Path}${Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key}`
    : Keys<Words[Key], `${Path}${Key}.`>
}[keyof Words & string]

/** Finds the words of main for a key. */
export type Say = (
  key: Keys<typeof en>,
  values?: Readonly<Record<string, string | number>>,
) => string

/** The words that main itself shows: in the tray, in notifications and in questions. */
export function createWords(): Say {
  const language = createInstance()
  void language.init({
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    // No mark-up: menus and notifications show text.
    interpolation: { escapeValue: false },
  })
  const translate = language.t as (key: string, values?: object) => string
  return (key, values) => translate(key, values)
}
