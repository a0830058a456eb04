import { z } from 'zod'

/** A point in time: milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` counts them. */
export type Instant = number

export const instant = z.number().int()

/** Injected, so that tests can control time. */
export interface Clock {
  now(): Instant
}
