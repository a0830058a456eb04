import { describe, expect, it } from 'vitest'
import type { HttpResult } from '../../../src/main/engine/ports.ts'
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
const asked = { keepFresh: false }
const client = { ...asked, grantType: 'clientCredentials', userName: '' } as const
const bodyOf = (request: { readonly body: string } | undefined) =>
  new URLSearchParams(request?.body ?? '')

async function withToken(
  settings: Parameters<typeof draftOf>[0] = asked,
  server: Parameters<Awaited<ReturnType<typeof startEngine>>['http']['serve']>[0] = rotating,
) {
  const world = await startEngine()
  world.http.serve(server)
  const id = await world.create(draftOf(settings))
  await world.engine.obtain(id)
  return { ...world, id }
}

describe('a token that is about to be used', () => {
  it('is left alone while it has two minutes left', async () => {
    const { engine, clock, http, id } = await withToken()
    await clock.advance(58 * minute)
    expect(await engine.freshen(id)).toBe('not-needed')
    expect(http.requests).toHaveLength(1)
  })

  it('is renewed with the refresh token when it has less, whether it is kept fresh or not', async () => {
    const { engine, clock, http, id } = await withToken()
    await clock.advance(58 * minute + 1)
    expect(await engine.freshen(id)).toBe('renewed')
    expect(bodyOf(http.requests[1]).get('grant_type')).toBe('refresh_token')
    expect(engine.header(id).text).toBe('Authorization: Bearer access-2')
  })

  it('is renewed after its end as well', async () => {
    const { engine, clock, id } = await withToken()
    await clock.advance(120 * minute)
    expect(await engine.freshen(id)).toBe('renewed')
  })

  it('is renewed by the client’s own grant, where the client stands for itself', async () => {
    const { engine, clock, http, id } = await withToken(client, repeating)
    await clock.advance(59 * minute)
    expect(await engine.freshen(id)).toBe('renewed')
    expect(bodyOf(http.requests[1]).get('grant_type')).toBe('client_credentials')
  })

  it('is renewed by a password that has worked', async () => {
    const { engine, clock, http, id } = await withToken(asked, repeating)
    await clock.advance(59 * minute)
    expect(await engine.freshen(id)).toBe('renewed')
    expect(bodyOf(http.requests[1]).get('grant_type')).toBe('password')
  })

  it('never sends a password again that has failed', async () => {
    const { engine, clock, http, id } = await withToken(asked, repeating)
    http.serve(() => json(400, { error: 'invalid_grant' }))
    await engine.obtain(id)
    await clock.advance(59 * minute)
    expect(await engine.freshen(id)).toBe('not-needed')
    expect(http.requests).toHaveLength(2)
  })

  it('never sends a password that was changed and not tried yet', async () => {
    const { engine, clock, http, id } = await withToken(asked, repeating)
    await engine.update(id, draftOf(asked, { password: 'another' }))
    await clock.advance(59 * minute)
    expect(await engine.freshen(id)).toBe('not-needed')
    expect(http.requests).toHaveLength(1)
  })

  it('stays as it is when the user has to sign in, and when its expiry is unknown', async () => {
    const { engine, clock, http, id, view } = await withToken()
    http.serve(() => json(400, { error: 'invalid_grant' }))
    await engine.refresh(id)
    expect(view(id).needsSignIn).toBe(true)
    await clock.advance(59 * minute)
    expect(await engine.freshen(id)).toBe('not-needed')

    const other = await withToken(asked, () =>
      json(200, { access_token: 'a', token_type: 'Bearer' }),
    )
    await other.clock.advance(24 * 60 * minute)
    expect(await other.engine.freshen(other.id)).toBe('not-needed')
    expect(other.http.requests).toHaveLength(1)
  })

  it('is still there after a failed renewal, and the usual back-off applies to the next one', async () => {
    const { engine, clock, http, id } = await withToken()
    await clock.advance(59 * minute)
    http.serve(() => json(503, {}))
    expect(await engine.freshen(id)).toBe('failed')
    expect(engine.header(id).text).toBe('Authorization: Bearer access-1')
    expect(await engine.freshen(id)).toBe('not-needed')
    await clock.advance(29 * second)
    expect(await engine.freshen(id)).toBe('not-needed')
    expect(http.requests).toHaveLength(2)
    await clock.advance(second)
    http.serve(rotating)
    expect(await engine.freshen(id)).toBe('renewed')
  })

  it('keeps the pause that a server requires', async () => {
    const { engine, clock, http, id } = await withToken()
    await clock.advance(59 * minute)
    http.serve(() => ({ status: 429, headers: { 'Retry-After': '300' } }))
    expect(await engine.freshen(id)).toBe('failed')
    await clock.advance(299 * second)
    expect(await engine.freshen(id)).toBe('not-needed')
    await clock.advance(second)
    expect(await engine.freshen(id)).toBe('failed')
  })

  it('shares one renewal between all callers, who wait until it is on disk', async () => {
    const { engine, clock, http, id, store } = await withToken()
    await clock.advance(59 * minute)
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const release = store.hold()
    let reported = 0
    const all = Array.from({ length: 20 }, async () => {
      const renewal = await engine.freshen(id)
      reported += 1
      return renewal
    })
    answer.resolve(json(200, { access_token: 'new', token_type: 'Bearer', expires_in: 3600 }))
    await clock.advance(second)
    expect(reported).toBe(0)
    release()
    expect(await Promise.all(all)).toEqual(all.map(() => 'renewed'))
    expect(http.requests).toHaveLength(2)
    expect(engine.accessToken(id).text).toBe('new')
  })

  it('never falls back to a password when the run that it waits for loses the refresh token', async () => {
    const lost = { kind: 'unreachable', reason: 'timeout', mayHaveArrived: true } as const
    const { engine, clock, http, id } = await withToken()
    await clock.advance(59 * minute)
    http.serve(() => lost)
    await engine.refresh(id)
    await clock.advance(5 * minute)
    const answer = deferred<HttpResult>()
    http.serve(() => answer.promise)
    const refreshing = engine.refresh(id)
    await settled()
    await engine.update(id, draftOf({ ...asked, scope: 'other' }, {}))
    const freshening = engine.freshen(id)
    await settled()
    http.serve(rotating)
    answer.resolve(lost)
    await refreshing
    await expect(freshening).resolves.toBe('failed')
    expect(http.requests.map((each) => bodyOf(each).get('grant_type'))).toEqual([
      'password',
      'refresh_token',
      'refresh_token',
    ])
  })

  it('is a renewal by the app in the activity', async () => {
    const { engine, clock, id, view } = await withToken()
    await clock.advance(59 * minute)
    await engine.freshen(id)
    expect(view(id).activity[0]).toMatchObject({ what: 'refresh', by: 'renewal' })
  })

  it('stays as it is where nothing may be written: the server may rotate the old one away', async () => {
    const { engine, clock, http, id, store } = await withToken()
    await clock.advance(59 * minute)
    store.setProtection({ kind: 'read-only', reason: 'in-use' })
    expect(await engine.freshen(id)).toBe('not-needed')
    expect(http.requests).toHaveLength(1)
  })
})
