import { expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { repeating, rotating, startEngine } from '../../support/engine/engine-under-test.ts'

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
