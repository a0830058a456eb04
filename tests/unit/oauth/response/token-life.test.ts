import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExpiresIn } from '../../../../src/main/oauth/response/token-life.ts'
import { answeredAt, jwtOf, sentAt } from '../../../support/corpus/answer-case.ts'
import { seedOr } from '../../../support/deep.ts'

const now = answeredAt
const begins = sentAt / 1000
const read = (value: unknown, token = 'opaque', beside: object = {}) =>
  readExpiresIn(value, new Map(Object.entries(beside)), token, now)

const inMilliseconds = ['expires-in-milliseconds']

describe('a life in milliseconds', () => {
  it('is one where the claims of the token prove it, at any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 30_000_000 }), (seconds) => {
        const token = jwtOf({ iat: begins - 7, exp: begins - 7 + seconds })
        expect(read(seconds * 1000, token)).toEqual({ value: seconds, deviations: inMilliseconds })
        expect(read(seconds, token)).toEqual({ value: seconds, deviations: [] })
      }),
      { seed: seedOr(11), numRuns: 500 },
    )
  })

  it('is proven by exp alone, if this clock is not far off', () => {
    const endsIn = (seconds: number) => jwtOf({ exp: begins + seconds })
    expect(read(3_600_000, endsIn(3700)).value).toBe(3600)
    expect(read(3_600_000, endsIn(5000)).value).toBe(3_600_000)
  })

  it('is not proven by a token that ends within a minute, or has ended', () => {
    for (const seconds of [59, 0, -3600]) {
      const token = jwtOf({ iat: begins, exp: begins + seconds })
      expect(read(seconds * 1000, token).deviations).not.toContain('expires-in-milliseconds')
    }
  })

  it.each([
    ['an end in seconds', { issued_at: begins, expires_at: begins + 7200 }],
    ['an end in milliseconds', { issued_at: sentAt, expires_at: sentAt + 7_200_000 }],
    ['an end as text', { issued_at: `${begins}`, expires_on: `${begins + 7200}` }],
    ['the seconds themselves', { expires_in_sec: 7200 }],
  ])('is proven by %s beside an opaque token', (_, beside) => {
    expect(read(7_200_000, 'opaque', beside)).toEqual({ value: 7200, deviations: inMilliseconds })
  })

  it.each([
    ['a beginning without an end', { issued_at: sentAt }],
    ['an end as a date', { issued_at: sentAt, expires_at: '2026-11-21T14:00:00Z' }],
    ['other seconds', { expires_in_sec: 3600 }],
  ])('is not proven by %s', (_, beside) => {
    expect(read(7_200_000, 'opaque', beside)).toEqual({ value: 7_200_000, deviations: [] })
  })
})
