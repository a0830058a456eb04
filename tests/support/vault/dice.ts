/** Repeatable randomness: the same seed gives the same throws. */
export interface Dice {
  /** Returns a whole number from 0 to `sides - 1`. */
  throw(sides: number): number
}

/** Mulberry32, by Tommy Ettinger (public domain). */
export function createDice(seed: number): Dice {
  let state = seed | 0
  return {
    throw(sides) {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
    },
  }
}
