import type { WordsLike } from '../../../shared/words-like.ts'
import type { updates as english } from '../en/updates.ts'

export const updates: WordsLike<typeof english> = {
  part: 'Novas versões',
  title: 'Saiu a versão {{version}} do Token Desk',
  since: 'A versão {{version}} saiu em {{date}}. Baixe-a em {{host}}.',
  now: 'Ela saiu em {{date}}. Você tem a versão {{own}}. Baixe a nova em {{host}}.',
  openPage: 'Abrir a página',
  notNow: 'Agora não',
  tell: 'Avisar sobre novas versões',
  tellHint:
    'O Token Desk consulta então {{host}} uma vez por dia. Ele não envia mais nada e nunca instala nada.',
  lookNow: 'Verificar agora',
  result: {
    newest: 'Você tem a versão mais nova.',
    'no-answer':
      'Não foi possível verificar: não houve resposta. Confira sua conexão com a internet.',
    'odd-answer':
      'Não foi possível verificar: a resposta não era uma lista de versões. Tente outro dia.',
    'not-secure': 'Não foi possível verificar: o servidor não conseguiu provar quem ele é.',
    'not-genuine':
      'Não foi possível verificar: a resposta não vem de quem faz este app e foi ignorada.',
    'out-of-date':
      'Não foi possível verificar: a resposta é antiga demais. Confira a data deste computador ou tente outro dia.',
  },
}
