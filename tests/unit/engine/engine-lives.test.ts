import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { startEngine } from '../../support/engine/engine-under-test.ts'
import { json } from '../../support/engine/fake-http.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const drafts = {
  'its refresh token': draftOf(),
  'the grant of a client': draftOf({ grantType: 'clientCredentials' }, { clientSecret: 's' }),
  'a password that works': draftOf(),
  'a refresh token that the user has': draftOf(
    { grantType: 'refreshToken' },
    { clientSecret: 's', refreshToken: 'typed' },
  ),
}

/** How often a token of this life, in seconds, is asked for within a time. */
async function requestsWithin(
  time: number,
  life: number | undefined,
  grant: keyof typeof drafts = 'its refresh token',
) {
  const { create, engine, http, clock, view } = await startEngine()
  const starts: number[] = []
  http.serve((_, index) => {
    starts.push(clock.now())
    return json(200, {
      access_token: `access-${index}`,
      token_type: 'Bearer',
      ...(life === undefined ? {} : { expires_in: life }),
      ...(grant === 'its refresh token' ? { refresh_token: `refresh-${index}` } : {}),
    })
  })
  const id = await create(drafts[grant])
  await engine.obtain(id)
  await clock.advance(time)
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
  return { count: starts.length, gaps, token: view(id).token }
}

describe.each(Object.keys(drafts) as (keyof typeof drafts)[])('kept fresh by %s', (grant) => {
  it.each([
    ['one second', 1, 10 * minute, 21],
    ['30 seconds', 30, 10 * minute, 21],
    ['two minutes', 120, hour, 61],
    ['an hour', 3600, day, 27],
    ['7 days', 7 * 24 * 3600, 21 * day, 4],
  ])('a token of %s is asked for as often as its life wants', async (_, life, time, count) => {
    expect((await requestsWithin(time, life, grant)).count).toBe(count)
  })
})

describe('kept fresh', () => {
  it('a token of 90 days is renewed after 81, by timers of at most a minute', async () => {
    expect((await requestsWithin(81 * day - 1, 90 * 24 * 3600)).count).toBe(1)
    expect((await requestsWithin(81 * day, 90 * 24 * 3600)).count).toBe(2)
  }, 60_000)

  it('a token without a life, or with one of zero, is not renewed: its expiry is unknown', async () => {
    for (const life of [undefined, 0]) {
      const { count, token } = await requestsWithin(30 * day, life)
      expect(count).toBe(1)
      expect(token).toMatchObject({ expiresAt: null, expiryFrom: 'unknown' })
    }
  })

  it('no life is so short that it is requested twice within 30 seconds', async () => {
    for (const life of [1, 5, 29, 30, 31, 45, 60, 61, 90]) {
      const { gaps } = await requestsWithin(10 * minute, life)
      expect(gaps.length).toBeGreaterThan(5)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30 * second)
    }
  })

  it('a life of more than 30 seconds has no gap in which the token has ended', async () => {
    for (const life of [31, 45, 60, 61, 90, 120, 3600]) {
      const { gaps } = await requestsWithin(life * 5 * second, life)
      expect(Math.max(...gaps)).toBeLessThan(life * second)
    }
  })
})
