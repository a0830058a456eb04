/** What was measured several times: the median, and between what the middle half lies. */
export interface Figure {
  readonly value: number
  readonly low: number
  readonly high: number
  /** How many values there were. */
  readonly count: number
}

/** The value below which `share` (0 to 1) of the values lie, between neighbours if need be. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const position = share * (sorted.length - 1)
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function figureOf(values: readonly number[]): Figure {
  const [low, value, high] = [0.25, 0.5, 0.75].map((share) => percentile(values, share))
  return { value: value ?? 0, low: low ?? 0, high: high ?? 0, count: values.length }
}

/** One value of each kind and round, combined round by round: what the machine did meanwhile, it did to both. */
export function inPairs(
  ones: readonly number[],
  others: readonly number[],
  combine: (one: number, other: number) => number,
): readonly number[] {
  return ones.flatMap((one, round) => {
    const other = others[round]
    return other === undefined ? [] : [combine(one, other)]
  })
}

export const ratio = (one: number, other: number) => one / other
export const difference = (one: number, other: number) => one - other
