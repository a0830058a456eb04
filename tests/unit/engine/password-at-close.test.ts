import { expect, it } from 'vitest'
import { repeating, startEngine } from '../../support/engine/engine-under-test.ts'

const minute = 60_000

it('a password whose answer was not waited for at the end is not sent again by itself', async () => {
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
