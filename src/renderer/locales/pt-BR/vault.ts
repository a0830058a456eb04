import type { WordsLike } from '../../../shared/words-like.ts'
import type { vault as english } from '../en/vault.ts'

export const vault: WordsLike<typeof english> = {
  'memory-only': {
    'no-key-store':
      'O cofre de chaves deste computador não responde. Até que ele responda, seus dados secretos só ficam até você fechar o Token Desk.',
    'weak-key-store':
      'Este computador não consegue guardar dados secretos com segurança. Eles só ficam até você fechar o Token Desk. Crie uma frase secreta para salvá-los.',
    'key-store-late':
      'O cofre de chaves deste computador ainda não respondeu. Talvez ele esteja pedindo uma senha em outra janela. Até que ele responda, seus dados secretos ficam só na memória.',
  },
  'memory-only-locked':
    'Seus dados secretos salvos continuam bloqueados e sem alteração. O que você adicionar agora só fica até você fechar o Token Desk.',
  'key-store-changed': {
    'no-key-store':
      'Aberto com sua frase secreta: o cofre de chaves deste computador não responde agora.',
    'weak-key-store':
      'Aberto com sua frase secreta: agora não há um cofre de chaves que proteja de verdade.',
    'key-store-late':
      'Aberto com sua frase secreta: o cofre de chaves deste computador ainda não respondeu.',
    'key-does-not-fit':
      'Aberto com sua frase secreta: o cofre de chaves deste computador tem uma chave diferente de antes.',
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
      'Eles ainda estão bloqueados. Em alguns computadores é preciso reiniciar o Token Desk para consultar o cofre de chaves de novo.',
    stillUnreadable: 'Ainda não podem ser lidos.',
    restart: 'Reiniciar o Token Desk',
    asksAtStart: 'O Token Desk só consulta o cofre de chaves de novo quando inicia.',
    without: 'Continuar sem eles',
    withoutHint: 'Eles ficam como estão. O que você adicionar fica só na memória.',
    setPassphrase: 'Criar uma frase secreta',
    open: 'Desbloquear',
  },
  lockedTitle: 'Seus dados secretos salvos não podem ser abertos agora',
  locked: {
    'locked-by-user': 'Digite sua frase secreta para continuar.',
    'passphrase-needed': 'Digite sua frase secreta para abrir.',
    'no-key-store':
      'A chave deles está no cofre de chaves deste computador, que não responde. Desbloqueie-o ou permita que o Token Desk o use. Nada se perdeu.',
    'key-store-late':
      'A chave deles está no cofre de chaves deste computador, que ainda não respondeu. Talvez ele esteja pedindo uma senha em outra janela. Digite-a lá e tente de novo. Nada se perdeu.',
    'weak-key-store':
      'O cofre com a chave deles não está disponível: esta sessão tem um que não protege nada. Entre no seu ambiente de sempre e tente de novo. Nada se perdeu.',
    'key-does-not-fit':
      'O cofre de chaves deste computador tem uma chave diferente de antes, por exemplo depois de uma redefinição. Entre no computador como o usuário que os salvou. Nada se perdeu.',
    'vault-damaged':
      'O arquivo com a chave deles está danificado. Restaure-o de um backup. Nada foi mudado.',
    'vault-unreadable':
      'Os arquivos com seus dados secretos, ou a chave deles, não podem ser lidos agora. Talvez este usuário não possa ler a pasta do Token Desk, ou a unidade não esteja pronta. Fale com o responsável por este computador e tente de novo. Nada foi mudado.',
  },
  'read-only': {
    'newer-format':
      'Uma versão mais nova do Token Desk salvou seus perfis. Esta os mostra, mas não muda nada. Instale a mais nova para continuar.',
    'in-use':
      'Outra cópia do Token Desk está usando estes perfis, talvez em outro computador ou com outro usuário. Esta os mostra, mas não muda nada. Feche a outra. Depois feche esta e abra-a de novo.',
    'changed-elsewhere':
      'Outra cópia do Token Desk mudou estes perfis desde que esta foi aberta, por isso nada mais é salvo aqui. Copie o que ainda precisar. Depois feche o Token Desk e abra-o de novo.',
  },
  'not-saved_one':
    'A última mudança de um perfil ainda não foi salva. O Token Desk a guarda na memória e tenta de novo. Deixe-o aberto até este aviso sumir.',
  'not-saved_other':
    'As últimas mudanças de {{count}} perfis ainda não foram salvas. O Token Desk as guarda na memória e tenta de novo. Deixe-o aberto até este aviso sumir.',
  quarantined_one:
    'Um perfil está danificado e não pode ser mostrado. Se você tem um backup, restaure-o. O que sobrou dele fica guardado, sem alteração, na pasta “vault” onde o Token Desk guarda seus dados. Se foi possível mover, está ali em “quarantine”. Este aviso some quando você tira os arquivos de lá.',
  quarantined_other:
    '{{count}} perfis estão danificados e não podem ser mostrados. Se você tem um backup, restaure-o. O que sobrou deles fica guardado, sem alteração, na pasta “vault” onde o Token Desk guarda seus dados. Se foi possível mover, está ali em “quarantine”. Este aviso some quando você tira os arquivos de lá.',
  unreadable_one:
    'Um perfil não aparece, porque o arquivo dele não pode ser lido agora. Nada foi mudado. Talvez este usuário não possa lê-lo, ou a unidade não esteja pronta. Para tentar de novo, feche o Token Desk e abra-o outra vez.',
  unreadable_other:
    '{{count}} perfis não aparecem, porque os arquivos deles não podem ser lidos agora. Nada foi mudado. Talvez este usuário não possa lê-los, ou a unidade não esteja pronta. Para tentar de novo, feche o Token Desk e abra-o outra vez.',
  'too-large_one':
    'Um perfil não pode ser usado, porque o arquivo dele é grande demais para um perfil. Nada foi mudado. Se você tem uma cópia do arquivo, coloque-a de volta com o Token Desk fechado.',
  'too-large_other':
    '{{count}} perfis não podem ser usados, porque os arquivos deles são grandes demais para um perfil. Nada foi mudado. Se você tem cópias dos arquivos, coloque-as de volta com o Token Desk fechado.',
}
