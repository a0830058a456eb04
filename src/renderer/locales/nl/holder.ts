import type { WordsLike } from '../../../shared/words-like.ts'
import type { holder as english } from '../en/holder.ts'

export const holder: WordsLike<typeof english> = {
  app: 'De app zelf, geen persoon',
  bySubject: 'een nummer of naam waarmee de server deze gebruiker kent',
  byIdToken: 'volgens het ID-token dat erbij kwam',
  asTyped: 'zoals je het typte; alleen de server kan het token lezen',
  asAsked: 'zoals je erom vroeg; het token zegt het niet',
  unknown: 'Alleen de server weet het.',
  notSaid: 'Het token zegt het niet.',
}
