import { describe, expect, it } from 'vitest'
import type { Language } from '../../../src/shared/language.ts'
import { translatedWords } from '../../support/i18n/translated.ts'

const found = (language: Language, text: string) =>
  translatedWords(new Map([['some.key', text]]), language)

describe.each<[Language, readonly string[]]>([
  [
    'en',
    [
      'The web address that hands out tokens. On paper: “token URL”; it often ends in /token.',
      'Compare the token endpoint with your papers, letter by letter.',
      'There is an invisible character in it. Type it, or copy it anew.',
      'Renews the token by itself before it ends, while Token Desk is open.',
      'Whoever gave you these details can help.',
      'Whom to ask',
      'You have a new token. Nobody said how long it is valid.',
      'If you report it, say that somebody clicked it.',
      'You need a client ID and perhaps a user name.',
      'The provider is not told.',
      'It is the end: the token has ended.',
      'End unknown',
      'Only those who run the server can mend this.',
      'The same once more',
      'Keep token fresh',
      'Refresh now',
      'stands there more than once',
      '{{duration}} in all',
      'Go on without them',
      'The server’s own word for it is: {{code}}.',
    ],
  ],
  [
    'nl',
    [
      'Vergelijk het adres met je papieren.',
      'Waarvoor het token is, precies zoals op papier.',
      'Token Desk probeert het vanzelf opnieuw.',
      'Token Desk deed het uit zichzelf.',
      'Niemand zei hoelang het geldig is.',
      'Wie je deze gegevens gaf, kan helpen.',
      'Dan kan alleen wie de server beheert helpen.',
      'Nu vernieuwen',
      'Token geldig houden',
      'Op slot',
      'De tijd is om',
    ],
  ],
  [
    'pt-BR',
    [
      'Compare o token endpoint com os seus documentos.',
      'Exatamente como nos documentos.',
      'O Token Desk tenta de novo sozinho.',
      'Ninguém disse por quanto tempo ele vale.',
      'Quem deu estes dados a você pode ajudar.',
      'Manter o token válido',
      'Fim desconhecido',
      'O tempo acabou',
      'A palavra do servidor',
      'A mesma mais uma vez',
    ],
  ],
])('a text in %s that reads as translated', (language, texts) => {
  it.each(texts)('is found: %s', (text) => {
    expect(found(language, text)).not.toEqual([])
  })
})

describe('a text that is written in its language', () => {
  it.each<[Language, string]>([
    ['en', 'Copy all of it, from “curl” to the end.'],
    ['en', 'The web address that issues tokens; it often ends in /token.'],
    ['en', 'You need a new refresh token from your provider.'],
    ['en', 'Without it, nobody can open the backup, not even we.'],
    ['nl', 'De beheerders van de server moeten het certificaat vernieuwen.'],
    ['nl', 'Verlengt het token voordat het verloopt.'],
    ['pt-BR', 'Sem ela, ninguém abre o backup, nem nós.'],
    ['pt-BR', 'Manter o Token Desk aberto'],
  ])('is left alone, in %s: %s', (language, text) => {
    expect(found(language, text)).toEqual([])
  })

  it('is named by its key, with what to say instead', () => {
    expect(found('en', 'Refresh now')).toEqual(['some.key: Refresh → renew'])
  })
})
