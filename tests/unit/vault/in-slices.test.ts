import { describe, expect, it } from 'vitest'
import { mapInSlices } from '../../../src/main/vault/in-slices.ts'

function work(milliseconds: number): number {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
  return milliseconds
}

describe('mapping in slices', () => {
  it('keeps the order', async () => {
    const items = [3, 1, 2, 0]
    expect(await mapInSlices(items, (item) => item * 2)).toEqual([6, 2, 4, 0])
    expect(await mapInSlices([], work)).toEqual([])
  })

  it('lets others have their turn before it has ended', async () => {
    const order: string[] = []
    const mapped = mapInSlices([10, 10, 10], work).then(() => order.push('mapped'))
    setImmediate(() => order.push('other'))
    await mapped
    expect(order).toEqual(['other', 'mapped'])
  })
})
