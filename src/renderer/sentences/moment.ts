import type { Instant } from '../../shared/clock.ts'
import type { Translate } from '../language.ts'

/** Tells points in time in the user's local time. */
export interface Moments {
  /** `today, 14:32`, or with the date where it is another day. */
  short(at: Instant): string
  /** The next whole minute, when this moment is surely over; with the date of another day. */
  minuteAfter(at: Instant): string
  /** Date and time to the second. */
  exact(at: Instant): string
}

/** `now` decides what is today; `locale` is a BCP 47 tag. */
export function createMoments(t: Translate, locale: string, now: () => Instant): Moments {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const dateAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short' })
  return {
    short: (at) =>
      day.format(at) === day.format(now())
        ? t('moment.today', { time: time.format(at) })
        : dateAndTime.format(at),
    minuteAfter: (at) => {
      const after = Math.ceil(at / 60_000) * 60_000
      return (day.format(after) === day.format(now()) ? time : dateAndTime).format(after)
    },
    exact: (at) => exact.format(at),
  }
}
