import type { Random } from '../../../src/main/engine/ports.ts'

/** Ids in a row, and one fraction again and again (0: no jitter). */
export function createFixedRandom(fraction = 0): Random {
  let count = 0
  return {
    id: () => {
      count += 1
      return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
    },
    fraction: () => fraction,
  }
}
