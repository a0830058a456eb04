import type { Instant } from '../../shared/clock.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const time = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})'

/** RFC 9110 §5.6.7: the form that servers must send and the two that they once sent. */
const forms = [
  `^[A-Z][a-z]{2}, (?<day>\\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\\d{4}) ${time} GMT$`,
  `^[A-Z][a-z]{5,8}, (?<day>\\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\\d{2}) ${time} GMT$`,
  `^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \\d]\\d) ${time} (?<year>\\d{4})$`,
].map((form) => new RegExp(form))

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days from 1970-01-01 to a day of the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477
  const leapDay = isLeapYear(year) && month > 1 ? 1 : 0
  return (year - 1970) * 365 + leapDays + (daysBeforeMonth[month] ?? 0) + leapDay + day - 1
}

function isDay(year: number, month: number, day: number): boolean {
  const leapDay = month === 1 && isLeapYear(year) ? 1 : 0
  return day >= 1 && day <= (daysInMonth[month] ?? 0) + leapDay
}

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
  const date = [fullYear(year), months.indexOf(month), Number(day)] as const
  // A leap second has the number 60.
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60
  if (!isDay(...date) || !isTime) return null
  const minutes = (dayNumber(...date) * 24 + Number(hour)) * 60 + Number(minute)
  return (minutes * 60 + Number(second)) * 1000
}
