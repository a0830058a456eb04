import { z } from 'zod'

/** Minutes without a key or a mouse. */
export const idleChoices = [5, 15, 30, 60] as const

/** When the app locks by itself; it needs a passphrase to. */
export const lockSettings = z.strictObject({
  /** `null`: never. */
  idleMinutes: z.union(idleChoices.map((minutes) => z.literal(minutes))).nullable(),
  onScreenLock: z.boolean(),
  onSleep: z.boolean(),
})
export type LockSettings = z.infer<typeof lockSettings>

export const noLock: LockSettings = { idleMinutes: null, onScreenLock: false, onSleep: false }

/** Where what was chosen can't be read any more. */
export const cautiousLock: LockSettings = { idleMinutes: 5, onScreenLock: true, onSleep: true }
