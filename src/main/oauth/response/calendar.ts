const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Leap days from the year 0 until the year begins. */
const leapDaysBefore = (year: number) =>
  Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400)

/**
 * Days from 1970-01-01 to a day of the Gregorian calendar from the year 0 on; months
 * count from 1. `null` if there is no such day.
 */
export function dayNumber(year: number, month: number, day: number): number | null {
  const before = daysBeforeMonth[month - 1]
  const after = daysBeforeMonth[month]
  if (before === undefined || after === undefined) return null
  const leapDay = isLeap(year) ? 1 : 0
  const length = after - before + (month === 2 ? leapDay : 0)
  if (day < 1 || day > length) return null
  const years = (year - 1970) * 365 + leapDaysBefore(year) - leapDaysBefore(1970)
  return years + before + (month > 2 ? leapDay : 0) + day - 1
}
