import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '../../../src/main/oauth/retry-after.ts'

const now = Date.UTC(2026, 1, 28, 23, 59, 50)

describe('Retry-After', () => {
  it('in seconds is taken as it is, up to an hour', () => {
    expect(readRetryAfter('120', now)).toBe(120)
    expect(readRetryAfter(' 0 ', now)).toBe(0)
    expect(readRetryAfter('86400', now)).toBe(3600)
    expect(readRetryAfter('9'.repeat(400), now)).toBe(3600)
  })

  it('as a date is the time until then', () => {
    expect(readRetryAfter('Sun, 01 Mar 2026 00:00:20 GMT', now)).toBe(30)
  })

  it('in the past means now', () => {
    expect(readRetryAfter('Sun, 06 Nov 1994 08:49:37 GMT', now)).toBe(0)
  })

  it.each([undefined, '', 'soon', '-5', '1.5', '120, 60', 'Sun, 01 Mrz 2026 00:00:20 GMT'])(
    'is nothing if it is %s',
    (value) => {
      expect(readRetryAfter(value, now)).toBeNull()
    },
  )

  it('reads every date as the calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2120, 0, 1) / 1000 }), (seconds) => {
        const date = new Date(seconds * 1000)
        expect(readRetryAfter(date.toUTCString(), (seconds - 7) * 1000)).toBe(7)
      }),
    )
  })
})
