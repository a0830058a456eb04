import { randomInt, randomUUID } from 'node:crypto'
import type { Random } from '../engine/ports.ts'

/** The largest range that `randomInt` takes. */
const steps = 2 ** 48 - 1

/** Chance, from the operating system. */
export function createRandom(): Random {
  return {
    id: () => randomUUID(),
    fraction: () => randomInt(steps) / steps,
  }
}
