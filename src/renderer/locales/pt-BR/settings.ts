import type { WordsLike } from '../../../shared/words-like.ts'
import type { settings as english } from '../en/settings.ts'

export const settings: WordsLike<typeof english> = {
  open: 'Configurações',
  title: 'Configurações',
  close: 'Fechar',
  clear: {
    label: 'Limpar a área de transferência',
    hint: 'Um token que você copiou sai de novo da área de transferência, a não ser que depois você tenha copiado outra coisa.',
    seconds: 'Depois de {{count}} segundos',
    minutes_one: 'Depois de {{count}} minuto',
    minutes_other: 'Depois de {{count}} minutos',
    atClose: 'Só quando eu fechar o Token Desk',
  },
  theme: {
    label: 'Aparência',
    system: 'Como neste computador',
    light: 'Clara',
    dark: 'Escura',
  },
  language: {
    label: 'Idioma',
    system: 'Como neste computador ({{language}})',
  },
  about: {
    title: 'Sobre o Token Desk',
    version: 'Versão {{version}}',
  },
}
