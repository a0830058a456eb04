import type { WordsLike } from '../../../shared/words-like.ts'
import type { notifications as english } from '../en/notifications.ts'

export const notifications: WordsLike<typeof english> = {
  copied: {
    title: 'Copiado',
    validFor: 'Copiado. Válido por {{left}}.',
    endUnknown: 'Copiado. Ninguém sabe por quanto tempo é válido.',
    ended: 'Copiado, mas este token expirou e não pôde ser renovado.',
  },
  notCopied: {
    title: 'Nada foi copiado',
    body: 'Abra o Token Desk para ver o motivo.',
  },
  endsSoon: {
    title: '{{name}}: o token vai expirar em breve',
    body: 'Ele é válido por {{left}} e não é renovado sozinho.',
    action: 'Renovar e copiar',
  },
  needsSignIn: {
    title: '{{name}}: entre de novo',
    body: 'O token não pode mais ser renovado. Abra o perfil para obter um novo.',
    action: 'Abrir o perfil',
  },
  renewalFailed: {
    title: '{{name}}: o token não foi renovado',
    body: 'O Token Desk parou de tentar. Abra o perfil para ver o motivo.',
    action: 'Abrir o perfil',
  },
  several: {
    title_one: '{{count}} perfil precisa de você',
    title_other: '{{count}} perfis precisam de você',
    body: 'Os tokens deles vão expirar ou não podem ser renovados. Abra o Token Desk para ver quais.',
  },
}
