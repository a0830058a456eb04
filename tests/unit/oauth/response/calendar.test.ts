import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../../src/main/oauth/response/calendar.ts'
import { readRfc3339 } from '../../../../src/main/oauth/response/rfc3339.ts'

const anyDate = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

describe('the calendar', () => {
  it('agrees with JavaScript on every date of ten thousand years', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(readRfc3339(date.toISOString())).toBe(date.getTime())
      }),
      { seed: 7519, numRuns: 5000 },
    )
  })

  it.each([
    ['no month 0', 2026, 0, 1],
    ['no month 13', 2026, 13, 1],
    ['no day 0', 2026, 1, 0],
    ['no 31 April', 2026, 4, 31],
    ['no 29 February in 1900', 1900, 2, 29],
  ])('has %s', (_, year, month, day) => {
    expect(dayNumber(year, month, day)).toBeNull()
  })

  it('has a 29 February in 2000', () => {
    expect(dayNumber(2000, 2, 29)).toBe(Date.UTC(2000, 1, 29) / 86_400_000)
  })
})

describe('a date and time (RFC 3339)', () => {
  it.each([
    ['1985-04-12T23:20:50.52Z', '1985-04-12T23:20:50.520Z'],
    ['1996-12-19T16:39:57-08:00', '1996-12-20T00:39:57.000Z'],
    ['1990-12-31T23:59:60Z', '1991-01-01T00:00:00.000Z'],
    ['1937-01-01T12:00:27.87+00:20', '1937-01-01T11:40:27.870Z'],
    ['2026-01-15 00:00:00+0100', '2026-01-14T23:00:00.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(readRfc3339(text)).toBe(Date.parse(utc))
  })

  it.each(['2026-01-15', '2026-01-15T24:00:00Z', '2026-01-15T00:60:00Z', '2026-01-15T00:00Z', ''])(
    '%s is none',
    (text) => expect(readRfc3339(text)).toBeNull(),
  )
})
