import { type WordsLike, withManyForms } from '../../../shared/words-like.ts'
import type { en as english } from '../en/index.ts'
import { backupFiles, practice, start, unsaved } from './dialogs.ts'
import { menu } from './menu.ts'

const words: WordsLike<typeof english> = { backupFiles, menu, practice, start, unsaved }

export const ptBR = withManyForms(words)
