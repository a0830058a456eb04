import { describe, expect, it } from 'vitest'
import type { HttpRequest, HttpResult } from '../../../src/main/engine/ports.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import {
  deferred,
  repeating,
  rotating,
  startEngine,
} from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'

const second = 1000
const minute = 60 * second

type Unreachable = Extract<HttpResult, { kind: 'unreachable' }>
const noAnswer = (reason: Unreachable['reason'], mayHaveArrived: boolean): Unreachable => ({
  kind: 'unreachable',
  reason,
  mayHaveArrived,
})
const broken = noAnswer('connection-lost', true)
const late = noAnswer('timeout', true)
const offline = noAnswer('offline', false)
const dead = json(400, { error: 'invalid_grant' })
type Reply = RawAnswer | HttpResult

/** A profile with its first token, which lives an hour, and what comes next. */
async function startWithToken(replies: readonly Reply[] = [], draft = draftOf()) {
  const world = await startEngine()
  world.http.serve(rotating)
  const id = await world.create(draft)
  await world.engine.obtain(id)
  const serve = (next: readonly Reply[]) => {
    const begun = world.http.requests.length
    world.http.serve((_, index) => (next[index - begun] ?? rotating(null, index)) as RawAnswer)
  }
  serve(replies)
  return { ...world, id, serve, stored: () => world.store.durable.get(id) }
}

const sent = (requests: readonly HttpRequest[]) =>
  requests.slice(1).map(({ body }) => {
    const form = new URLSearchParams(body)
    return form.get('refresh_token') ?? form.get('grant_type')
  })
const quiet = { keepFresh: false } as const
const client = (more = {}) =>
  draftOf({ grantType: 'clientCredentials', ...more }, { clientSecret: 's' })

describe('a refresh whose connection broke before the answer', () => {
  it('is sent once more, at once, with the same refresh token', async () => {
    const { engine, http, stored, sealed, clock, id } = await startWithToken([broken])
    const before = clock.now()
    await expect(engine.refresh(id)).resolves.toEqual({ kind: 'obtained' })
    expect(clock.now()).toBe(before)
    expect(sent(http.requests)).toEqual(['refresh-1', 'refresh-1'])
    expect(stored()).toMatchObject({ needsSignIn: false, lostAnswers: 0 })
    expect(sealed(id).token?.refreshToken).toBe('refresh-3')
  })

  it('is one activity with one announcement', async () => {
    const { engine, view, changes, id } = await startWithToken([broken])
    const before = changes.length
    await engine.refresh(id)
    expect(view(id).activity).toHaveLength(2)
    expect(
      changes.slice(before).map(({ profiles }) => profiles[0]?.tokenRun?.what ?? null),
    ).toEqual(['refresh', null])
  })

  it('twice means: sign in again, and nothing is thrown away', async () => {
    const { engine, http, view, stored, sealed, id } = await startWithToken([broken, broken])
    await expect(engine.refresh(id)).resolves.toEqual({
      kind: 'unreachable',
      reason: 'connection-lost',
    })
    expect(sent(http.requests)).toEqual(['refresh-1', 'refresh-1'])
    expect(view(id).needsSignIn).toBe(true)
    expect(stored()).toMatchObject({ needsSignIn: true, lostAnswers: 2 })
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
  })

  it('and whose retry is refused is dead', async () => {
    const { engine, view, id } = await startWithToken([broken, dead])
    await expect(engine.refresh(id)).resolves.toMatchObject({ kind: 'needs-sign-in' })
    expect(view(id).needsSignIn).toBe(true)
  })

  it('and whose retry was answered by trouble of the server has one more try left', async () => {
    const { engine, http, stored, id, serve } = await startWithToken([broken, { status: 503 }])
    await expect(engine.refresh(id)).resolves.toMatchObject({ kind: 'server-trouble' })
    expect(stored()).toMatchObject({ needsSignIn: false, lostAnswers: 1 })
    serve([broken])
    await engine.refresh(id)
    expect(sent(http.requests)).toEqual(Array(3).fill('refresh-1'))
    expect(stored()).toMatchObject({ needsSignIn: true, lostAnswers: 2 })
  })

  it('is not repeated if the retry certainly never left: the next attempt is the retry', async () => {
    const { engine, http, stored, id, serve } = await startWithToken([broken, offline])
    await engine.refresh(id)
    expect(stored()).toMatchObject({ needsSignIn: false, lostAnswers: 1 })
    serve([])
    await expect(engine.refresh(id)).resolves.toEqual({ kind: 'obtained' })
    expect(sent(http.requests)).toEqual(Array(3).fill('refresh-1'))
  })

  it('is not sent again after the user corrected the profile, but with the next click', async () => {
    const { engine, http, id } = await startWithToken()
    const answer = deferred<Unreachable>()
    http.serve(() => answer.promise)
    const asked = engine.refresh(id)
    await settled()
    await engine.update(id, draftOf({ clientAuthentication: 'body' }, {}))
    answer.resolve(broken)
    await expect(asked).resolves.toMatchObject({ kind: 'unreachable' })
    expect(sent(http.requests)).toEqual(['refresh-1'])
  })
})

describe('a refresh without an answer in time', () => {
  it('counts as lost and is not repeated in the same breath', async () => {
    const { engine, http, stored, id } = await startWithToken([late])
    await engine.refresh(id)
    expect(http.requests).toHaveLength(2)
    expect(stored()).toMatchObject({ needsSignIn: false, lostAnswers: 1 })
  })

  it('is retried once automatically, and then requires a sign-in', async () => {
    const { http, clock, view, stored, id } = await startWithToken(Array<Reply>(9).fill(late))
    await clock.advance(54 * minute)
    expect(sent(http.requests)).toEqual(['refresh-1'])
    await clock.advance(30 * second)
    expect(sent(http.requests)).toEqual(['refresh-1', 'refresh-1'])
    expect(stored()).toMatchObject({ needsSignIn: true, lostAnswers: 2 })
    await clock.advance(30 * 24 * 60 * minute)
    expect(http.requests).toHaveLength(3)
    expect(view(id)).toMatchObject({ needsSignIn: true, renewsAt: null })
  })

  it('and then one that broke is no third try', async () => {
    const { engine, http, stored, id } = await startWithToken([late, broken], draftOf(quiet))
    await engine.refresh(id)
    await engine.refresh(id)
    expect(http.requests).toHaveLength(3)
    expect(stored()).toMatchObject({ needsSignIn: true, lostAnswers: 2 })
  })

  it('because the user cancelled it counts as well', async () => {
    const { engine, http, stored, id } = await startWithToken([], draftOf(quiet))
    http.serve(() => deferred<RawAnswer>().promise)
    const asked = engine.refresh(id)
    await settled()
    engine.cancel(id)
    await expect(asked).resolves.toEqual({ kind: 'cancelled' })
    expect(http.requests).toHaveLength(2)
    expect(stored()).toMatchObject({ needsSignIn: false, lostAnswers: 1 })
  })

  it('because the app was closed counts, and is nothing else that happened', async () => {
    const { engine, http, clock, stored, id } = await startWithToken([], draftOf(quiet))
    const before = stored()
    http.serve(() => deferred<RawAnswer>().promise)
    const asked = engine.refresh(id)
    await settled()
    const closed = engine.close()
    await clock.advance(5 * second)
    await Promise.all([closed, asked])
    expect(stored()).toEqual({ ...before, lostAnswers: 1 })
  })

  it('is remembered over a restart', async () => {
    const first = await startWithToken([late], draftOf(quiet))
    await first.engine.refresh(first.id)
    await first.engine.close()
    const second = await startEngine({ stored: [...first.store.durable.values()] })
    second.http.serve(() => broken)
    await second.engine.refresh(first.id)
    expect(second.http.requests).toHaveLength(1)
    expect(second.view(first.id).needsSignIn).toBe(true)
  })
})

describe('what does not count as lost', () => {
  it.each(['name-not-found', 'connection-refused', 'offline'] as const)(
    'is what certainly never left this computer: %s',
    async (reason) => {
      const never = noAnswer(reason, false)
      const { engine, stored, http, id } = await startWithToken([never, never, never])
      for (let count = 0; count < 3; count += 1) await engine.refresh(id)
      expect(http.requests).toHaveLength(4)
      expect(stored()).toMatchObject({ needsSignIn: false, lostAnswers: 0 })
    },
  )

  it.each([408, 425, 429, 500, 503])('is an answer, also a bad one: %d', async (status) => {
    const { engine, stored, http, id } = await startWithToken([{ status }, { status }, { status }])
    for (let count = 0; count < 3; count += 1) await engine.refresh(id)
    expect(http.requests).toHaveLength(4)
    expect(stored()).toMatchObject({ needsSignIn: false, lostAnswers: 0 })
  })

  it('is a grant that sends no refresh token', async () => {
    const { create, engine, http, store } = await startEngine()
    http.serve(() => broken)
    const id = await create()
    await engine.obtain(id)
    await engine.obtain(id)
    expect(http.requests).toHaveLength(2)
    expect(store.durable.get(id)).toMatchObject({ needsSignIn: false, lostAnswers: 0 })
  })

  it('is what was said about a refresh token that the user has replaced since', async () => {
    const refreshing = { grantType: 'refreshToken', keepFresh: false } as const
    const { create, engine, http, store } = await startEngine()
    const id = await create(draftOf(refreshing, { clientSecret: 's', refreshToken: 'old' }))
    const answer = deferred<Unreachable>()
    http.serve(() => answer.promise)
    const asked = engine.obtain(id)
    await settled()
    await engine.update(id, draftOf(refreshing, { refreshToken: 'new' }))
    answer.resolve(late)
    await asked
    expect(store.durable.get(id)).toMatchObject({ needsSignIn: false, lostAnswers: 0 })
  })
})

it('a token of any grant ends the count', async () => {
  const { engine, stored, id } = await startWithToken([late])
  await engine.refresh(id)
  expect(stored()?.lostAnswers).toBe(1)
  await engine.obtain(id)
  expect(stored()?.lostAnswers).toBe(0)
})

describe('a profile that lives on a refresh token', () => {
  const refreshing = { grantType: 'refreshToken', keepFresh: false } as const

  it('is treated alike, until the user types another one', async () => {
    const { create, engine, http, store } = await startEngine()
    const id = await create(draftOf(refreshing, { clientSecret: 's', refreshToken: 'typed' }))
    http.serve(() => broken)
    await engine.obtain(id)
    expect(http.requests).toHaveLength(2)
    expect(store.durable.get(id)).toMatchObject({ needsSignIn: true, lostAnswers: 2 })
    await engine.update(id, draftOf({ ...refreshing, name: 'Other' }, {}))
    expect(store.durable.get(id)).toMatchObject({ needsSignIn: true, lostAnswers: 2 })
    await engine.update(id, draftOf(refreshing, { refreshToken: 'another' }))
    expect(store.durable.get(id)).toMatchObject({ needsSignIn: false, lostAnswers: 0 })
  })
})

describe('a client that stands for itself', () => {
  it.each([
    ['is dead', dead],
    ['is not allowed', json(400, { error: 'unauthorized_client' })],
    ['is not understood', json(400, { error: 'invalid_request' })],
  ])('runs its own grant if its refresh token %s', async (_, answer) => {
    const { engine, http, view, sealed, id } = await startWithToken([answer], client())
    http.serve((__, index) => (index === 1 ? answer : repeating(null, index)))
    await expect(engine.refresh(id)).resolves.toEqual({ kind: 'obtained' })
    expect(sent(http.requests)).toEqual(['refresh-1', 'client_credentials'])
    expect(view(id)).toMatchObject({ needsSignIn: false, activity: [{ what: 'refresh' }, {}] })
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-3', refreshToken: null })
  })

  it('counts the life of that token from its own request', async () => {
    const { engine, http, clock, view, id } = await startWithToken([], client())
    http.serve((_, index) => {
      clock.set(clock.now() + 10 * second)
      return index === 1 ? dead : repeating(null, index)
    })
    const begun = clock.now()
    await engine.refresh(id)
    expect(view(id).token).toMatchObject({
      issuedAt: begun + 10 * second,
      expiresAt: begun + 10 * second + 60 * minute,
    })
  })

  it('never requires a sign-in, and does not send the refused one again', async () => {
    const { http, clock, view, id, serve } = await startWithToken([dead, { status: 503 }], client())
    await clock.advance(54 * minute)
    expect(sent(http.requests)).toEqual(['refresh-1', 'client_credentials'])
    expect(view(id)).toMatchObject({ needsSignIn: false, renewsAt: clock.now() + 30 * second })
    serve([])
    await clock.advance(30 * second)
    expect(sent(http.requests).at(-1)).toBe('client_credentials')
    expect(view(id).activity[0]).toMatchObject({ outcome: { kind: 'obtained' }, by: 'renewal' })
  })

  it('runs its own grant after a backoff if two answers were lost', async () => {
    const { http, clock, view, id } = await startWithToken([broken, broken], client())
    await clock.advance(54 * minute)
    expect(sent(http.requests)).toEqual(['refresh-1', 'refresh-1'])
    expect(view(id).needsSignIn).toBe(false)
    await clock.advance(30 * second)
    expect(sent(http.requests).at(-1)).toBe('client_credentials')
    expect(view(id).activity[0]?.outcome).toEqual({ kind: 'obtained' })
  })

  it('does not repeat itself if it is the client that is refused', async () => {
    const refused = json(401, { error: 'invalid_client' })
    const { engine, http, id } = await startWithToken([refused], client())
    await expect(engine.refresh(id)).resolves.toMatchObject({ kind: 'client-refused' })
    expect(http.requests).toHaveLength(2)
  })

  it('sends nothing more once the user cancelled', async () => {
    const { engine, http, id } = await startWithToken([], client(quiet))
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const asked = engine.refresh(id)
    await settled()
    answer.resolve(dead)
    engine.cancel(id)
    await asked
    expect(http.requests).toHaveLength(2)
  })
})

it('a password is not sent automatically when the refresh token was refused', async () => {
  const { engine, http, id } = await startWithToken([dead])
  await engine.refresh(id)
  expect(sent(http.requests)).toEqual(['refresh-1'])
})

it('a refresh token that stays beside a token of another grant stays as doubtful as it was', async () => {
  const { engine, http, create, store } = await startEngine()
  http.serve(rotating)
  const id = await create(draftOf({ keepFresh: false }))
  await engine.obtain(id)
  http.serve(() => ({ kind: 'unreachable', reason: 'timeout', mayHaveArrived: true }))
  await engine.refresh(id)
  http.serve(repeating)
  await engine.obtain(id)
  expect(store.durable.get(id)).toMatchObject({ lostAnswers: 1 })
})
