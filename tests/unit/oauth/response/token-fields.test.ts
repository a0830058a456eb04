import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readAccessToken,
  readExpiresIn,
  readRefreshToken,
  readScope,
  readTokenType,
} from '../../../../src/main/oauth/response/token-fields.ts'
import { answeredAt, jwtOf, sentAt } from '../../../support/corpus/answer-case.ts'
import { seedOr } from '../../../support/deep.ts'
import { timeOf } from '../../../support/pace/time-of.ts'

describe('a scope', () => {
  it('of a hundred thousand words is refused', () => {
    for (const scope of ['a '.repeat(100_000), ['a '.repeat(100_000)]]) {
      expect(readScope(scope)).toEqual({ value: null, deviations: ['scope-shape'] })
    }
  })

  it.each(['a,', ',a', 'a,,b', 'a,b c', 'a , b', ','])('%j is no list with commas', (scope) => {
    expect(readScope(scope)).toEqual({ value: scope.split(' '), deviations: [] })
  })
})

describe('a type of token', () => {
  it.each(['bearertoken', 'BEARERTOKEN', 'Application Access Token', 'Bot'])(
    '%s is a bearer token of a known server',
    (type) => expect(readTokenType(type)).toEqual({ value: type, deviation: 'token-type-case' }),
  )

  it.each(['Bearer Token', 'access token', 'botnet', 'jwt', 'Basic'])('%s is unknown', (type) => {
    expect(readTokenType(type)).toBeNull()
  })
})

describe('an access token', () => {
  it.each(['my-scope-token', 'error-1', 'nullable', 'Bearer-x', 'not.a.word', 'invalid_xyz'])(
    'is %s, which only resembles a word',
    (value) => {
      expect(readAccessToken(value)).toEqual({ kind: 'token', value, isTrimmed: false })
    },
  )

  it('keeps a blank at its end, which nothing proves to be left over', () => {
    expect(readAccessToken('abc ')).toEqual({ kind: 'token', value: 'abc ', isTrimmed: false })
  })

  it('of a megabyte is looked at once', () => {
    const megabyte = 2 ** 20
    const texts = [' '.repeat(megabyte), '\n '.repeat(megabyte / 2), 'Bearer '.repeat(megabyte / 7)]
    for (const text of texts) {
      const read = () => [readAccessToken(`${text}x`), readRefreshToken(`${text}x`)]
      expect(timeOf(read, 2000)).toBeLessThan(2000)
    }
  })
})

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
