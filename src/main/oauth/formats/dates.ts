import type { Instant } from '../../../shared/clock.ts'
import type { JsonValue } from '../../../shared/token.ts'

/**
 * Returns the start of a day in UTC; months count from 1. `null` if the calendar has no such
 * day, which the `Date` of JavaScript would take for a day of the next month.
 */
function dayStart(year: number, month: number, day: number): Instant | null {
  const date = new Date(0)
  // `Date.UTC` takes the years 0 to 99 for those of the 20th century.
  const start = date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? start : null
}

/** Returns an instant in UTC; `null` if the day or the time of the day does not exist. */
function instantOf(
  [year = 0, month = 0, day = 0]: readonly number[],
  [hours = 0, minutes = 0, seconds = 0]: readonly number[],
): Instant | null {
  const start = dayStart(year, month, day)
  // A leap second has the number 60.
  if (start === null || hours > 23 || minutes > 59 || seconds > 60) return null
  return start + ((hours * 60 + minutes) * 60 + seconds) * 1000
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const time = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})'

/** RFC 9110 §5.6.7: the form that servers must send and the two obsolete ones. */
const httpForms = [
  `^[A-Z][a-z]{2}, (?<day>\\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\\d{4}) ${time} GMT$`,
  `^[A-Z][a-z]{5,8}, (?<day>\\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\\d{2}) ${time} GMT$`,
  `^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \\d]\\d) ${time} (?<year>\\d{4})$`,
].map((form) => new RegExp(form))

/** Two digits mean the years 1970 to 2069. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/**
 * Reads the date of an HTTP header (RFC 9110 §5.6.7) in any of its three forms:
 * `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
 * `Sun Nov  6 08:49:37 1994`. Returns `null` for any other text and for a day that does not
 * exist; the name of the weekday is not checked.
 */
export function readHttpDate(value: string): Instant | null {
  const found = httpForms.map((form) => form.exec(value.trim())).find((match) => match !== null)
  const { day, month = '', year = '', hour, minute, second } = found?.groups ?? {}
  const date = [fullYear(year), months.indexOf(month) + 1, Number(day)]
  return instantOf(date, [hour, minute, second].map(Number))
}

const maxWait = 3600

/**
 * Returns the seconds that a `Retry-After` header asks to wait (RFC 9110 §10.2.3: seconds or
 * a date), at most an hour; `null` if there is none that can be read. A date is compared with
 * the server's own clock if the answer has a `Date` header (§6.6.1), else with `now`.
 * Headers that count requests are not read: each service defines them differently.
 */
export function readRetryAfter(
  headers: Readonly<Record<string, string>>,
  now: Instant,
): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text), maxWait)
  const date = readHttpDate(text)
  if (date === null) return null
  const serverTime = readHttpDate(headers['date'] ?? '') ?? now
  return Math.min(Math.max(0, Math.ceil((date - serverTime) / 1000)), maxWait)
}

const dateTime =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/

/**
 * Reads a date and time with its offset from UTC (RFC 3339 §5.6); `null` if the offset is
 * missing or the calendar has no such date. A leap second counts as the one after it.
 */
export function readRfc3339(text: string): Instant | null {
  const found = dateTime.exec(text)
  if (found === null) return null
  const [fraction = '0', sign = '+', offsetHours = '0', offsetMinutes = '0'] = found.slice(7)
  const instant = instantOf(found.slice(1, 4).map(Number), found.slice(4, 7).map(Number))
  if (instant === null) return null
  const ahead = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1)
  return instant - ahead * 60_000 + Math.floor(Number(`0.${fraction}`) * 1000)
}

/** The reading of a claim that should be a NumericDate (RFC 7519 §2). */
export interface DateReading {
  /** The instant, where it is certain. */
  readonly date: Instant | null
  readonly oddity: 'unusual-dates' | 'impossible-dates' | null
}

/** The years 0 to 9999, which is the range that calendars show. */
const minInstant = -62_167_219_200_000
const maxInstant = 253_402_300_799_999
/** Milliseconds that fall into the years 2000 to 2099: as seconds they are 30,000 years off. */
const minLikely = 946_684_800_000
const maxLikely = 4_102_444_799_999

const decimal = /^[+-]?\d+(\.\d+)?$/

function readNumber(value: number): DateReading {
  const asSeconds = Math.round(value * 1000)
  if (asSeconds >= minInstant && asSeconds <= maxInstant) {
    // Servers write 0 for "never" and for "unknown" as well.
    return { date: asSeconds, oddity: value > 0 ? null : 'unusual-dates' }
  }
  const asMilliseconds = Math.round(value)
  if (asMilliseconds >= minLikely && asMilliseconds <= maxLikely) {
    return { date: asMilliseconds, oddity: 'unusual-dates' }
  }
  return { date: null, oddity: 'impossible-dates' }
}

/**
 * Reads seconds since 1970, with or without a fraction. Read and marked as unusual: numbers in
 * a text, milliseconds of this century, RFC 3339 dates, and dates up to 1970. Not read: numbers
 * outside of the calendar, and any other value.
 */
export function readDate(value: JsonValue): DateReading {
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string') return { date: null, oddity: 'unusual-dates' }
  const text = value.trim()
  if (!decimal.test(text)) return { date: readRfc3339(text), oddity: 'unusual-dates' }
  const { date, oddity } = readNumber(Number(text))
  return { date, oddity: oddity ?? 'unusual-dates' }
}
