import type { Instant } from '../../../shared/clock.ts'
import { dayNumber } from './calendar.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const time = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})'

/** RFC 9110 §5.6.7: the form that servers must send and the two that they once sent. */
const forms = [
  `^[A-Z][a-z]{2}, (?<day>\\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\\d{4}) ${time} GMT$`,
  `^[A-Z][a-z]{5,8}, (?<day>\\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\\d{2}) ${time} GMT$`,
  `^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \\d]\\d) ${time} (?<year>\\d{4})$`,
].map((form) => new RegExp(form))

/** Two digits mean the years 1970 to 2069: nobody sends older dates, or later ones. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/**
 * Reads the date of an HTTP header (RFC 9110 §5.6.7) in any of its three forms:
 * `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
 * `Sun Nov  6 08:49:37 1994`. `null` if it is none of them, or a day that does not
 * exist; the name of the weekday is not checked.
 */
export function readHttpDate(value: string): Instant | null {
  const found = forms.map((form) => form.exec(value.trim())).find((match) => match !== null)
  const {
    day = '',
    month = '',
    year = '',
    hour = '',
    minute = '',
    second = '',
  } = found?.groups ?? {}
  const days = dayNumber(fullYear(year), months.indexOf(month) + 1, Number(day))
  // A leap second has the number 60.
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60
  if (days === null || !isTime) return null
  return ((days * 24 + Number(hour)) * 60 + Number(minute)) * 60_000 + Number(second) * 1000
}
