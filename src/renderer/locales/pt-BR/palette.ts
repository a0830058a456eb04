import type { WordsLike } from '../../../shared/words-like.ts'
import type { palette as english } from '../en/palette.ts'

export const palette: WordsLike<typeof english> = {
  label: 'Encontrar um perfil ou fazer algo',
  placeholder: 'Digite um nome ou o que você quer fazer',
  results: 'O que você pode fazer',
  none: 'Nada corresponde a “{{search}}”.',
  count_one: '{{count}} resultado',
  count_other: '{{count}} resultados',
  profile: {
    copy: 'Copiar cabeçalho: {{name}}',
    get: 'Obter token: {{name}}',
    renew: 'Renovar: {{name}}',
    signIn: 'Fazer login: {{name}}',
    open: 'Mostrar: {{name}}',
  },
  do: {
    'new-profile': 'Novo perfil',
    import: 'Colar um comando cURL ou abrir um arquivo',
    settings: 'Configurações',
    security: 'Segurança e frase secreta',
    lock: 'Bloquear agora',
    inspect: 'Examinar um token',
    backup: 'Fazer ou restaurar backup',
    shortcuts: 'Atalhos de teclado',
    licences: 'Licenças',
  },
}
