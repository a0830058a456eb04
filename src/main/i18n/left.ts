import type { Translate } from './i18n.ts'

const minute = 60_000

/** Returns the text of a span in milliseconds, rounded down: never longer than it is. */
export function leftText(t: Translate, span: number): string {
  const minutes = Math.floor(span / minute)
  if (minutes < 1) return t('tray.left.lessThanAMinute')
  if (minutes < 60) return t('tray.left.minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return t('tray.left.hours', { hours, minutes: minutes % 60 })
  return t('tray.left.days', { count: Math.floor(hours / 24) })
}
