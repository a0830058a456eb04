import type { WordsLike } from '../../../shared/words-like.ts'
import type { security as english } from '../en/security.ts'

export const security: WordsLike<typeof english> = {
  open: 'Segurança',
  title: 'Segurança',
  intro:
    'Como seus dados secretos e tokens são guardados neste computador, e quando o Token Desk é bloqueado.',
  close: 'Fechar',
  passphrase: {
    title: 'Frase secreta',
    none: 'Crie uma frase secreta para bloquear o Token Desk. Ela também abre seus dados se o cofre de chaves deste computador falhar.',
    noneMemory:
      'Este computador não tem cofre de chaves. Com uma frase secreta, seus dados secretos podem ser salvos aqui mesmo assim.',
    isSet: 'Há uma frase secreta.',
    onlyKey: 'Ela é a única chave. Sem ela, ninguém abre seus dados secretos, nem nós.',
    leaves: 'Ela será removida depois que o cofre de chaves abrir o Token Desk mais uma vez.',
    current: 'Frase secreta atual',
    currentNeeded: 'Digite sua frase secreta atual.',
    field: 'Nova frase secreta',
    again: 'Repita a frase secreta',
    hint: 'Pelo menos {{count}} caracteres. Quatro ou cinco palavras sem relação entre si funcionam bem e são fáceis de lembrar.',
    tooLong: 'Use no máximo {{count}} caracteres.',
    removeWhat:
      'Sem uma frase secreta, o Token Desk não pode ser bloqueado, e só o cofre de chaves deste computador abre seus dados secretos.',
    tooShort: 'Use pelo menos {{count}} caracteres.',
    notTheSame: 'As duas frases secretas não são iguais.',
    set: 'Criar frase secreta',
    change: 'Mudar frase secreta',
    remove: 'Remover frase secreta',
    cancel: 'Cancelar',
  },
  strength: {
    easy: 'Fácil de adivinhar. Acrescente mais duas ou três palavras.',
    fair: 'Melhor. Mais uma palavra a torna difícil de adivinhar.',
    good: 'Difícil de adivinhar.',
  },
  keyStore: {
    title: 'Abertura',
    label: 'Abrir sem a frase secreta neste computador',
    hint: 'O cofre de chaves deste computador abre o Token Desk. Se você desligar isto, digita a frase secreta a cada vez.',
    leaves: 'Depois que você digitar a frase secreta mais uma vez, só ela vai abrir o Token Desk.',
    confirm: 'Digite sua frase secreta, para não ficar sem acesso.',
    confirmButton: 'Pedir a cada vez',
    changed: 'O cofre de chaves tem uma chave diferente de antes.',
    useThis: 'Usar este cofre de chaves de agora em diante',
  },
  lock: {
    title: 'Bloqueio',
    now: 'Bloquear agora',
    nowHint: 'Sua frase secreta desbloqueia de novo. Você também pode bloquear com {{keys}}.',
    needsPassphrase:
      'Crie antes uma frase secreta. Você precisa dela para desbloquear o Token Desk.',
    byItself: 'Bloquear automaticamente:',
    idle: 'Quando o computador não é usado',
    never: 'Nunca',
    minutes_one: 'Depois de {{count}} minuto',
    minutes_other: 'Depois de {{count}} minutos',
    refused: 'O Token Desk não está bloqueado',
    wouldBeLost: 'Algo está só na memória e se perderia.',
    typingLost: 'O Token Desk foi bloqueado durante a digitação. O que não estava salvo se perdeu.',
    onScreenLock: 'Quando a tela é bloqueada',
    onScreenLockLinux: 'Nem todo ambiente Linux avisa quando a tela é bloqueada.',
    idleTime: {
      'never-reported':
        'Isto não funciona neste ambiente, porque ele não informa há quanto tempo o computador está sem uso.',
      unreliable:
        'Isto pode ocorrer cedo demais, ou nem ocorrer: neste ambiente o Token Desk vê só uma parte do que você digita e clica.',
    },
    onSleep: 'Quando o computador entra em suspensão',
  },
  closed:
    'Não há nada para configurar aqui enquanto seus dados secretos salvos estão bloqueados. Quando o cofre de chaves deste computador responder, escolha “Tentar de novo” acima.',
  said: {
    passphraseSet: 'Frase secreta criada.',
    passphraseRemoved: 'Frase secreta removida.',
    protectedNow: 'Agora seus dados secretos estão protegidos e salvos.',
  },
}
