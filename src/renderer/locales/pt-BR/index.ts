import { type WordsLike, withManyForms } from '../../../shared/words-like.ts'
import { en as english } from '../en/index.ts'
import { settings } from './settings.ts'

const words: WordsLike<typeof english> = { ...english, settings }

/** The Brazilian Portuguese words; an area that is not there yet speaks English. */
export const ptBR = withManyForms(words)
