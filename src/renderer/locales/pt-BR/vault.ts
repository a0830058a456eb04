import type { WordsLike } from '../../../shared/words-like.ts'
import type { vault as english } from '../en/vault.ts'

export const vault: WordsLike<typeof english> = {
  'memory-only':
    'Este computador não tem um lugar protegido para dados secretos. Os seus ficam na memória e somem quando você fecha o Token Desk.',
  'memory-only-locked':
    'Seus dados secretos salvos continuam bloqueados, como estão no disco. O que você acrescentar agora fica na memória e some quando você fecha o Token Desk.',
  'key-store-changed': {
    'no-key-store':
      'Aberto com sua frase secreta: o cofre de chaves deste computador não responde agora.',
    'weak-key-store':
      'Aberto com sua frase secreta: esta sessão não tem um cofre de chaves que proteja de verdade.',
    'key-does-not-fit':
      'Aberto com sua frase secreta: o cofre de chaves deste computador tem uma chave diferente da anterior.',
  },
  unlock: {
    title: 'O Token Desk está bloqueado',
    passphrase: 'Frase secreta',
    unlock: 'Desbloquear',
    capsLock: 'Caps Lock está ligado.',
    orPassphrase: 'Sua frase secreta também os abre.',
    tryAgain: 'Tentar de novo',
    useKeyStore: 'Usar o cofre de chaves',
    stillClosed:
      'Ainda não abre. Em alguns computadores é preciso reiniciar o Token Desk antes de pedir de novo ao cofre de chaves.',
    stillUnreadable: 'Ainda não podem ser lidos.',
    restart: 'Reiniciar o Token Desk',
    without: 'Continuar sem eles',
    withoutHint: 'Eles ficam como estão. O que você acrescentar fica na memória.',
    setPassphrase: 'Criar uma frase secreta',
    open: 'Desbloquear',
  },
  lockedTitle: 'Seus dados secretos salvos não podem ser abertos agora',
  locked: {
    'locked-by-user': 'Digite sua frase secreta para continuar.',
    'passphrase-needed': 'Digite sua frase secreta para abrir.',
    'no-key-store':
      'O cofre de chaves deste computador, que guarda a chave deles, não responde. Desbloqueie-o e tente de novo. Nada se perdeu.',
    'weak-key-store':
      'O cofre de chaves que guarda a chave deles não está aí: esta sessão tem um que não protege nada. Entre no seu ambiente de sempre e tente de novo. Nada se perdeu.',
    'key-does-not-fit':
      'O cofre de chaves deste computador tem uma chave diferente da anterior, como acontece com outro usuário ou depois de uma redefinição. Entre no computador como o usuário que os salvou. Nada se perdeu.',
    'vault-damaged':
      'O arquivo com a chave deles está danificado. Restaure-o de um backup. Nada foi mudado.',
    'vault-unreadable':
      'Os arquivos com eles, ou a chave deles, não podem ser lidos agora. Talvez este usuário não possa ler a pasta do Token Desk, ou a unidade não esteja pronta. Pergunte a quem cuida deste computador e tente de novo. Nada foi mudado.',
  },
  'read-only': {
    'newer-format':
      'Um Token Desk mais novo salvou seus perfis. Este os mostra e não muda nada. Instale o mais novo para continuar.',
    'in-use':
      'Outro Token Desk está usando estes perfis, talvez em outro computador ou como outro usuário. Este os mostra e não muda nada. Feche o outro. Depois feche este e abra-o de novo.',
    'changed-elsewhere':
      'Outro Token Desk mudou estes perfis desde que este foi aberto, por isso nada mais é salvo aqui. Copie o que ainda precisar. Depois feche o Token Desk e abra-o de novo.',
  },
  'not-saved_one':
    'A última mudança de um perfil não está no disco. O Token Desk a guarda na memória e tenta de novo. Deixe-o aberto até este aviso sumir.',
  'not-saved_other':
    'As últimas mudanças de {{count}} perfis não estão no disco. O Token Desk as guarda na memória e tenta de novo. Deixe-o aberto até este aviso sumir.',
  quarantined_one:
    'Um perfil está danificado e não pode ser mostrado. Se você tem um backup, restaure-o. O que sobrou dele fica guardado, sem mudança, na pasta “vault” onde o Token Desk guarda seus dados. Se foi possível mover, está ali em “quarantine”. Este aviso some quando você tira os arquivos de lá.',
  quarantined_other:
    '{{count}} perfis estão danificados e não podem ser mostrados. Se você tem um backup, restaure-o. O que sobrou deles fica guardado, sem mudança, na pasta “vault” onde o Token Desk guarda seus dados. Se foi possível mover, está ali em “quarantine”. Este aviso some quando você tira os arquivos de lá.',
  unreadable_one:
    'Um perfil não aparece, porque o arquivo dele não pode ser lido agora. Nada foi mudado. Talvez este usuário não possa lê-lo, ou a unidade não esteja pronta. Feche o Token Desk e abra-o de novo para tentar mais uma vez.',
  unreadable_other:
    '{{count}} perfis não aparecem, porque os arquivos deles não podem ser lidos agora. Nada foi mudado. Talvez este usuário não possa lê-los, ou a unidade não esteja pronta. Feche o Token Desk e abra-o de novo para tentar mais uma vez.',
  'too-large_one':
    'Um perfil não pode ser usado, porque o arquivo dele é grande demais para um perfil. Nada foi mudado. Se você tem uma cópia do arquivo, coloque-a de volta com o Token Desk fechado.',
  'too-large_other':
    '{{count}} perfis não podem ser usados, porque os arquivos deles são grandes demais para um perfil. Nada foi mudado. Se você tem cópias dos arquivos, coloque-as de volta com o Token Desk fechado.',
}
