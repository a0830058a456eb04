import { z } from 'zod'
import { languageChoices } from './language.ts'
import { listSorts } from './list-sorts.ts'
import { lockSettings, noLock } from './lock-settings.ts'

/** Seconds that a copied token may stay on the clipboard; `null`: until the app is closed. */
export const clearChoices = [10, 30, 60, 120, 300, null] as const

/** Minutes before its end at which a token is told of; `null`: never. */
export const noticeChoices = [null, 5, 10] as const

export const themes = ['system', 'light', 'dark'] as const

/** What a user chooses for the whole app. Nothing in it is secret. */
export const appSettings = z.strictObject({
  clearClipboardAfter: z.literal(clearChoices),
  theme: z.enum(themes),
  lock: lockSettings,
  language: z.enum(languageChoices),
  /** An icon in the tray or the menu bar, where the desktop has one. */
  trayIcon: z.boolean(),
  /** Closing the window leaves the app running, where its icon is really in a tray. */
  closeToTray: z.boolean(),
  noticeBeforeEnd: z.literal(noticeChoices),
  /** Tells when a token can't be kept fresh any more until the user does something. */
  noticeOfTrouble: z.boolean(),
  listSort: z.enum(listSorts),
  /** Whether the list shows folders, where there are any. */
  showFolders: z.boolean(),
  /** Asks the distributor once a day for a new version, where there is somebody to ask. */
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
