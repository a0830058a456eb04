import { describe, expect, it } from 'vitest'
import { mapInParallel } from '../../../src/main/vault/in-parallel.ts'

describe('mapping in parallel', () => {
  it('keeps the order and never has more under way than allowed', async () => {
    let underWay = 0
    let most = 0
    const results = await mapInParallel([...Array(100).keys()], 7, async (item) => {
      underWay += 1
      most = Math.max(most, underWay)
      for (let turn = 0; turn <= item % 5; turn += 1) await Promise.resolve()
      underWay -= 1
      return item * 2
    })
    expect(results).toEqual([...Array(100).keys()].map((item) => item * 2))
    expect(most).toBe(7)
  })

  it('has nothing to do for nothing', async () => {
    expect(await mapInParallel([], 7, async () => 1)).toEqual([])
  })
})
