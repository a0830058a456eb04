import { z } from 'zod'
import { listSorts } from './list-sorts.ts'
import { lockSettings, noLock } from './lock-settings.ts'

/** Seconds that a copied token may stay on the clipboard; `null`: until the app is closed. */
export const clearChoices = [10, 30, 60, 120, 300, null] as const

export const themes = ['system', 'light', 'dark'] as const

/** What a user chooses for the whole app. Nothing in it is secret. */
export const appSettings = z.strictObject({
  clearClipboardAfter: z.literal(clearChoices),
  theme: z.enum(themes),
  lock: lockSettings,
  listSort: z.enum(listSorts),
  /** Whether the list shows folders, where there are any. */
  showFolders: z.boolean(),
})
export type AppSettings = z.infer<typeof appSettings>

export const firstSettings: AppSettings = {
  clearClipboardAfter: 60,
  theme: 'system',
  lock: noLock,
  listSort: 'name',
  showFolders: true,
}
