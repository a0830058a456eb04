import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '../../../../src/main/oauth/errors/retry-after.ts'
import { readHttpDate } from '../../../../src/main/oauth/response/http-date.ts'

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

  it('is measured against the clock of the server, if the answer tells it', () => {
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

  it('alone counts: what other headers say about limits differs from service to service', () => {
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
      { numRuns: 2000, seed: 3 },
    )
  })
})
