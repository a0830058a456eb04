import type { WordsLike } from '../../../shared/words-like.ts'
import type { groups as english } from '../en/groups.ts'

export const groups: WordsLike<typeof english> = {
  title: 'Na sua lista',
  folder: 'Pasta',
  folderHint: 'Mantém perfis juntos. Escolha uma ou digite um nome novo.',
  notes: 'Anotações',
  notesHint:
    'Só para você, por exemplo quem enviou os dados. Não coloque senhas aqui: as anotações não são criptografadas.',
  without: 'Sem pasta',
  count_one: '{{count}} perfil',
  count_other: '{{count}} perfis',
  opening_one: 'Abrindo {{count}} perfil …',
  opening_other: 'Abrindo {{count}} perfis …',
  found_one: '{{count}} encontrado',
  found_other: '{{count}} encontrados',
  none: 'Nada encontrado',
  showFolders: 'Mostrar pastas',
  sort: {
    label: 'Ordenar perfis por',
    name: 'Por nome',
    expiry: 'Expira antes',
    'last-used': 'Último uso',
  },
  tag: {
    label: 'Etiqueta',
    hint: 'Marca o perfil, para você não confundir teste e produção.',
    none: 'Nenhuma',
    own: 'Outro nome …',
    name: 'Nome da etiqueta',
    color: 'Cor da etiqueta',
    preview: 'Ela fica assim:',
    suggested: {
      test: 'Teste',
      acceptance: 'Homologação',
      production: 'Produção',
    },
    colors: {
      red: 'Vermelha, cheia',
      amber: 'Âmbar',
      green: 'Verde',
      teal: 'Verde-azulada',
      blue: 'Azul',
      purple: 'Roxa',
      gray: 'Cinza',
    },
  },
}
