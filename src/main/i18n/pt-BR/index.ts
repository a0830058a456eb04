import type { WordsLike } from '../../../shared/words-like.ts'
import type { en as english } from '../en/index.ts'
import { backupFiles, pageGone, practice, start, unsaved } from './dialogs.ts'
import { menu } from './menu.ts'
import { notifications } from './notifications.ts'
import { tray } from './tray.ts'

export const ptBR: WordsLike<typeof english> = {
  backupFiles,
  menu,
  notifications,
  pageGone,
  practice,
  start,
  tray,
  unsaved,
}
