import type { WordsLike } from '../../../shared/words-like.ts'
import type * as english from '../en/dialogs.ts'

export const unsaved: WordsLike<typeof english.unsaved> = {
  title: 'Nem tudo está salvo',
  what_one:
    'O Token Desk não conseguiu gravar no disco a última mudança de um perfil. Se você sair agora, ela se perde, e talvez você precise obter novos tokens.',
  what_other:
    'O Token Desk não conseguiu gravar no disco as últimas mudanças de {{count}} perfis. Se você sair agora, elas se perdem, e talvez você precise obter novos tokens.',
  help: 'Libere espaço no disco, ou conecte a unidade, e tente de novo.',
  stay: 'Manter o Token Desk aberto',
  quit: 'Sair e perder isso',
}

export const backupFiles: WordsLike<typeof english.backupFiles> = {
  backups: 'Backups',
  all: 'Todos os arquivos',
}

export const start: WordsLike<typeof english.start> = {
  refused:
    'O Token Desk não abre com {{switches}}, porque isso poderia deixar outras pessoas lerem seus dados secretos. Abra-o sem isso.',
  refusedVariables:
    'O Token Desk não abre enquanto a variável de ambiente {{variables}} estiver definida, porque isso poderia deixar outras pessoas lerem seus dados secretos. Remova-a e abra de novo.',
}

export const practice: WordsLike<typeof english.practice> = {
  name: 'Servidor de prática',
}

export const pageGone: WordsLike<typeof english.pageGone> = {
  title: 'A janela falhou várias vezes',
  what: 'O Token Desk tentou mostrá-la de novo, e ela falhou todas as vezes. Seus perfis e tokens estão seguros.',
  help: 'Se continuar falhando, saia do Token Desk e reinicie o computador.',
  again: 'Tentar de novo',
  quit: 'Sair do Token Desk',
}
