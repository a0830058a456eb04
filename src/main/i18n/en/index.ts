import { backupFiles, pageGone, practice, start, unsaved } from './dialogs.ts'
import { menu } from './menu.ts'
import { notifications } from './notifications.ts'
import { tray } from './tray.ts'

/** Every English word of main: menu, tray, notifications, system dialogs. Another language is another folder of this shape. */
export const en = {
  backupFiles,
  menu,
  notifications,
  pageGone,
  practice,
  start,
  tray,
  unsaved,
} as const
