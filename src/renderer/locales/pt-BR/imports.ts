import type { WordsLike } from '../../../shared/words-like.ts'
import type { imports as english } from '../en/imports.ts'

export const imports: WordsLike<typeof english> = {
  open: 'Colar um comando cURL',
  title: 'Configurar com o que você recebeu',
  intro:
    'Seu provedor enviou um comando que começa com curl, ou um arquivo? O Token Desk o lê e preenche o perfil. Tudo fica neste computador.',
  field: 'Comando cURL',
  fieldHint:
    'Copie tudo, de “curl” até o fim. Um comando do PowerShell ou o endereço de uma página de login também serve.',
  file: 'Ou um arquivo do Postman, da Infor (.ionapi) ou de um colega (.tokendesk).',
  chooseFile: 'Escolher um arquivo',
  orDrop: 'Você também pode soltá-lo em qualquer lugar desta janela.',
  fileChosen: 'Arquivo: {{name}}',
  removeFile: 'Remover este arquivo',
  drop: 'Solte o arquivo para configurar um perfil com ele',
  create: 'Criar perfil',
  createHint: 'Depois o Token Desk pede um token a {{server}}.',
  createSignInHint: 'Depois você faz login, e o Token Desk obtém um token de {{server}}.',
  understood: 'O que o Token Desk entendeu',
  which: 'Qual deles?',
  whichHint: 'Há vários nele. Cada um pode virar um perfil.',
  given: 'Informado',
  extra: { parameter: 'Parâmetro extra', header: 'Cabeçalho extra' },
  emptyValue: 'vazio',
  on: 'Ligado',
  missing: 'Ainda falta, veja abaixo',
  needed: 'Ainda falta',
  neededHint:
    'O resto estava lá. Algo como YOUR_CLIENT_ID é só um exemplo, por isso conta como faltando.',
  neededAddress: 'Falta um endereço? Clique em “Buscar configurações”, e o Token Desk o procura.',
  neededShared: 'Um arquivo compartilhado nunca contém esses dados. Preencha os seus.',
  profile: 'O perfil',
  suggestion: 'Isto é para {{provider}}? Só pelo endereço não dá para saber.',
  useSuggestion: 'Sim, usar {{provider}}',
  found: {
    whole: 'Entendido. Não falta nada.',
    partly: 'Entendido, mas nem tudo pôde ser usado. Veja abaixo o que ficou de fora.',
    missing_one: 'Entendido. Ainda falta uma coisa.',
    missing_other: 'Entendido. Ainda faltam {{count}} coisas.',
  },
  source: {
    curl: 'de um comando cURL',
    powershell: 'de um comando do PowerShell',
    'postman-environment': 'de um ambiente do Postman',
    'postman-collection': 'de uma coleção do Postman',
    ionapi: 'de um arquivo .ionapi',
    'share-file': 'de um arquivo do Token Desk',
    address: 'do endereço de uma página de login',
  },
  empty: 'Cole um comando ou escolha um arquivo primeiro.',
  tooLong: 'Isto é longo demais. O Token Desk lê até um milhão de caracteres.',
  fileTooLarge: '“{{name}}” é grande demais. O Token Desk lê arquivos de até 1 MB.',
  fileForeign:
    '“{{name}}” não é um arquivo do Token Desk, embora o nome pareça. Peça ao seu colega que o envie de novo.',
  fileWaits: 'O arquivo que você abriu aparece assim que você desbloquear o Token Desk.',
  fileUnreadable: 'Não foi possível ler “{{name}}”. Ele ainda está lá?',
  nothing: {
    'not-recognised':
      'Isto não parece um comando. Um comando começa com curl ou Invoke-RestMethod. Você o copiou desde o começo?',
    'unknown-file':
      'O Token Desk não consegue ler este tipo de arquivo. Ele lê arquivos do Postman, .ionapi e .tokendesk.',
    'unclosed-quote': 'O comando parece cortado: uma aspa nunca é fechada. Copie tudo de novo.',
    'no-address': 'Não há endereço web neste comando. Você copiou tudo?',
    'no-token-request':
      'Isto pode ser lido, mas nada nele pede um token. Procure um comando ou arquivo que peça. Muitas vezes a palavra “token” está no endereço.',
    'token-in-script':
      'Um script neste arquivo pede o token, e o Token Desk não lê scripts. Procure nele o endereço do token, o client ID e o client secret, e preencha um perfil novo com eles.',
    'other-grant': 'Isto obtém um token de uma forma que o Token Desk ainda não aceita.',
    'damaged-json':
      'Este arquivo está cortado ou danificado, por isso não pode ser lido. Peça-o de novo.',
    'newer-share-file':
      'Este arquivo foi feito por uma versão mais nova do Token Desk. Instale essa versão, ou peça os dados ao seu colega.',
    'damaged-share-file':
      'Este arquivo foi alterado ou danificado, por isso não é usado. Peça ao seu colega que o envie de novo.',
    'too-complicated':
      'A leitura demorou demais, por isso o Token Desk parou. Cole só o comando que pede um token ou escolha um arquivo menor.',
  },
  warning: {
    'other-address':
      'Não se sabe se {{provider}} usa {{server}}. Veja de onde isto veio antes de digitar um dado secreto ou de usar um token: eles seriam enviados para lá.',
    'service-elsewhere':
      '“Copiar como…” e “Testar o token” enviariam seu token a {{server}}. Confira se este é o serviço que você quer usar.',
    'plus-is-space':
      'Há um + nos seus dados. Enviado assim, os servidores o leem como espaço, e o Token Desk também leu. Se o + faz parte, digite esse dado de novo em “Editar perfil”.',
  },
  leftOut: {
    title: 'O que o Token Desk não pôde usar',
    rest: 'Não é necessário aqui',
    'unknown-option': 'O Token Desk não conhece isto.',
    'stray-word': 'A palavra depois disto não faz parte de nada.',
    'no-effect': 'Não faz diferença para o token.',
    unsafe: 'O Token Desk sempre confere se chegou ao servidor certo.',
    connection: 'O Token Desk usa as configurações de conexão deste computador.',
    cookies: 'O Token Desk não envia cookies.',
    'other-credentials': 'O Token Desk não aceita este tipo de login.',
    'second-authentication': 'Aparece duas vezes. O Token Desk usa o cabeçalho Basic.',
    'reads-file': 'O valor está em um arquivo separado.',
    'always-post': 'O Token Desk sempre envia POST, como exige o padrão.',
    computed: 'Um script calcula este valor. O Token Desk não executa scripts.',
    'sent-as-form': 'O Token Desk envia estes valores como um formulário simples.',
    'moved-to-body': 'Tirado do endereço, onde outros podiam ler.',
    'not-sendable': 'Assim não pode ser enviado.',
    repeated: 'Aparece duas vezes. Vale a primeira.',
    nested: 'O valor é uma lista ou um grupo, e isso não pode ser enviado.',
    'not-needed': 'Um perfil não precisa disto.',
    'to-fill-in':
      'O valor não está no texto. Se for preciso, preencha-o depois em “Editar perfil”.',
    'used-up': 'Era para um único login. O Token Desk obtém outro.',
    'not-used': 'Este grant type não o usa, por isso não é enviado.',
    'repeated-last': 'Aparece duas vezes. Vale a última.',
    'own-value': 'O Token Desk envia aqui o próprio valor.',
    'other-site': 'Isto pede outro site deste servidor. O Token Desk usa o do endereço.',
    'says-form': 'Aqui diz que é um formulário, mas é JSON. O Token Desk envia JSON.',
    'sent-as-text': 'O Token Desk o envia como texto, entre aspas.',
    'after-semicolon':
      'O curl deixa de fora o que vem depois de um ponto e vírgula, e o Token Desk também deixou. Se faz parte do valor, digite o valor de novo.',
    'line-break': 'Uma quebra de linha no final foi removida.',
    'sent-in-body': 'O Token Desk o envia na solicitação, não no endereço.',
    'sent-once': 'É enviado uma vez, no cabeçalho Basic.',
    'repeats-secret': 'Repete parte de um dado secreto. Adicione de novo se for necessário.',
  },
}
