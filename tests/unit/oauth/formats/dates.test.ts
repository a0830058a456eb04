import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readHttpDate,
  readRetryAfter,
  readRfc3339,
} from '../../../../src/main/oauth/formats/dates.ts'
import { seedOr } from '../../../support/deep.ts'

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
      { seed: seedOr(7519), numRuns: 5000 },
    )
  })

  it.each([
    ['no month 0', '2026-00-01'],
    ['no month 13', '2026-13-01'],
    ['no day 0', '2026-01-00'],
    ['no 31 April', '2026-04-31'],
    ['no 29 February in 1900', '1900-02-29'],
    ['no 29 February in 1', '0001-02-29'],
  ])('has %s', (_, day) => {
    expect(readRfc3339(`${day}T00:00:00Z`)).toBeNull()
  })

  it.each(['2000-02-29', '0000-02-29', '0096-02-29'])('has %s', (day) => {
    expect(readRfc3339(`${day}T00:00:00Z`)).toBe(Date.parse(`${day}T00:00:00Z`))
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

const now = Date.UTC(2026, 1, 28, 23, 59, 50)
const wait = (value: string | undefined, date?: string) =>
  readRetryAfter(
    {
      ...(value === undefined ? {} : { 'retry-after': value }),
      ...(date === undefined ? {} : { date }),
    },
    now,
  )

describe('Retry-After', () => {
  it('in seconds is taken as it is, up to an hour', () => {
    expect(wait('120')).toBe(120)
    expect(wait(' 0 ')).toBe(0)
    expect(wait('86400')).toBe(3600)
    expect(wait('9'.repeat(400))).toBe(3600)
  })

  it('as a date is the time until then, up to an hour', () => {
    expect(wait('Sun, 01 Mar 2026 00:00:20 GMT')).toBe(30)
    expect(wait('Mon, 02 Mar 2026 00:00:20 GMT')).toBe(3600)
  })

  it('as a date in a form that is no longer sent is understood all the same', () => {
    expect(wait('Sunday, 01-Mar-26 00:00:20 GMT')).toBe(30)
    expect(wait('Sun Mar  1 00:00:20 2026')).toBe(30)
  })

  it('is measured against the clock of the server, if the answer has a Date', () => {
    const fast = 'Sun, 01 Mar 2026 02:00:00 GMT'
    expect(wait('Sun, 01 Mar 2026 02:00:45 GMT', fast)).toBe(45)
    expect(wait('Sunday, 01-Mar-26 02:00:45 GMT', 'Sun Mar  1 02:00:00 2026')).toBe(45)
    expect(wait('Sun, 01 Mar 2026 00:00:20 GMT', 'yesterday')).toBe(30)
    expect(wait('12', fast)).toBe(12)
  })

  it('in the past means now', () => {
    expect(wait('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(0)
  })

  it.each([undefined, '', 'soon', '-5', '1.5', '120, 60', 'Sun, 01 Mrz 2026 00:00:20 GMT'])(
    'is nothing if it is %s',
    (value) => {
      expect(wait(value)).toBeNull()
    },
  )

  it('alone counts: other headers about limits differ from service to service', () => {
    expect(readRetryAfter({ 'x-ratelimit-reset': '30', 'ratelimit-reset': '30' }, now)).toBeNull()
  })
})

describe('a date of HTTP', () => {
  const example = Date.UTC(1994, 10, 6, 8, 49, 37)

  it.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
  ])('is read in each form of RFC 9110 §5.6.7: %s', (value) => {
    expect(readHttpDate(value)).toBe(example)
    expect(readHttpDate(` ${value} `)).toBe(example)
  })

  it('with two digits for the year lies between 1970 and 2069', () => {
    expect(readHttpDate('Thursday, 01-Jan-70 00:00:00 GMT')).toBe(0)
    expect(readHttpDate('Tuesday, 01-Jan-69 00:00:00 GMT')).toBe(Date.UTC(2069, 0, 1))
  })

  it('may be a leap second', () => {
    expect(readHttpDate('Sat, 31 Dec 2016 23:59:60 GMT')).toBe(Date.UTC(2017, 0, 1))
  })

  it.each([
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:00 GMT',
    'Sun, 06 Nov 1994 08:00:61 GMT',
    'Sun, 00 Nov 1994 08:49:37 GMT',
    'Wed, 31 Nov 1994 08:49:37 GMT',
    'Wed, 29 Feb 2026 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 +0100',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    '1994-11-06T08:49:37Z',
    '784111777',
    '',
  ])('is not %j', (value) => {
    expect(readHttpDate(value)).toBeNull()
  })

  it('is read in every form as the calendar has it', () => {
    const seconds = fc.integer({ min: 0, max: Date.UTC(2069, 11, 31) / 1000 })
    fc.assert(
      fc.property(seconds, (second) => {
        const text = new Date(second * 1000).toUTCString()
        const [, day = '', month = '', year = '', time = ''] = text.split(' ')
        expect(readHttpDate(text)).toBe(second * 1000)
        expect(readHttpDate(`Someday, ${day}-${month}-${year.slice(2)} ${time} GMT`)).toBe(
          second * 1000,
        )
        const padded = day.replace(/^0/, ' ')
        expect(readHttpDate(`Day ${month} ${padded} ${time} ${year}`)).toBe(second * 1000)
      }),
      { numRuns: 2000, seed: seedOr(3) },
    )
  })
})
