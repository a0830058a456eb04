import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClockWitnesses, clockOffsetOf } from '../../../src/main/engine/apply-result.ts'
import { seedOr } from '../../support/deep.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const sentAt = Date.UTC(2026, 5, 1, 12)

/** An answer that took two seconds, without a witness of the time unless one is given. */
const witnesses = (changes: Partial<ClockWitnesses> = {}): ClockWitnesses => ({
  sentAt,
  arrivedAt: sentAt + 2 * second,
  date: null,
  issuedAt: null,
  expiresAt: null,
  expiresIn: null,
  ...changes,
})
const middle = sentAt + second
const offset = (changes: Partial<ClockWitnesses>) => clockOffsetOf(witnesses(changes))

/** The dates of a token that was made when the server's clock said `time`. */
const fresh = (time: number) => ({
  issuedAt: time,
  expiresAt: time + hour,
  expiresIn: hour / second,
})

describe('the clock of a server', () => {
  it('is ahead or behind by what its Date differs from the middle of the wait', () => {
    expect(offset({ date: middle + hour })).toBe(hour)
    expect(offset({ date: middle - hour })).toBe(-hour)
  })

  it('agrees within a minute and half of the time that the answer took', () => {
    expect(offset({ date: middle + minute + second })).toBeNull()
    expect(offset({ date: middle - minute - second })).toBeNull()
    expect(offset({ date: middle + minute + second + 1 })).toBe(minute + second + 1)
    expect(offset({ date: middle - minute - second - 1 })).toBe(-minute - second - 1)
  })

  it('is not known without a witness', () => {
    expect(offset({})).toBeNull()
  })

  it('is unknown if the clock of this computer was set during the exchange', () => {
    const aDay = 24 * hour
    expect(offset({ arrivedAt: sentAt - aDay, date: sentAt })).toBeNull()
    expect(offset({ arrivedAt: sentAt + aDay, date: sentAt + second })).toBeNull()
  })
})

describe('a Date that can not be true', () => {
  it.each([0, Date.UTC(1970, 0, 1, 3), Date.UTC(2023, 11, 31), Date.UTC(2100, 0, 1)])(
    'is no witness: %d',
    (date) => {
      expect(offset({ date })).toBeNull()
    },
  )

  it('is believed, however wrong the clock of this computer is', () => {
    const years = 20 * 365 * 24 * hour
    const early = { sentAt: sentAt - years, arrivedAt: sentAt - years + 2 * second }
    expect(offset({ ...early, date: middle })).toBe(years)
  })
})

describe('the token itself', () => {
  it('is a second witness, where there is no Date or none that can be true', () => {
    expect(offset(fresh(middle + hour))).toBe(hour)
    expect(offset({ ...fresh(middle - hour), date: 0 })).toBe(-hour)
  })

  it('is not used if there is a Date', () => {
    expect(offset({ ...fresh(middle + hour), date: middle })).toBeNull()
  })

  it('is no witness if it was not made for this answer', () => {
    const older = { ...fresh(middle - hour), expiresIn: 1800 }
    expect(offset(older)).toBeNull()
    expect(offset({ ...fresh(middle - hour), expiresIn: null })).toBeNull()
    expect(offset({ ...fresh(middle - hour), expiresAt: null })).toBeNull()
  })

  it('cannot have been issued in the future', () => {
    expect(offset({ issuedAt: middle + hour })).toBe(hour)
    expect(offset({ issuedAt: middle + hour, date: 0 })).toBe(hour)
    expect(offset({ ...fresh(middle + hour), expiresIn: 1800 })).toBe(hour)
    expect(offset({ issuedAt: middle + minute + second })).toBeNull()
    expect(offset({ issuedAt: middle + minute + second + 1 })).toBe(minute + second + 1)
  })

  it('proves nothing by having been issued earlier, and nothing by an absurd time', () => {
    expect(offset({ issuedAt: middle - hour })).toBeNull()
    expect(offset({ issuedAt: Date.UTC(2100, 0, 1) })).toBeNull()
    expect(offset({ issuedAt: middle + hour, date: middle })).toBeNull()
  })

  it('may have its dates with fractions', () => {
    const made = fresh(middle + hour)
    expect(
      offset({ ...made, issuedAt: made.issuedAt + 250, expiresAt: made.expiresAt + 250 }),
    ).toBe(hour + 250)
  })
})

it('for any times is nothing or a whole number beyond a minute', () => {
  const time = fc.integer({ min: -8.64e15, max: 8.64e15 })
  const maybe = fc.option(time)
  fc.assert(
    fc.property(time, time, maybe, maybe, maybe, (sent, arrived, date, issuedAt, expiresAt) => {
      const expiresIn = expiresAt === null ? null : 3600
      const found = clockOffsetOf({
        sentAt: sent,
        arrivedAt: arrived,
        date,
        issuedAt,
        expiresAt,
        expiresIn,
      })
      if (found === null) return
      expect(Number.isInteger(found)).toBe(true)
      expect(Math.abs(found)).toBeGreaterThan(minute)
    }),
    { seed: seedOr(20_260_101), numRuns: 1000 },
  )
})
