import type { WordsLike } from '../../../shared/words-like.ts'
import type { claims as english } from '../en/claims.ts'

export const claims: WordsLike<typeof english> = {
  notVerified:
    'Isto é o que o token diz de si mesmo. O Token Desk lê, mas não confere a assinatura. Quem confere é o serviço em que você o usa.',
  notVerifiedTerm: 'não verificado',
  notVerifiedHeader:
    'É assim que o token diz que foi feito. O Token Desk lê isso, mas não confere.',
  encrypted: 'Isto é normal: só o serviço a que ele se destina pode lê-lo.',
  encryptedTerm: 'token criptografado',
  opaque: 'Isto é normal: só o servidor pode ler este token.',
  opaqueMore:
    'Ele tem {{count}} caracteres e funciona como qualquer outro. Você pode copiá-lo e usá-lo como está.',
  opaqueTerm: 'token opaco',
  noToken: 'Quando você tiver um token, verá aqui o que ele diz.',
  contents: 'O que ele diz',
  contentsTerm: 'claims',
  header: 'Como ele foi feito',
  headerTerm: 'cabeçalho JWT',
  lockedHeaderTerm: 'cabeçalho JWE',
  value: 'Valor',
  meaning: 'Significado',
  none: 'Nada.',
  repeated: 'aparece mais de uma vez',
  search: 'Buscar neste token',
  clearSearch: 'Limpar a busca',
  foundNothing: 'Nada encontrado neste token.',
  found_one: '{{count}} linha encontrada.',
  found_other: '{{count}} linhas encontradas.',
  showAllRows: 'Mostrar todas as {{count}} linhas',
  showAllText: 'Mostrar todos os {{count}} caracteres',
  yes: 'sim',
  no: 'não',
  empty: 'vazio',
  explained: '{{word}}: {{meaning}}',
  raw: 'Exatamente como no token',
  rawTerm: 'JSON bruto',
  rawClaims: 'O que ele diz, como JSON bruto',
  rawHeader: 'Como ele foi feito, como JSON bruto',
  clock: {
    behind:
      'Os horários abaixo seguem o relógio do servidor. O relógio deste computador está {{duration}} atrasado.',
    ahead:
      'Os horários abaixo seguem o relógio do servidor. O relógio deste computador está {{duration}} adiantado.',
  },
  notes: 'Bom saber',
  note: {
    'end-missing': 'Falta o fim do token. Copie-o inteiro, do primeiro ao último caractere.',
    'middle-missing': 'Falta algo no meio do token. Copie-o inteiro.',
    'signature-missing':
      'Falta a última parte, a assinatura. Nenhum serviço o aceita assim. Copie-o inteiro.',
    'parts-missing': 'Este é um token criptografado, e falta uma parte dele. Copie-o inteiro.',
    'part-too-many': 'Ele tem uma parte a mais. Talvez você tenha copiado outra coisa junto.',
    'written-as-json':
      'Ele está escrito como JSON. A maioria dos serviços quer um token em uma linha, sem chaves.',
    'payload-cut': 'O conteúdo está cortado e por isso não pode ser listado.',
    unsigned: 'Ele não tem assinatura. Qualquer pessoa pode tê-lo escrito ou mudado.',
    'not-yet-valid': 'Ele ainda não pode ser usado. Veja abaixo a partir de quando.',
    'issued-in-future':
      'Pelo relógio deste computador, ele foi emitido no futuro. Compare o relógio com o do celular: talvez esteja atrasado.',
    ended: 'Pelo relógio deste computador, ele já expirou. Veja abaixo quando.',
    'ends-before-issued':
      'Ele diz que expirou antes de ser emitido. Uma das duas datas deve estar errada.',
    'repeated-names':
      'Um nome aparece mais de uma vez. Os programas não concordam sobre qual vale, por isso você vê todos.',
    detached: 'O conteúdo fica guardado em outro lugar, por isso não há nada para mostrar aqui.',
    'payload-not-encoded': 'O conteúdo está em texto simples. É raro, mas permitido.',
    'payload-not-json': 'O conteúdo não tem a forma usual e por isso não pode ser listado.',
    'payload-not-utf8': 'O conteúdo não é texto e por isso não pode ser listado.',
    'payload-too-deep': 'O conteúdo tem níveis demais e por isso não pode ser listado.',
    'payload-too-large': 'Ele tem mais do que pode ser listado aqui: mais de 5000 valores.',
    'unusual-dates':
      'Uma data está escrita de um jeito incomum. Outros programas talvez a leiam de outra forma.',
    'impossible-dates': 'Uma data nele não existe. Ela aparece exatamente como no token.',
  },
  inspect: {
    open: 'Examinar um token',
    title: 'Examinar um token',
    intro: 'Cole um access token para ver o que ele diz. Ele fica neste computador e não é salvo.',
    label: 'Token',
    hint: 'Não há problema se houver “Bearer”, aspas ou quebras de linha em volta.',
    clear: 'Limpar',
    close: 'Fechar',
    result: 'O que foi encontrado',
    glance: 'Em resumo',
    found: {
      jwt: 'O token pode ser lido. Veja abaixo o que ele diz.',
      header: 'Só dá para ler como o token foi feito. Veja abaixo.',
      encrypted: 'O token está criptografado. Veja abaixo como ele foi feito.',
      opaque: 'Não há nada para ler no token.',
    },
    answer:
      'Esta é a resposta completa do servidor. Só o servidor pode ler o token nela. Isso é normal.',
    words: 'Isto não parece um token.',
    tooLong: 'Este texto é longo demais para um token. Cole só o token.',
    opaque:
      'Não há nada para ler nele. Isso é normal: muitos tokens só podem ser lidos pelo servidor.',
    opaqueMore_one: 'Ele tem um caractere. Se você esperava mais, veja se colou tudo.',
    opaqueMore_other: 'Ele tem {{count}} caracteres. Se você esperava mais, veja se colou tudo.',
  },
}
