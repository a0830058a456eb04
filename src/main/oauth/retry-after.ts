import type { Instant } from '../../shared/clock.ts'

const longest = 3600
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const imfFixdate = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/

/** Days from 1970-01-01 to a day of the Gregorian calendar, from 1970 on. */
function dayNumber(year: number, month: number, day: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477
  const leapDay = isLeap && month > 1 ? 1 : 0
  return (year - 1970) * 365 + leapDays + (daysBeforeMonth[month] ?? 0) + leapDay + day - 1
}

/** The form of date that servers must send (RFC 9110 §5.6.7, IMF-fixdate). */
function readHttpDate(value: string): Instant | null {
  const found = imfFixdate.exec(value)
  if (found === null) return null
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = ''] = found
  const month = months.indexOf(monthName)
  if (month < 0) return null
  const hours = dayNumber(Number(year), month, Number(day)) * 24 + Number(hour)
  return ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000
}

/**
 * How many seconds a `Retry-After` header asks to wait (RFC 9110 §10.2.3: seconds or
 * a date), at most an hour; `null` if there is none that can be read.
 */
export function readRetryAfter(value: string | undefined, now: Instant): number | null {
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text), longest)
  const date = readHttpDate(text)
  if (date === null) return null
  return Math.min(Math.max(0, Math.ceil((date - now) / 1000)), longest)
}
