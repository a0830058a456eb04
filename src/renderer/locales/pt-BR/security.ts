import type { WordsLike } from '../../../shared/words-like.ts'
import type { security as english } from '../en/security.ts'

export const security: WordsLike<typeof english> = {
  open: 'Segurança',
  title: 'Segurança',
  intro:
    'Como seus dados secretos e tokens são guardados neste computador, e quando o Token Desk se bloqueia.',
  close: 'Fechar',
  passphrase: {
    title: 'Frase secreta',
    none: 'Crie uma frase secreta para bloquear o Token Desk, e para abri-lo onde o cofre de chaves não consegue.',
    noneMemory:
      'Com uma frase secreta, seus dados podem ficar guardados neste computador, mesmo sem cofre de chaves.',
    isSet: 'Há uma frase secreta.',
    onlyKey: 'Ela é a única chave: sem ela ninguém abre seus dados secretos, nem nós.',
    leaves: 'Ela será esquecida quando o cofre de chaves tiver aberto o Token Desk mais uma vez.',
    field: 'Nova frase secreta',
    again: 'A mesma mais uma vez',
    hint: 'Pelo menos {{count}} caracteres. Quatro ou cinco palavras sem ligação entre si são uma boa escolha, e fáceis de lembrar.',
    tooLong: 'Use no máximo {{count}} caracteres.',
    removeWhat:
      'Sem uma frase secreta, o Token Desk não pode ser bloqueado, e só o cofre de chaves deste computador abre seus dados secretos.',
    tooShort: 'Use pelo menos {{count}} caracteres.',
    notTheSame: 'As duas não são iguais.',
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
    hint: 'O cofre de chaves deste computador abre o Token Desk. Sem ele, você digita a frase secreta a cada vez.',
    leaves: 'Na próxima vez que você digitar a frase secreta, só ela passa a abrir o Token Desk.',
    confirm: 'Digite sua frase secreta, para não ficar do lado de fora.',
    confirmButton: 'Pedir a cada vez',
    changed: 'O cofre de chaves tem uma chave diferente da anterior.',
    useThis: 'Usar este cofre de chaves de agora em diante',
  },
  lock: {
    title: 'Bloqueio',
    now: 'Bloquear agora',
    nowHint: 'Sua frase secreta abre de novo. Você também pode apertar {{keys}}.',
    needsPassphrase: 'Crie antes uma frase secreta: é ela que abre o Token Desk de novo.',
    byItself: 'Bloquear sozinho:',
    idle: 'Quando ninguém mexe no computador',
    never: 'Nunca',
    minutes_one: 'Depois de {{count}} minuto',
    minutes_other: 'Depois de {{count}} minutos',
    refused: 'O Token Desk não está bloqueado',
    wouldBeLost: 'Algo está só na memória e se perderia.',
    typingLost:
      'O Token Desk se bloqueou enquanto alguém digitava. O que não estava salvo se perdeu.',
    onScreenLock: 'Quando a tela é bloqueada',
    onScreenLockLinux: 'Nem todo ambiente Linux avisa quando a tela é bloqueada.',
    idleTime: {
      'never-reported':
        'Isto não funciona neste ambiente: ele não informa aos programas há quanto tempo ninguém mexe no computador.',
      unreliable:
        'Isto pode ocorrer cedo demais, ou nem ocorrer: neste ambiente o Token Desk vê só uma parte do que você digita e clica.',
    },
    onSleep: 'Quando o computador entra em suspensão',
  },
  closed:
    'Não há nada para escolher aqui enquanto seus dados secretos salvos estão bloqueados. Quando o cofre de chaves deste computador responder, escolha “Tentar de novo” acima.',
  said: {
    passphraseSet: 'Frase secreta criada.',
    passphraseRemoved: 'Frase secreta removida.',
    protectedNow: 'Agora seus dados secretos estão protegidos e salvos.',
  },
}
