import type { Instant } from '../../../shared/clock.ts'
import { dayNumber } from './calendar.ts'

const dateTime =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/

/**
 * A date and time that names its offset from UTC (RFC 3339 §5.6); `null` if it does
 * not, or is not in the calendar. A leap second counts as the one after it.
 */
export function readRfc3339(text: string): Instant | null {
  const found = dateTime.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, fraction = '0', sign, ...offset] = found
  const days = dayNumber(Number(year), Number(month), Number(day))
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)]
  if (days === null || hours > 23 || minutes > 59 || seconds > 60) return null
  const [offsetHours = 0, offsetMinutes = 0] = sign === undefined ? [] : offset.map(Number)
  const ahead = (offsetHours * 60 + offsetMinutes) * (sign === '-' ? -1 : 1)
  const total = ((days * 24 + hours) * 60 + minutes - ahead) * 60 + seconds
  return total * 1000 + Math.floor(Number(`0.${fraction}`) * 1000)
}
