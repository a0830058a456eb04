import type { WordsLike } from '../../../shared/words-like.ts'
import type { holder as english } from '../en/holder.ts'

export const holder: WordsLike<typeof english> = {
  app: 'O próprio app, não uma pessoa',
  bySubject: 'um número ou nome com que o servidor conhece este usuário',
  byIdToken: 'segundo o token de identidade que veio junto',
  asTyped: 'como você digitou; só o servidor pode ler o token',
  asAsked: 'como você pediu; o token não diz',
  unknown: 'Só o servidor sabe.',
  notSaid: 'O token não diz.',
}
