import { describe, expect, it } from 'vitest'
import { figureOf, inPairs, median, percentile, ratio } from '../../bench/statistics.ts'

describe('the statistics of the benchmark', () => {
  it('take the middle value, or the middle between two', () => {
    expect(median([9, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })

  it('find the value that nineteen of twenty stay below', () => {
    const values = Array.from({ length: 101 }, (_, index) => 100 - index)
    expect(percentile(values, 0.95)).toBe(95)
    expect(percentile([7], 0.95)).toBe(7)
  })

  it('tell the middle half beside the median', () => {
    expect(figureOf([5, 1, 2, 4, 3])).toEqual({ value: 3, low: 2, high: 4, count: 5 })
  })

  it('compare what was measured in the same round, and leave out what has no partner', () => {
    expect(inPairs([10, 30, 50], [5, 10], ratio)).toEqual([2, 3])
  })
})
