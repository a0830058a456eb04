import type { Translate } from '../language.ts'

const twoDigits = (value: number) => String(value).padStart(2, '0')

/**
 * A span in milliseconds in its two largest units, as it is shown while it counts
 * down: it keeps its width from one second to the next. Negative spans are zero.
 */
export function liveDuration(t: Translate, span: number): string {
  const total = Math.max(0, Math.ceil(span / 1000))
  const seconds = total % 60
  const minutes = Math.floor(total / 60) % 60
  const hours = Math.floor(total / 3600) % 24
  const days = Math.floor(total / 86_400)
  if (days > 0) return t('duration.days', { days, hours: twoDigits(hours) })
  if (hours > 0) return t('duration.hours', { hours, minutes: twoDigits(minutes) })
  if (minutes > 0) return t('duration.minutes', { minutes, seconds: twoDigits(seconds) })
  return t('duration.seconds', { seconds })
}

/**
 * A span in milliseconds in words, for a sentence where a little more or less does not
 * matter: `12 minutes`, `1 hour 30 minutes`, `3 days`. At least a minute.
 */
export function roughDuration(t: Translate, span: number): string {
  const minutes = Math.max(1, Math.round(span / 60_000))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor(minutes / 60) % 24
  const parts = [
    days > 0 ? t('duration.rough.days', { count: days }) : '',
    hours > 0 ? t('duration.rough.hours', { count: hours }) : '',
    days === 0 && minutes % 60 > 0 ? t('duration.rough.minutes', { count: minutes % 60 }) : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** As `roughDuration`, and less than a minute in seconds: `45 s`. */
export function wholeDuration(t: Translate, span: number): string {
  return span < 60_000
    ? t('duration.seconds', { seconds: Math.round(span / 1000) })
    : roughDuration(t, span)
}

/** A span in milliseconds as one says it in a sentence: whole minutes, seconds only below one. */
export function spokenDuration(t: Translate, span: number): string {
  const minutes = Math.floor(Math.ceil(Math.max(0, span) / 1000) / 60)
  return minutes > 0 && minutes < 60
    ? t('duration.wholeMinutes', { minutes })
    : liveDuration(t, span)
}

/**
 * That this computer's clock and the server's disagree, and what to do about it.
 * `offset`: milliseconds by which the server's is ahead.
 */
export function clockText(t: Translate, offset: number): string {
  const duration = roughDuration(t, Math.abs(offset))
  const difference =
    offset > 0 ? t('detail.clock.behind', { duration }) : t('detail.clock.ahead', { duration })
  return `${difference} ${t('detail.clock.hint')}`
}

/**
 * Why the times that stand in a token look wrong here: they are the server's. `offset` as
 * above.
 */
export function claimClockText(t: Translate, offset: number): string {
  const duration = roughDuration(t, Math.abs(offset))
  return offset > 0 ? t('claims.clock.behind', { duration }) : t('claims.clock.ahead', { duration })
}
