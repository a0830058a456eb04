import type { WordsLike } from '../../../shared/words-like.ts'
import type { notifications as english } from '../en/notifications.ts'

export const notifications: WordsLike<typeof english> = {
  copied: {
    title: 'Copiado',
    validFor: 'Copiado. Válido por {{left}}.',
    endUnknown: 'Copiado. Ninguém sabe por quanto tempo ele vale.',
    ended: 'Copiado, mas este token expirou e não pôde ser renovado.',
  },
  copyInWindow: {
    title: 'Ainda não copiado',
    body: 'Neste ambiente, o Token Desk só consegue copiar na própria janela. Clique aqui para abri-la.',
  },
  notCopied: {
    title: 'Nada foi copiado',
    body: 'Abra o Token Desk para ver por quê.',
  },
  endsSoon: {
    title: '{{name}}: o token expira em breve',
    body: 'Ele vale por {{left}} e não é renovado sozinho.',
    bodyNetwork: 'É válido por {{left}}. O Token Desk aguarda a rede para renová-lo.',
    action: 'Renovar e copiar',
  },
  needsSignIn: {
    title: '{{name}}: faça login de novo',
    body: 'O token não pode mais ser renovado. Abra o perfil para obter um novo.',
    action: 'Abrir perfil',
  },
  renewalFailed: {
    title: '{{name}}: o token não foi renovado',
    body: 'O Token Desk parou de tentar. Abra o perfil para ver por quê.',
    action: 'Abrir perfil',
  },
  several: {
    title_one: '{{count}} perfil precisa de você',
    title_other: '{{count}} perfis precisam de você',
    body: 'Os tokens deles expiram ou não podem ser renovados. Abra o Token Desk para ver quais.',
  },
}
