import { backupFiles, practice, start, unsaved } from './dialogs.ts'
import { menu } from './menu.ts'

/** Every English word of main: menu, system dialogs. Another language is another folder of this shape. */
export const en = { backupFiles, menu, practice, start, unsaved } as const
