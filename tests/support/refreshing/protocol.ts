import { z } from 'zod'

/** The input of the refreshing process, on its standard input. */
export const order = z.strictObject({
  folder: z.string(),
  /** Hex. */
  key: z.string(),
  /** What to do as soon as anybody could see the new token: die by SIGKILL, or end well. */
  afterwards: z.enum(['die', 'end']),
})
export type Order = z.infer<typeof order>

/** A line of its standard output: the outcome of one refresh. */
export const report = z.strictObject({ outcome: z.string() })
