import type { Instant } from '../../shared/clock.ts'
import type { Translate } from '../language.ts'

/** Formats points in time in the user's local time. */
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

const styles = {
  time: { timeStyle: 'short' },
  dateAndTime: { dateStyle: 'medium', timeStyle: 'short' },
  exact: { dateStyle: 'medium', timeStyle: 'medium' },
  day: { dateStyle: 'short' },
  wholeDay: { dateStyle: 'full' },
  timeOfDay: { timeStyle: 'medium' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Caches formats, since creating one takes longer than drawing its text. A format keeps the time
 * zone of its creation, so the time zone is part of the key.
 */
function formatOf(locale: string, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${new Date().getTimezoneOffset()}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, styles[style])
  formats.set(key, made)
  return made
}

/** `now` decides what is today; `locale` is a BCP 47 tag. */
export function createMoments(t: Translate, locale: string, now: () => Instant): Moments {
  const write = (style: keyof typeof styles, at: Instant) => formatOf(locale, style).format(at)
  const isOnDay = (at: Instant, other: Instant) => write('day', at) === write('day', other)
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
  return {
    short: (at) =>
      isOnDay(at, now())
        ? t('moment.today', { time: write('time', at) })
        : write('dateAndTime', at),
    minuteAfter: (at) => {
      const after = Math.ceil(at / 60_000) * 60_000
      return write(isOnDay(after, now()) ? 'time' : 'dateAndTime', after)
    },
    exact: (at) => write('exact', at),
    day: (at) => {
      const ago = [0, 1].find((days) => isOnDay(at, daysBefore(now(), days)))
      if (ago === undefined) return capital(write('wholeDay', at))
      return capital(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day'))
    },
    time: (at) => write('timeOfDay', at),
  }
}
