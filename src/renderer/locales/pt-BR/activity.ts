import type { WordsLike } from '../../../shared/words-like.ts'
import type { activity as english } from '../en/activity.ts'

export const activity: WordsLike<typeof english> = {
  empty: 'Nada ainda. Cada tentativa de obter um token aparecerá aqui.',
  intro:
    'O que aconteceu com o token deste perfil, o mais novo primeiro. Nenhum dado secreto fica aqui.',
  obtain: {
    user: 'Você obteve um token',
    renewal: 'O Token Desk obteve um token para você',
  },
  refresh: {
    user: 'Você renovou o token',
    renewal: 'O Token Desk renovou o token para você',
  },
  foundMethod: 'Você tentou as outras formas. Uma funcionou, e o Token Desk vai se lembrar dela',
  failed: {
    obtain: 'Obter token: {{what}}',
    refresh: 'Renovar: {{what}}',
    'other-methods': 'Tentar as outras formas: {{what}}',
  },
  keptFresh: 'Ele estava prestes a expirar, e “Renovar automaticamente” estava ligado.',
  byRenewal:
    'O Token Desk tentou isso automaticamente, porque “Renovar automaticamente” estava ligado.',
  showAll: 'Mostrar todas as {{count}} linhas',
  oldest: 'Estas são as {{count}} linhas mais recentes. As mais antigas não são guardadas.',
}
