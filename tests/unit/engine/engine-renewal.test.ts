import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import {
  deferred,
  repeating,
  rotating,
  startEngine,
} from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

type World = Awaited<ReturnType<typeof startEngine>>

/** An engine with a profile whose token was just obtained. */
async function startFresh(server: Parameters<World['http']['serve']>[0], draft = draftOf()) {
  const world = await startEngine()
  world.http.serve(server)
  const id = await world.create(draft)
  await world.engine.obtain(id)
  return { ...world, id }
}

const lasting = (seconds: number) => (_: unknown, index: number) =>
  json(200, {
    access_token: `access-${index + 1}`,
    token_type: 'Bearer',
    expires_in: seconds,
    refresh_token: `refresh-${index + 1}`,
  })

const client = draftOf({ grantType: 'clientCredentials' }, { clientSecret: 's' })

describe('a token is kept fresh', () => {
  it('by its refresh token, when a tenth of its life is left', async () => {
    const { engine, clock, http, view, id } = await startFresh(rotating)
    expect(view(id).renewsAt).toBe(clock.now() + 54 * minute)
    await clock.advance(54 * minute - 1)
    expect(http.requests).toHaveLength(1)
    await clock.advance(1)
    expect(http.requests).toHaveLength(2)
    expect(http.requests[1]?.body).toContain('refresh_token=refresh-1')
    expect(engine.accessToken(id).text).toBe('access-2')
    expect(view(id).activity[0]).toMatchObject({ what: 'refresh', by: 'renewal' })
  })

  it('again and again', async () => {
    const { clock, http } = await startFresh(rotating)
    await clock.advance(day)
    expect(http.requests).toHaveLength(1 + Math.floor(day / (54 * minute)))
  })

  it('only if the user wants it, from then on', async () => {
    const { engine, clock, http, view, id } = await startFresh(
      rotating,
      draftOf({ keepFresh: false }),
    )
    expect(view(id).renewsAt).toBeNull()
    await clock.advance(50 * minute)
    expect(clock.armed()).toEqual([])
    await engine.changeMarks(id, { keepFresh: true })
    await clock.advance(4 * minute)
    expect(http.requests).toHaveLength(2)
    await engine.changeMarks(id, { keepFresh: false })
    await clock.advance(day)
    expect(http.requests).toHaveLength(2)
  })

  it('for a client without a refresh token by its grant', async () => {
    const { clock, http } = await startFresh(repeating, client)
    await clock.advance(54 * minute)
    expect(http.requests[1]?.body).toContain('grant_type=client_credentials')
  })

  it('over months, in waits of at most a minute', async () => {
    const { clock, http } = await startFresh(lasting(90 * 24 * 3600))
    for (let count = 0; count < 100; count += 1) {
      expect(Math.max(...clock.armed())).toBeLessThanOrEqual(minute)
      await clock.advance(minute)
    }
    expect(http.requests).toHaveLength(1)
    clock.set(clock.now() + 81 * day - 101 * minute)
    await clock.advance(minute - 1)
    expect(http.requests).toHaveLength(1)
    await clock.advance(1)
    expect(http.requests).toHaveLength(2)
  })

  it('never more often than every 30 seconds, however short its life', async () => {
    const { clock, http } = await startFresh(lasting(5))
    await clock.advance(10 * minute)
    expect(http.requests).toHaveLength(21)
  })

  it('not if its expiry is unknown', async () => {
    const { clock } = await startFresh(() => json(200, { access_token: 'a', token_type: 'Bearer' }))
    expect(clock.armed()).toEqual([])
  })

  it('from the start of the app on, also if it ended while the app was closed', async () => {
    const first = await startFresh(rotating)
    await first.engine.close()
    const second = await startEngine({ stored: [...first.store.durable.values()] })
    second.http.serve(rotating)
    second.clock.set(second.clock.now() + 30 * day)
    await second.clock.advance(minute)
    expect(second.http.requests).toHaveLength(1)
    expect(second.http.requests[0]?.body).toContain('refresh_token=refresh-1')
  })

  it('not after the app was closed', async () => {
    const { engine, clock, http } = await startFresh(rotating)
    await engine.close()
    await clock.advance(day)
    expect(http.requests).toHaveLength(1)
    expect(clock.armed()).toEqual([])
  })

  it('not if the vault can not be written', async () => {
    const { store, clock, http } = await startFresh(rotating)
    store.setProtection({ kind: 'read-only', reason: 'newer-format' })
    await clock.advance(day)
    expect(http.requests).toHaveLength(1)
  })

  it('by one request, if the user asks at the same time', async () => {
    const { engine, clock, http, view, id } = await startFresh(rotating)
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    await clock.advance(54 * minute)
    expect(view(id)).toMatchObject({ tokenRun: { what: 'refresh' }, renewsAt: null })
    const asked = engine.refresh(id)
    answer.resolve(rotating(null, 1))
    await asked
    expect(http.requests).toHaveLength(2)
  })
})

describe('a renewal that fails', () => {
  it('for a reason that may pass is tried again, each time later', async () => {
    const { clock, http, view, id } = await startFresh(rotating)
    http.serve(() => ({ status: 503 }))
    await clock.advance(54 * minute)
    expect(view(id).renewsAt).toBe(clock.now() + 30 * second)
    await clock.advance(30 * second)
    expect(http.requests).toHaveLength(3)
    http.serve(rotating)
    await clock.advance(30 * second)
    expect(view(id).activity[0]?.outcome.kind).toBe('obtained')
  })

  it.each([408, 425, 429, 500, 502, 503, 504, 599])(
    'with %d is tried again, ever more slowly, and never given up',
    async (status) => {
      const { create, engine, clock, http, view } = await startEngine({ fraction: 0.9 })
      http.serve((_, index) => (index === 0 ? rotating(null, 0) : { status }))
      const id = await create()
      await engine.obtain(id)
      await clock.advance(day)
      expect(http.requests.length).toBeGreaterThan(40)
      expect(http.requests.length).toBeLessThan(60)
      http.serve(rotating)
      await clock.advance(31 * minute)
      expect(view(id).activity[0]?.outcome.kind).toBe('obtained')
    },
  )

  it('is spread by chance', async () => {
    const world = await startEngine({ fraction: 0.5 })
    world.http.serve((_, index) => (index === 0 ? rotating(null, 0) : { status: 503 }))
    const id = await world.create()
    await world.engine.obtain(id)
    const waits: number[] = []
    for (let count = 0; count < 4; count += 1) {
      const before = world.clock.now()
      const renewsAt = world.view(id).renewsAt ?? 0
      waits.push((renewsAt - before) / second)
      await world.clock.advance(renewsAt - before)
    }
    expect(waits).toEqual([52.5 * 60, 45, 60, 90])
  })

  it.each([429, 503])('waits as long as the server requires: %d', async (status) => {
    const { clock, http } = await startFresh(rotating)
    http.serve(() => ({ status, headers: { 'Retry-After': '900' } }))
    await clock.advance(54 * minute)
    await clock.advance(900 * second - 1)
    expect(http.requests).toHaveLength(2)
    await clock.advance(1)
    expect(http.requests).toHaveLength(3)
  })

  it('for any other reason waits for the user', async () => {
    const { clock, http, view, id } = await startFresh(rotating)
    http.serve(() => ({ status: 401 }))
    await clock.advance(54 * minute)
    await clock.advance(30 * day)
    expect(http.requests).toHaveLength(2)
    expect(view(id).renewsAt).toBeNull()
  })

  it('because the refresh token is dead waits for the user to sign in', async () => {
    const { clock, http, view, id } = await startFresh(rotating)
    http.serve(() => json(400, { error: 'invalid_grant' }))
    await clock.advance(30 * day)
    expect(http.requests).toHaveLength(2)
    expect(view(id)).toMatchObject({ needsSignIn: true, renewsAt: null })
  })

  it('never repeats a password', async () => {
    for (const answer of [{ status: 403 }, { status: 503 }, { status: 429 }]) {
      const { clock, http } = await startFresh(repeating)
      http.serve(() => answer)
      await clock.advance(30 * day)
      expect(http.requests).toHaveLength(2)
    }
  })

  it('because of a bug is recorded and rests for half an hour', async () => {
    const { clock, http, log } = await startFresh(rotating)
    http.serve(() => {
      throw new TypeError('a bug')
    })
    await clock.advance(54 * minute)
    expect(log.incidents.map(({ event }) => event)).toEqual(['renewal-failed'])
    await clock.advance(30 * minute - 1)
    expect(http.requests).toHaveLength(2)
    await clock.advance(1)
    expect(http.requests).toHaveLength(3)
  })

  it('because of a bug does not repeat a password before a run has ended', async () => {
    const { engine, clock, http, log, id } = await startFresh(repeating)
    http.serve(() => {
      throw new TypeError('a bug')
    })
    await clock.advance(30 * day)
    expect(http.requests).toHaveLength(2)
    expect(log.incidents).toHaveLength(1)
    http.serve(repeating)
    await engine.obtain(id)
    await clock.advance(54 * minute)
    expect(http.requests).toHaveLength(4)
  })
})

describe('the clock', () => {
  it('that jumps past the end is noticed within a minute', async () => {
    const { clock, http } = await startFresh(rotating)
    clock.set(clock.now() + day)
    await clock.advance(minute)
    expect(http.requests).toHaveLength(2)
  })

  it('that jumps is noticed at once after sleep', async () => {
    const { engine, clock, http } = await startFresh(rotating)
    clock.set(clock.now() + day)
    engine.wake()
    await clock.advance(0)
    expect(http.requests).toHaveLength(2)
  })

  it('that is set back leads to a new token, because the expiry of the old one is unknown', async () => {
    const { clock, http, view, id } = await startFresh(rotating)
    await clock.advance(10 * minute)
    clock.set(clock.now() - day)
    await clock.advance(minute)
    expect(http.requests).toHaveLength(2)
    expect(view(id).renewsAt).toBe((view(id).token?.issuedAt ?? 0) + 54 * minute)
    await clock.advance(50 * minute)
    expect(http.requests).toHaveLength(2)
  })

  it('that jumps back and forth does not cause a storm', async () => {
    const { clock, http } = await startFresh(rotating)
    const start = clock.now()
    for (let count = 0; count < 20; count += 1) {
      clock.set(start + (count % 2 === 0 ? day : -day))
      await clock.advance(minute)
    }
    expect(http.requests.length).toBeLessThanOrEqual(21)
    clock.set(start)
    await clock.advance(hour)
    expect(http.requests.length).toBeLessThanOrEqual(24)
  })
})

describe('when the network comes back', () => {
  it('what could not reach its server is tried soon, without its long wait', async () => {
    const world = await startEngine({ fraction: 0.9 })
    const { clock, http, engine, view } = world
    http.serve((_, index) =>
      index === 0
        ? rotating(null, 0)
        : { kind: 'unreachable', reason: 'offline', mayHaveArrived: false },
    )
    const id = await world.create()
    await engine.obtain(id)
    await clock.advance(3 * hour)
    const failures = http.requests.length
    const wait = (view(id).renewsAt ?? 0) - clock.now()
    expect(wait).toBeGreaterThan(minute)
    http.serve(rotating)
    engine.wake()
    await clock.advance(30 * second)
    expect(http.requests).toHaveLength(failures + 1)
    expect(view(id).activity[0]?.outcome.kind).toBe('obtained')
  })
})
