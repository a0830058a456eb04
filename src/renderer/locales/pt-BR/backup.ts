import type { WordsLike } from '../../../shared/words-like.ts'
import type { backup as english } from '../en/backup.ts'

export const backup: WordsLike<typeof english> = {
  title: 'Backup',
  intro: 'Salve todos os seus perfis em um arquivo e restaure-os neste computador ou em outro.',
  close: 'Fechar',
  link: {
    title: 'Backup',
    hint: 'Guarde uma cópia de todos os seus perfis em um arquivo, ou restaure-os a partir dele.',
    open: 'Fazer ou restaurar backup',
  },
  write: {
    title: 'Fazer backup',
    what: 'O arquivo contém seus perfis com as senhas e os client secrets, protegidos por uma frase secreta própria. Os tokens não vão junto. Depois de restaurar, obtenha novos com um clique.',
    keep: 'Guarde esta frase secreta na memória ou em um lugar seguro. Sem ela, ninguém abre o backup, nem nós.',
    nothing:
      'Não há nada para o backup agora: você não tem perfis salvos, ou todos estão bloqueados.',
    current: 'Frase secreta atual do Token Desk',
    passphrase: 'Frase secreta do backup',
    button: 'Salvar arquivo de backup',
    done_one: '{{count}} perfil foi salvo em “{{fileName}}”.',
    done_other: '{{count}} perfis foram salvos em “{{fileName}}”.',
    notIncluded_one:
      '{{count}} perfil não está no backup, porque seus dados secretos estão bloqueados:',
    notIncluded_other:
      '{{count}} perfis não estão no backup, porque seus dados secretos estão bloqueados:',
    unreadable_one: '{{count}} perfil não pôde ser lido e por isso também não está no backup.',
    unreadable_other:
      '{{count}} perfis não puderam ser lidos e por isso também não estão no backup.',
    withoutRefreshToken_one:
      '{{count}} perfil está no backup sem o refresh token, porque um refresh token só funciona em um lugar. Depois de restaurar, você vai precisar de um novo do seu provedor:',
    withoutRefreshToken_other:
      '{{count}} perfis estão no backup sem o refresh token, porque um refresh token só funciona em um lugar. Depois de restaurar, você vai precisar de novos dos seus provedores:',
  },
  restore: {
    open: 'Restaurar um backup',
    title: 'Restaurar',
    what: 'Você verá o que mudaria antes que algo mude.',
    choose: 'Escolher arquivo de backup',
    chooseOther: 'Escolher outro arquivo',
    chosen: 'Digite a frase secreta de “{{fileName}}”.',
    openFile: 'Abrir backup',
    cancel: 'Cancelar',
    memoryOnly:
      'Este computador não consegue guardar dados secretos com segurança. O que você restaurar só fica até você fechar o Token Desk. Para salvar, crie antes uma frase secreta em “Segurança”.',
    madeAt: 'Data deste backup: {{when}}.',
    nothingInIt: 'Não há nenhum perfil neste backup.',
    fresh_one: '{{count}} perfil que você não tem aqui',
    fresh_other: '{{count}} perfis que você não tem aqui',
    same_one: '{{count}} perfil igual ao daqui',
    same_other: '{{count}} perfis iguais aos daqui',
    different_one: '{{count}} perfil com dados diferentes dos daqui',
    different_other: '{{count}} perfis com dados diferentes dos daqui',
    locked_one: '{{count}} perfil que está bloqueado aqui e fica como está',
    locked_other: '{{count}} perfis que estão bloqueados aqui e ficam como estão',
    missing_one: '{{count}} perfil daqui que não está no backup',
    missing_other: '{{count}} perfis daqui que não estão no backup',
    notIncluded_one: '{{count}} perfil não pôde ser lido quando este backup foi feito',
    notIncluded_other: '{{count}} perfis não puderam ser lidos quando este backup foi feito',
    withoutRefreshToken_one: '{{count}} perfil vai precisar de um novo refresh token',
    withoutRefreshToken_other: '{{count}} perfis vão precisar de novos refresh tokens',
    elsewhere_one: '{{count}} perfil usaria outro endereço',
    elsewhere_other: '{{count}} perfis usariam outros endereços',
    elsewhereWhat:
      'Depois de restaurar, dados secretos ou tokens seriam enviados a estes servidores. Confira se você os conhece:',
    more_one: 'e mais {{count}}',
    more_other: 'e mais {{count}}',
    how: 'O que deve acontecer?',
    merge: 'Adicionar ao que eu tenho',
    mergeHint: 'Nada daqui é removido.',
    replace: 'Substituir tudo',
    replaceHint_one:
      'Tudo volta a ser como no backup. {{count}} perfil que não está nele será removido.',
    replaceHint_other:
      'Tudo volta a ser como no backup. {{count}} perfis que não estão nele serão removidos.',
    differentTitle: 'Perfis com dados diferentes',
    keepMine: 'Manter os meus',
    takeBackup: 'Usar os do backup',
    button: 'Restaurar',
    nothingToDo: 'Não há nada para restaurar: você já tem tudo.',
    confirmTitle_one: 'Remover {{count}} perfil?',
    confirmTitle_other: 'Remover {{count}} perfis?',
    confirmWhat:
      'Estes não estão no backup. Os dados secretos e tokens deles serão removidos deste computador e não poderão ser recuperados:',
    confirmNo: 'Cancelar',
    confirmYes_one: 'Substituir tudo e remover {{count}}',
    confirmYes_other: 'Substituir tudo e remover {{count}}',
    done: 'Restaurado. Novos: {{added}}. Mudados: {{changed}}. Removidos: {{removed}}.',
    tokens: 'Para conferir se funciona, escolha um perfil e obtenha um token.',
    stopped:
      'A restauração parou antes do fim. Novos: {{added}}. Mudados: {{changed}}. Removidos: {{removed}}. O resto não mudou. Você pode restaurar de novo.',
  },
}
