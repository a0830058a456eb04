import { z } from 'zod'

/**
 * The reliability of the computer's idle time: `never-reported` where it stays 0,
 * `unreliable` where only some of the input is seen.
 */
const idleTimes = ['known', 'never-reported', 'unreliable'] as const
export type IdleTime = (typeof idleTimes)[number]

/** The abilities of this desktop; the settings name those that are missing. */
export const desktopView = z.strictObject({
  /** A tray, or a menu bar, for the app's icon. */
  hasTray: z.boolean(),
  idleTime: z.enum(idleTimes),
  /** True if the system refused the last notification. */
  refusesNotifications: z.boolean(),
})
export type DesktopView = z.infer<typeof desktopView>
