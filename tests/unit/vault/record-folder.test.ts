import { describe, expect, it } from 'vitest'
import { inSlices } from '../../../src/main/vault/record-folder.ts'

function work(milliseconds: number): number {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
  return milliseconds
}

async function all<Result>(slices: AsyncIterable<readonly Result[]>): Promise<readonly Result[]> {
  const results: Result[] = []
  for await (const slice of slices) results.push(...slice)
  return results
}

describe('working in slices', () => {
  it('keeps the order', async () => {
    const items = [3, 1, 20, 2, 0]
    expect(await all(inSlices(items, (item) => work(item) * 2))).toEqual([6, 2, 40, 4, 0])
    expect(await all(inSlices([], work))).toEqual([])
  })

  it('lets others have their turn before it has ended', async () => {
    const order: string[] = []
    const done = all(inSlices([10, 10, 10], work)).then(() => order.push('done'))
    setImmediate(() => order.push('other'))
    await done
    expect(order).toEqual(['other', 'done'])
  })
})
