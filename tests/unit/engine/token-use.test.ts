import { expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import type { RawAnswer } from '../../support/engine/fake-http.ts'

const address = 'https://api.example/me?x=1'

async function start() {
  const world = await startEngine()
  world.http.serve(rotating)
  const id = await world.create(draftOf({ keepFresh: false }))
  await world.engine.obtain(id)
  return { ...world, id }
}

it('a test of a token is one GET with the header and nothing else that is secret', async () => {
  const { engine, http, id } = await start()
  http.serve(() => ({ status: 200, body: 'Hello, access-1' }))
  expect(await engine.testToken(id, address)).toMatchObject({
    kind: 'answer',
    status: 200,
    body: { kind: 'text', text: 'Hello, [access token, 8 characters]' },
  })
  expect(http.requests.slice(1)).toEqual([
    {
      method: 'GET',
      url: address,
      headers: {
        authorization: 'Bearer access-1',
        accept: 'application/json, text/plain;q=0.9, */*;q=0.8',
      },
      body: '',
    },
  ])
})

it('a test of a token changes nothing of the profile and is kept nowhere', async () => {
  const { engine, http, id, view, store } = await start()
  const before = view(id)
  const { writes } = store
  http.serve(() => ({
    status: 401,
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  }))
  expect(await engine.testToken(id, address)).toMatchObject({
    status: 401,
    challenge: { error: 'invalid_token' },
  })
  expect(view(id)).toBe(before)
  expect(store.writes).toBe(writes)
})

it('a redirect is reported and not followed', async () => {
  const { engine, http, id } = await start()
  http.serve(() => ({ status: 302, headers: { location: 'https://elsewhere.example/a?b=c' } }))
  expect(await engine.testToken(id, address)).toEqual({
    kind: 'moved',
    status: 302,
    location: 'https://elsewhere.example/a',
  })
  expect(http.requests).toHaveLength(2)
})

it('a second test of the same profile ends the first, and closing the app ends all', async () => {
  const { engine, http, id } = await start()
  const slow = deferred<RawAnswer>()
  http.serve(() => slow.promise)
  const first = engine.testToken(id, address)
  const second = engine.testToken(id, address)
  expect(await first).toEqual({ kind: 'cancelled' })
  await engine.close()
  expect(await second).toEqual({ kind: 'cancelled' })
})

it('a test that is cancelled ends at once, and no other one does', async () => {
  const { engine, http, id, create } = await start()
  const other = await create(draftOf({ name: 'Other' }))
  await engine.obtain(other)
  const slow = deferred<RawAnswer>()
  http.serve(() => slow.promise)
  const first = engine.testToken(id, address)
  const second = engine.testToken(other, address)
  engine.cancelTest(id)
  expect(await first).toEqual({ kind: 'cancelled' })
  engine.cancelTest(id)
  slow.resolve({ status: 204 })
  expect(await second).toMatchObject({ kind: 'answer', status: 204 })
})

it('there is nothing to test without a token', async () => {
  const { engine, create } = await start()
  const other = await create(draftOf({ name: 'Other' }))
  await expect(engine.testToken(other, address)).rejects.toMatchObject({
    error: { code: 'no-token' },
  })
})

it('a test of a profile that is deleted ends', async () => {
  const { engine, http, id } = await start()
  http.serve(() => deferred<RawAnswer>().promise)
  const testing = engine.testToken(id, address)
  await engine.remove(id)
  expect(await testing).toEqual({ kind: 'cancelled' })
})
