import type { WordsLike } from '../../../shared/words-like.ts'
import type { backup as english } from '../en/backup.ts'

export const backup: WordsLike<typeof english> = {
  title: 'Backup',
  intro:
    'Coloque todos os seus perfis em um arquivo e traga-os de volta: neste computador ou em outro.',
  close: 'Fechar',
  link: {
    title: 'Backup',
    hint: 'Guarde uma cópia de todos os seus perfis em um arquivo, ou traga-os de volta dele.',
    open: 'Fazer ou restaurar backup',
  },
  write: {
    title: 'Fazer backup',
    what: 'O arquivo contém seus perfis com as senhas e os client secrets, trancados com uma frase secreta própria. Os tokens não vão junto. Depois de restaurar, obtenha novos com um clique.',
    keep: 'Decore a frase secreta do backup ou guarde-a em um lugar seguro: sem ela ninguém abre o backup, nem nós.',
    nothing: 'Não há nada para pôr em um backup agora: nenhum perfil salvo está desbloqueado.',
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
      '{{count}} perfil está no backup sem o refresh token, porque só uma cópia dele pode funcionar. Depois de restaurar, você precisa de um novo do seu provedor:',
    withoutRefreshToken_other:
      '{{count}} perfis estão no backup sem o refresh token, porque só uma cópia dele pode funcionar. Depois de restaurar, você precisa de novos dos seus provedores:',
  },
  restore: {
    open: 'Restaurar um backup',
    title: 'Restaurar',
    what: 'Você vê o que mudaria antes de qualquer mudança.',
    choose: 'Escolher arquivo de backup',
    chooseOther: 'Escolher outro arquivo',
    chosen: 'Digite a frase secreta com que “{{fileName}}” foi salvo.',
    openFile: 'Abrir backup',
    cancel: 'Cancelar',
    memoryOnly:
      'Este computador não tem um lugar seguro para dados secretos. O que você restaurar fica na memória e some quando o Token Desk for fechado. Para guardar, crie antes uma frase secreta em “Segurança”.',
    madeAt: 'Este backup foi feito em: {{when}}.',
    nothingInIt: 'Não há nenhum perfil neste backup.',
    fresh_one: '{{count}} perfil que você não tem aqui',
    fresh_other: '{{count}} perfis que você não tem aqui',
    same_one: '{{count}} perfil que está igual aqui',
    same_other: '{{count}} perfis que estão iguais aqui',
    different_one: '{{count}} perfil com dados diferentes dos daqui',
    different_other: '{{count}} perfis com dados diferentes dos daqui',
    locked_one: '{{count}} perfil que está bloqueado aqui e fica como está',
    locked_other: '{{count}} perfis que estão bloqueados aqui e ficam como estão',
    missing_one: '{{count}} perfil daqui que não está no backup',
    missing_other: '{{count}} perfis daqui que não estão no backup',
    notIncluded_one: '{{count}} perfil não pôde ser lido quando este backup foi feito',
    notIncluded_other: '{{count}} perfis não puderam ser lidos quando este backup foi feito',
    withoutRefreshToken_one: '{{count}} perfil precisa depois de um novo refresh token',
    withoutRefreshToken_other: '{{count}} perfis precisam depois de novos refresh tokens',
    elsewhere_one: '{{count}} perfil usaria outro endereço',
    elsewhere_other: '{{count}} perfis usariam outros endereços',
    elsewhereWhat:
      'Depois de restaurar, dados secretos ou tokens seriam enviados a estes servidores. Confira se você os conhece:',
    more_one: 'e mais {{count}}',
    more_other: 'e mais {{count}}',
    how: 'O que deve acontecer?',
    merge: 'Juntar ao que eu tenho',
    mergeHint: 'Nada daqui é removido.',
    replace: 'Substituir tudo',
    replaceHint_one:
      'Deixa tudo como estava no backup. {{count}} perfil que não está nele é removido.',
    replaceHint_other:
      'Deixa tudo como estava no backup. {{count}} perfis que não estão nele são removidos.',
    differentTitle: 'Perfis com dados diferentes',
    keepMine: 'Manter os meus',
    takeBackup: 'Usar os do backup',
    button: 'Restaurar',
    nothingToDo: 'Não há nada para restaurar: tudo já está aqui.',
    confirmTitle_one: 'Remover {{count}} perfil?',
    confirmTitle_other: 'Remover {{count}} perfis?',
    confirmWhat:
      'Estes não estão no backup. Seus dados secretos e tokens são removidos deste computador, e ninguém pode trazê-los de volta:',
    confirmNo: 'Cancelar',
    confirmYes_one: 'Substituir tudo e remover {{count}}',
    confirmYes_other: 'Substituir tudo e remover {{count}}',
    done: 'Restaurado. Novos: {{added}}. Mudados: {{changed}}. Removidos: {{removed}}.',
    tokens: 'Escolha um perfil e obtenha um token para ver se funciona.',
    stopped:
      'Parou antes do fim. Novos: {{added}}. Mudados: {{changed}}. Removidos: {{removed}}. O resto está como era, e você pode restaurar de novo.',
  },
}
