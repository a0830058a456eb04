import { encoded } from '../tokens/make-token.ts'

/** What the yardstick takes, in milliseconds, on a machine for which the tests' limits are meant. */
const usual = 10
const attempts = 8
/** Milliseconds after which no further attempt is made. */
const patience = 10_000

/** A mebibyte of base64url with 390,000 numbers in it. */
const mebibyte = encoded(`[${'1,'.repeat(392_000)}1]`)

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Work of this process alone whose cost is known: it says how fast the machine is just now. */
function yardstick(): number {
  return milliseconds(() => JSON.parse(Buffer.from(mebibyte, 'base64url').toString()))
}

/** How many times as long as usual the yardstick takes just now; 1 where it is no slower. */
export function slowness(): number {
  return Math.max(1, Math.min(yardstick(), yardstick()) / usual)
}

/**
 * How many milliseconds the work takes on a machine of the usual speed that does nothing else.
 *
 * Within `limit` it is what the clock says. Beyond it the work is repeated, each time between runs
 * of a yardstick: where that takes thrice as long as usual, a third of the time is the work's
 * own. The shortest counts, because garbage may be collected and others may use the machine.
 */
export function timeOf(work: () => unknown, limit: number): number {
  let shortest = milliseconds(work)
  if (shortest < limit) return shortest
  const begun = performance.now()
  let before = slowness()
  for (let attempt = 0; attempt < attempts && shortest >= limit; attempt += 1) {
    const time = milliseconds(work)
    const after = slowness()
    shortest = Math.min(shortest, time / Math.min(before, after))
    before = after
    if (performance.now() - begun > patience) break
  }
  return shortest
}
