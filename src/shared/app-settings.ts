import { z } from 'zod'
import { languageChoices } from './language.ts'
import { listSorts } from './window.ts'

/** Minutes without keyboard or mouse input. */
export const idleChoices = [5, 15, 30, 60] as const

/** The events that lock the app automatically; each requires a passphrase. */
const lockSettings = z.strictObject({
  /** `null`: never. */
  idleMinutes: z.union(idleChoices.map((minutes) => z.literal(minutes))).nullable(),
  onScreenLock: z.boolean(),
  onSleep: z.boolean(),
})
export type LockSettings = z.infer<typeof lockSettings>

export const noLock: LockSettings = { idleMinutes: null, onScreenLock: false, onSleep: false }

/** Applies when the saved choice can't be read. */
export const cautiousLock: LockSettings = { idleMinutes: 5, onScreenLock: true, onSleep: true }

/** Seconds until a copied token is removed from the clipboard; `null`: when the app quits. */
export const clearChoices = [10, 30, 60, 120, 300, null] as const

/** Minutes before a token expires at which a notification is shown; `null`: never. */
export const noticeChoices = [null, 5, 10] as const

export const themes = ['system', 'light', 'dark'] as const

/** The user's choices for the whole app. Nothing in them is secret. */
export const appSettings = z.strictObject({
  clearClipboardAfter: z.literal(clearChoices),
  theme: z.enum(themes),
  lock: lockSettings,
  language: z.enum(languageChoices),
  /** Shows an icon in the tray or the menu bar, if the desktop has one. */
  trayIcon: z.boolean(),
  /** Keeps the app running when its window is closed, if its icon really is in a tray. */
  closeToTray: z.boolean(),
  noticeBeforeEnd: z.literal(noticeChoices),
  /** Notifies when a token can't be renewed until the user does something. */
  noticeOfTrouble: z.boolean(),
  listSort: z.enum(listSorts),
  /** Shows folders in the list, if there are any. */
  showFolders: z.boolean(),
  /** Checks the distributor's feed once a day for a new version, if there is a feed. */
  lookForUpdates: z.boolean(),
})
export type AppSettings = z.infer<typeof appSettings>

export const firstSettings: AppSettings = {
  clearClipboardAfter: 60,
  theme: 'system',
  lock: noLock,
  language: 'system',
  trayIcon: true,
  closeToTray: false,
  noticeBeforeEnd: null,
  noticeOfTrouble: true,
  listSort: 'name',
  showFolders: true,
  lookForUpdates: false,
}
