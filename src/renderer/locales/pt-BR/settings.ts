import type { WordsLike } from '../../../shared/words-like.ts'
import type { settings as english } from '../en/settings.ts'

export const settings: WordsLike<typeof english> = {
  open: 'Configurações',
  title: 'Configurações',
  close: 'Fechar',
  clear: {
    label: 'Limpar a área de transferência',
    hint: 'Um token que você copiou é removido da área de transferência, a não ser que você tenha copiado outra coisa depois.',
    seconds: 'Depois de {{count}} segundos',
    minutes_one: 'Depois de {{count}} minuto',
    minutes_other: 'Depois de {{count}} minutos',
    atClose: 'Só quando eu fechar o Token Desk',
  },
  parts: {
    copying: 'Copiar',
    appearance: 'Aparência',
    tray: 'Bandeja do sistema',
    menuBar: 'Barra de menus',
    notifications: 'Notificações',
  },
  tray: {
    show: 'Mostrar o Token Desk na bandeja do sistema',
    showInMenuBar: 'Mostrar o Token Desk na barra de menus',
    showHint: 'Copie um cabeçalho pelo menu com um clique, sem abrir a janela.',
    keep: 'Continuar aberto quando eu fechar a janela',
    keepHint:
      'Assim o Token Desk continua renovando seus tokens. O ícone na bandeja traz a janela de volta.',
    missing:
      'Esta área de trabalho não tem bandeja. Por isso, fechar a janela fecha o Token Desk. No GNOME, a extensão “AppIndicator” adiciona uma.',
  },
  notifications: {
    trouble: 'Avisar quando um token não puder mais ser renovado',
    troubleHint: 'Por exemplo, quando você precisa fazer login de novo. Uma vez por token.',
    beforeEnd: 'Avisar antes que um token expire',
    beforeEndHint: 'Só se ele não for renovado automaticamente.',
    never: 'Nunca',
    minutes: '{{count}} minutos antes',
    refused:
      'Este computador não mostrou a última notificação. Veja nas configurações dele se o Token Desk pode mostrar notificações.',
    refusedOnMac:
      'Este Mac não mostrou a última notificação. Veja nos Ajustes do Sistema se o Token Desk pode mostrar notificações. Uma cópia não assinada do Token Desk não mostra nenhuma.',
  },
  theme: {
    label: 'Clara ou escura',
    system: 'Igual a este computador',
    light: 'Clara',
    dark: 'Escura',
  },
  language: {
    label: 'Idioma',
    system: 'Igual a este computador ({{language}})',
  },
  about: {
    title: 'Sobre o Token Desk',
    version: 'Versão {{version}}',
  },
}
