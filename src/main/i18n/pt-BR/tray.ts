import type { WordsLike } from '../../../shared/words-like.ts'
import type { tray as english } from '../en/tray.ts'

export const tray: WordsLike<typeof english> = {
  tooltip: 'Token Desk',
  locked: 'O Token Desk está bloqueado – Abrir',
  heading: 'Clique em um nome para copiar o cabeçalho',
  noProfiles: 'Ainda não há perfis',
  live: '{{name}}  –  resta {{left}}',
  endUnknown: '{{name}}  –  fim desconhecido',
  ended: '{{name}}  –  expirado',
  needsSignIn: '{{name}}  –  faça login de novo',
  waitingForNetwork: '{{name}}  –  aguardando a rede',
  failed: '{{name}}  –  a última solicitação falhou',
  noToken: '{{name}}  –  ainda sem token',
  showAll: 'Mostrar tudo…',
  open: 'Abrir o Token Desk',
  lock: 'Bloquear agora',
  quit: 'Sair',
  left: {
    lessThanAMinute: 'menos de 1 min',
    minutes: '{{count}} min',
    hours: '{{hours}} h {{minutes}} min',
    days_one: '{{count}} dia',
    days_other: '{{count}} dias',
  },
  closing: {
    message: 'O Token Desk continua aberto',
    detail:
      'O ícone dele fica na bandeja. Clique nele para abrir a janela de novo. Para encerrar o Token Desk, escolha Sair no menu dele. Você pode mudar isso em Configurações.',
    keepRunning: 'Continuar aberto',
    quit: 'Sair',
  },
}
