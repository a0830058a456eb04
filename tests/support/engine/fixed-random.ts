import type { Random, RandomBytes } from '../../../src/main/engine/ports.ts'

/** Returns ids in a row, and the same fraction each time (0: no jitter). */
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

/** Returns bytes that are different each time, and the same in each run of a test. */
export function createFixedRandomBytes(): RandomBytes {
  let count = 0
  return {
    bytes: (length) => {
      count += 1
      return Uint8Array.from({ length }, (_, index) => (count * 89 + index * 31) % 256)
    },
  }
}
