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
  /** Today, yesterday, or the whole date with its weekday. */
  day(at: Instant): string
  /** The time of day to the second. */
  time(at: Instant): string
}

/** Some days have 23 hours: they are counted by the calendar. */
function daysBefore(now: Instant, days: number): Instant {
  const noon = new Date(now)
  noon.setHours(12, 0, 0, 0)
  return noon.setDate(noon.getDate() - days)
}

/** `now` decides what is today; `locale` is a BCP 47 tag. */
export function createMoments(t: Translate, locale: string, now: () => Instant): Moments {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const dateAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short' })
  const wholeDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full' })
  const timeOfDay = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const daysAgo = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
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
    day: (at) => {
      const ago = [0, 1].find((days) => day.format(at) === day.format(daysBefore(now(), days)))
      return capital(ago === undefined ? wholeDay.format(at) : daysAgo.format(-ago, 'day'))
    },
    time: (at) => timeOfDay.format(at),
  }
}
