import { z } from 'zod'

/**
 * Whether the idle time of the computer can be relied on: `never-reported` where it stays 0,
 * `unreliable` where only some of the input is seen.
 */
export const idleTimes = ['known', 'never-reported', 'unreliable'] as const
export type IdleTime = (typeof idleTimes)[number]

/** What this desktop can do for the app; the settings name what it can't. */
export const desktopView = z.strictObject({
  /** A tray, or a menu bar, for the app's icon. */
  hasTray: z.boolean(),
  idleTime: z.enum(idleTimes),
  /** Whether the system refused the last notification. */
  refusesNotifications: z.boolean(),
})
export type DesktopView = z.infer<typeof desktopView>
