import type { WordsLike } from '../../../shared/words-like.ts'
import type { shortcuts as english } from '../en/shortcuts.ts'

export const shortcuts: WordsLike<typeof english> = {
  open: 'Atalhos de teclado',
  title: 'Atalhos de teclado',
  close: 'Fechar',
  everywhere: 'Em qualquer lugar',
  inList: 'Na lista de perfis',
  key: {
    Mod: 'Ctrl',
    Space: 'Espaço',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Home: 'Home',
    End: 'End',
    Enter: 'Enter',
  },
  what: {
    palette: 'Encontrar um perfil ou fazer algo',
    search: 'Buscar na lista',
    'new-profile': 'Novo perfil',
    'edit-profile': 'Editar o perfil mostrado',
    'get-token': 'Obter ou renovar o token dele',
    'copy-header': 'Copiar o cabeçalho dele, se nada estiver selecionado',
    lock: 'Bloquear agora',
    shortcuts: 'Mostrar estes atalhos',
    'list-move': 'Percorrer a lista',
    'list-copy': 'Copiar o cabeçalho e mostrar o perfil',
    'list-open': 'Mostrar o perfil',
    'list-folder': 'Fechar ou abrir uma pasta',
  },
}
