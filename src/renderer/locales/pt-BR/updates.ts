import type { WordsLike } from '../../../shared/words-like.ts'
import type { updates as english } from '../en/updates.ts'

export const updates: WordsLike<typeof english> = {
  part: 'Novas versões',
  title: 'Saiu a versão {{version}} do Token Desk',
  since: 'A versão {{version}} saiu em {{date}}. Você a encontra em {{host}}.',
  now: 'Ela saiu em {{date}}. Você tem a versão {{own}}. Você encontra a nova em {{host}}.',
  openPage: 'Abrir a página',
  notNow: 'Agora não',
  tell: 'Avisar sobre novas versões',
  tellHint:
    'O Token Desk pergunta então uma vez por dia a {{host}}. Ele envia só essa pergunta e nunca instala nada.',
  lookNow: 'Procurar agora',
  result: {
    newest: 'Você tem a versão mais nova.',
    'no-answer': 'Não deu para procurar: não houve resposta. Verifique sua conexão com a internet.',
    'odd-answer':
      'Não deu para procurar: a resposta não era uma lista de versões. Tente outro dia.',
    'not-secure': 'Não deu para procurar: o servidor não conseguiu provar quem ele é.',
    'not-genuine':
      'Não deu para procurar: a resposta não vem de quem faz este aplicativo e foi ignorada.',
    'out-of-date':
      'Não deu para procurar: a resposta é velha demais. Verifique a data deste computador ou tente outro dia.',
  },
}
