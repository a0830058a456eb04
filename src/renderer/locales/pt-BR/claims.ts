import type { WordsLike } from '../../../shared/words-like.ts'
import type { claims as english } from '../en/claims.ts'

export const claims: WordsLike<typeof english> = {
  notVerified:
    'Isto é o que o token diz de si mesmo. O Token Desk lê, mas não confere a assinatura. Quem confere é o serviço em que você o usa.',
  notVerifiedTerm: 'não verificado',
  notVerifiedHeader:
    'Abaixo está como o token diz que foi feito. O Token Desk lê, mas não confere.',
  encrypted: 'Isto é normal: só o serviço a que ele se destina pode lê-lo.',
  encryptedTerm: 'token criptografado',
  opaque: 'Isto é normal: só o servidor pode ler este token.',
  opaqueMore:
    'Ele tem {{count}} caracteres e funciona como qualquer outro. Você pode copiá-lo e usá-lo assim.',
  opaqueTerm: 'token opaco',
  noToken: 'Quando você tiver um token, verá aqui o que ele diz.',
  contents: 'O que ele diz',
  contentsTerm: 'claims',
  header: 'Como ele é feito',
  headerTerm: 'cabeçalho JWT',
  lockedHeaderTerm: 'cabeçalho JWE',
  value: 'Valor',
  meaning: 'Significado',
  none: 'Nada.',
  repeated: 'aparece mais de uma vez',
  search: 'Buscar neste token',
  clearSearch: 'Limpar a busca',
  foundNothing: 'Nada neste token corresponde.',
  found_one: '{{count}} linha corresponde.',
  found_other: '{{count}} linhas correspondem.',
  showAllRows: 'Mostrar todas as {{count}} linhas',
  showAllText: 'Mostrar todos os {{count}} caracteres',
  yes: 'sim',
  no: 'não',
  empty: 'vazio',
  explained: '{{word}}: {{meaning}}',
  raw: 'Como está no token',
  rawTerm: 'JSON bruto',
  rawClaims: 'O que ele diz, como JSON bruto',
  rawHeader: 'Como ele é feito, como JSON bruto',
  clock: {
    behind:
      'Os horários abaixo são do relógio do servidor. O deste computador está {{duration}} atrasado.',
    ahead:
      'Os horários abaixo são do relógio do servidor. O deste computador está {{duration}} adiantado.',
  },
  notes: 'Bom saber',
  note: {
    'end-missing': 'Falta o fim do token. Copie-o inteiro, do primeiro ao último caractere.',
    'middle-missing': 'Algo no meio do token foi deixado de fora. Copie-o inteiro.',
    'signature-missing':
      'Falta a última parte, a assinatura. Nenhum serviço o aceita assim. Copie-o inteiro.',
    'parts-missing': 'É um token criptografado, e falta uma parte dele. Copie-o inteiro.',
    'part-too-many': 'Ele tem uma parte a mais. Talvez algo tenha sido copiado junto.',
    'written-as-json':
      'Ele está escrito como JSON. A maioria dos serviços quer um token em uma linha, sem chaves.',
    'payload-cut': 'O que ele diz não está completo, por isso não pode ser listado.',
    unsigned: 'Ele não tem assinatura. Qualquer pessoa pode tê-lo escrito ou mudado.',
    'not-yet-valid': 'Ele ainda não pode ser usado. Abaixo está a partir de quando.',
    'issued-in-future':
      'Pelo relógio deste computador, ele foi emitido no futuro. Compare o relógio com o do celular: talvez esteja atrasado.',
    ended: 'Pelo relógio deste computador, ele já expirou. Abaixo está quando.',
    'ends-before-issued':
      'Ele diz que expirou antes de ser emitido. Uma das duas datas deve estar errada.',
    'repeated-names':
      'Um nome aparece mais de uma vez. Os programas não concordam sobre qual vale, por isso você vê todos.',
    detached: 'O conteúdo fica guardado em outro lugar, por isso não há nada para mostrar aqui.',
    'payload-not-encoded': 'O conteúdo está nele como texto simples. É raro, mas permitido.',
    'payload-not-json': 'O conteúdo não tem a forma usual e por isso não cabe em uma lista.',
    'payload-not-utf8': 'O conteúdo não é texto e por isso não cabe em uma lista.',
    'payload-too-deep': 'O conteúdo tem camadas demais e por isso não cabe em uma lista.',
    'payload-too-large': 'Ele diz mais do que cabe em uma lista aqui: mais de 5000 valores.',
    'unusual-dates':
      'Uma data está escrita de um jeito incomum. Outros programas talvez a leiam de outra forma.',
    'impossible-dates': 'Uma data não existe em nenhum calendário. Ela aparece como está no token.',
  },
  inspect: {
    open: 'Examinar um token',
    title: 'Examinar um token',
    intro:
      'Cole um access token para ver o que ele diz. Ele fica neste computador e não é guardado.',
    label: 'Token',
    hint: '“Bearer”, aspas e quebras de linha em volta não atrapalham.',
    clear: 'Limpar',
    close: 'Fechar',
    result: 'O que foi encontrado',
    glance: 'Em resumo',
    found: {
      jwt: 'O token pode ser lido. O que ele diz vem a seguir.',
      header: 'Só se pode ler como o token é feito. Isso vem a seguir.',
      encrypted: 'O token está criptografado. Como ele é feito vem a seguir.',
      opaque: 'Não há nada para ler no token.',
    },
    answer:
      'Esta é a resposta completa do servidor. O token dentro dela só o servidor pode ler. Isso é normal.',
    words: 'Isto não parece um token.',
    tooLong: 'Este texto é longo demais para um token. Cole só o token.',
    opaque: 'Não há nada para ler nele. Isso é normal: muitos tokens só o servidor pode ler.',
    opaqueMore_one: 'Ele tem um caractere. Se você esperava mais, veja se colou tudo.',
    opaqueMore_other: 'Ele tem {{count}} caracteres. Se você esperava mais, veja se colou tudo.',
  },
}
