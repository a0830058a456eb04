import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Random, RandomBytes } from '../engine/ports.ts'

/** The largest range that `randomInt` takes. */
const steps = 2 ** 48 - 1

/** Randomness of the operating system. */
export function createRandom(): Random {
  return {
    id: () => randomUUID(),
    fraction: () => randomInt(steps) / steps,
  }
}

/** Random bytes of the operating system. */
export function createRandomBytes(): RandomBytes {
  return { bytes: (count) => new Uint8Array(randomBytes(count)) }
}
