import type { WordsLike } from '../../../shared/words-like.ts'
import { en as english } from '../en/index.ts'
import { settings } from './settings.ts'

/** The Dutch words; an area that is not there yet speaks English. */
export const nl: WordsLike<typeof english> = { ...english, settings }
