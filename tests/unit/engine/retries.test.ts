import { expect, test } from 'vitest'
import { createSaveRetries } from '../../../src/main/engine/retries.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'

const [stuck, fine] = [
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000002',
]

test('a profile that can never be written does not block another', async () => {
  const clock = createManualClock()
  const tried: string[] = []
  const retries = createSaveRetries(clock, async (id) => {
    tried.push(id)
    return id === fine
  })
  retries.add(stuck ?? '')
  retries.add(fine ?? '')
  await clock.advance(10_000)
  expect(tried.slice(0, 2)).toEqual([stuck, fine])
  await retries.finish()
})
