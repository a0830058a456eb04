import { expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, repeating, startEngine } from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'

const minute = 60_000

it('a password whose response was not awaited at a quit is not sent again automatically', async () => {
  const first = await startEngine()
  first.http.serve(repeating)
  const id = await first.create()
  await first.engine.obtain(id)
  first.http.serve(() => new Promise(() => {}))
  await first.clock.advance(59 * minute)
  const closing = first.engine.close()
  await first.clock.advance(6000)
  await closing
  expect(first.http.requests).toHaveLength(2)
  const kept = first.store.durable.get(id)
  if (kept === undefined) throw new Error('nothing was kept')
  const second = await startEngine({ stored: [kept] })
  await second.clock.advance(120 * minute)
  expect(second.http.requests).toHaveLength(0)
})

it('a password is tried with no further method once the app is closing', async () => {
  const { create, engine, http, view } = await startEngine()
  const refused = json(401, { error: 'invalid_client' })
  http.serve(() => refused)
  const id = await create(draftOf({ keepFresh: false }))
  await engine.obtain(id)
  const answer = deferred<RawAnswer>()
  http.serve((_, index) => (index === 1 ? answer.promise : refused))
  const asked = engine.tryOtherMethods(id)
  await settled()
  const closing = engine.close()
  answer.resolve(refused)
  await closing
  await expect(asked).resolves.toMatchObject({ kind: 'client-refused' })
  expect(http.requests).toHaveLength(2)
  expect(view(id).activity[0]).toMatchObject({ what: 'other-methods' })
})
