import type { WordsLike } from '../../../shared/words-like.ts'
import type { form as english } from '../en/form.ts'

export const form: WordsLike<typeof english> = {
  newTitle: 'Novo perfil',
  editTitle: 'Editar “{{name}}”',
  duplicateTitle: 'Duplicar “{{name}}”',
  duplicateIntro:
    'Todas as configurações são copiadas, mas não os dados secretos: outra conta ou outro ambiente tem os seus. Preencha-os.',
  intro: 'Copie estes dados do que seu provedor enviou. Tudo fica neste computador.',
  save: 'Salvar',
  saveAndGet: 'Salvar e obter token',
  saveAndSignIn: 'Salvar e fazer login',
  copy: 'Copiar',
  copied: 'Copiado',
  cancel: 'Cancelar',
  leaveTitle: 'Sair sem salvar?',
  leaveWhat: 'O que você digitou aqui ainda não está salvo.',
  lockTitle: 'Bloquear sem salvar?',
  lockAnyway: 'Bloquear agora',
  stay: 'Continuar editando',
  discard: 'Descartar',
  optional: 'Opcional.',
  chooseProvider: 'Escolha …',
  justLooking: 'Não tem os dados à mão?',
  moreOptions: 'Mais opções',
  problems_one: 'Um campo precisa da sua atenção.',
  problems_other: '{{count}} campos precisam da sua atenção.',
  savedSecret: 'Salvo – deixe vazio para manter',
  showSecret: 'Mostrar o que digito em {{label}}',
  label: {
    name: 'Nome',
    provider: 'Provedor',
    tokenEndpoint: 'Token endpoint',
    grantType: 'O que você recebeu?',
    clientAuthentication: 'Autenticação do cliente',
    encoding: 'Codificação no cabeçalho Basic',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    userName: 'Nome de usuário',
    password: 'Senha',
    userNameField: 'Campo do nome de usuário',
    refreshToken: 'Refresh token',
    scope: 'Scope',
    keepFresh: 'Renovar automaticamente',
    refreshEndpoint: 'Endereço de renovação',
    audience: 'Audience',
    resource: 'Resource',
    bodyFormat: 'Formato do corpo',
    sentWith: 'Enviar',
    keepSecret: 'Manter em segredo',
    apiAddress: 'Endereço do serviço',
    issuer: 'Emissor',
    authorizationEndpoint: 'Endereço de autorização',
    deviceAuthorizationEndpoint: 'Endereço de dispositivo',
    pushedAuthorizationRequestEndpoint: 'Endereço de solicitações enviadas antes',
    revocationEndpoint: 'Endereço de revogação',
    introspectionEndpoint: 'Endereço de verificação',
    userinfoEndpoint: 'Endereço do usuário',
    jwksUri: 'Endereço das chaves',
    redirectAddress: 'Endereço de redirecionamento',
    codeChallengeMethod: 'PKCE',
    responseMode: 'Modo da resposta',
    prompt: 'Pergunta no login (prompt)',
    loginHint: 'Conta a sugerir',
    expectsIssuer: 'Esperar o emissor na resposta',
    sendsOrigin: 'Enviar Origin',
  },
  hint: {
    name: 'O nome na sua lista. Se ficar vazio, será usado o nome do provedor.',
    provider: 'Quem deu os dados a você? Se não estiver na lista, escolha o último item.',
    tokenEndpoint:
      'O endereço web que emite tokens. Seu provedor pode chamá-lo de “token URL”; muitas vezes termina em /token.',
    tokenEndpointKnown:
      'Já preenchido para você. Mude só se o seu provedor informou outro endereço.',
    tokenEndpointServer:
      'O endereço do servidor da sua organização, como api.example.com. O Token Desk o completa.',
    clientAuthentication:
      'Como o ID e o secret são enviados ao servidor. Se você não recebeu instruções, deixe como está.',
    queryWarning:
      'Com Query string, o secret, o refresh token e os parâmetros extras viram parte do endereço web e ficam nos registros do servidor. Use só se o seu provedor exigir.',
    encoding: 'Tente a outra se o servidor recusar um secret que você sabe que está certo.',
    clientId: 'Também chamado de app ID, application ID ou consumer key.',
    clientSecret: 'Também chamado de app secret, API secret ou consumer secret.',
    userName: 'Muitas vezes é um endereço de e-mail.',
    password: 'A senha deste nome de usuário.',
    userNameField: 'Como este servidor chama o nome de usuário. Quase sempre é username.',
    userNameFieldChoice: 'Escolha email_address se o seu nome de usuário for um e-mail.',
    refreshToken: 'Um código longo que você recebeu no lugar de uma senha.',
    scope:
      'Para que o token pode ser usado: palavras separadas por espaços, exatamente como seu provedor enviou.',
    refreshEndpoint:
      'Onde os tokens são renovados, se for em outro endereço. Seu provedor pode chamá-lo de “refresh URL”.',
    audience: 'A quem o token se destina, exatamente como seu provedor enviou.',
    resource:
      'O endereço do serviço a que o token se destina. Se forem vários, separe com espaços.',
    bodyFormat: 'O formato da solicitação do Token Desk. Escolha JSON só se o seu provedor pedir.',
    apiAddress:
      'Onde o token é usado. “Testar o token” e “Copiar como…” o preenchem; um endereço que funcionou fica guardado aqui.',
    keepFresh: 'Renova o token antes que ele expire, enquanto o Token Desk está aberto.',
    authorizationEndpoint:
      'A página em que as pessoas fazem login. Seu provedor pode chamá-la de “authorize URL” ou “auth URL”.',
    deviceAuthorizationEndpoint:
      'O endereço web que emite códigos para outros dispositivos. Seu provedor pode chamá-lo de “device authorization URL”.',
    redirectAddress:
      'Seu navegador volta para cá depois do login. Registre exatamente este endereço no serviço.',
    publicClient:
      'Não recebeu um client secret? Então escolha Nenhuma. Se recebeu, escolha como ele é enviado: quase sempre Cabeçalho Basic.',
    offlineAccess:
      'Sem offline_access no scope, muitos servidores não permitem renovar. Você faria login de novo sempre que o token expirar.',
    loginHint: 'Seu nome de usuário ou e-mail. A página de login então sugere esta conta.',
    prompt:
      'O que a página de login pede todas as vezes, como consent ou login. Quase sempre fica vazio.',
    codeChallengeMethod:
      'Torna inútil um código de login roubado. Desligue só se o servidor não aceitar.',
    responseMode:
      'Como o navegador traz a resposta de volta. Se você não recebeu instruções, deixe como está.',
    sendsOrigin: 'Só para apps registrados na Microsoft como “single-page application”.',
    issuer: 'O nome que o servidor dá a si mesmo nos tokens. Parece um endereço web.',
    expectsIssuer: 'Recusa uma resposta que não diz de qual servidor vem.',
    pushedAuthorizationRequestEndpoint:
      'Se estiver preenchido, o Token Desk envia os dados de um login primeiro para cá.',
    userinfoEndpoint: 'Onde o servidor informa quem fez login.',
    revocationEndpoint: 'Onde se pode pedir ao servidor que cancele um token.',
    introspectionEndpoint: 'Onde o servidor responde a perguntas sobre um token.',
    jwksUri: 'Onde o servidor publica as chaves com que assina os tokens.',
  },
  grant: {
    password: 'Nome de usuário e senha',
    clientCredentials: 'Client ID e secret',
    authorizationCode: 'Faço login com meu navegador',
    deviceCode: 'Um código para outro dispositivo',
    refreshToken: 'Um refresh token',
  },
  grantHint: {
    password: 'Você os digita aqui, e o Token Desk os envia ao servidor.',
    clientCredentials: 'Para um programa que funciona sem usuário.',
    authorizationCode:
      'Seu navegador abre a página de login do próprio serviço. A maioria dos serviços funciona assim.',
    deviceCode:
      'Você faz login no celular ou em outro computador. Escolha se o seu navegador não consegue voltar para cá.',
    refreshToken: 'Um código longo que obtém novos tokens, de um login em outro lugar.',
  },
  pkce: {
    S256: 'Ligado (S256)',
    plain: 'Ligado, mas mais fraco (plain)',
    none: 'Desligado',
  },
  returned: {
    query: 'No endereço (query)',
    form_post: 'Como formulário (form_post)',
  },
  redirect: {
    'busy-port':
      'A porta {{port}} costuma estar ocupada por outros programas ou reservada. Escolha uma como 17842, se o serviço permitir.',
    'to-paste':
      'O Token Desk não consegue receber a resposta neste endereço. Depois do login, você copia o endereço do navegador e cola no Token Desk.',
    'useless-to-others':
      'As pessoas que administram essa página veem o código na resposta. Com PKCE, ele não serve para elas.',
    'seen-by-others':
      'As pessoas que administram essa página veem o código na resposta e poderiam usá-lo. Ligue o PKCE em “Mais opções”.',
    anyPort: 'Qualquer porta livre',
    anyPortHint: 'Este serviço ignora a porta. O Token Desk escolhe uma livre a cada login.',
  },
  authentication: {
    basic: 'Cabeçalho Basic',
    body: 'Corpo da solicitação',
    query: 'Query string',
    none: 'Nenhuma',
  },
  encoding: {
    form: 'Codificados antes, como exige o padrão',
    raw: 'Sem alteração',
  },
  body: {
    form: 'Campos de formulário, como exige o padrão',
    json: 'JSON',
  },
  optionGroup: {
    signIn: 'Login',
    whereAndHow: 'Onde e como',
    server: 'Mais sobre o servidor',
  },
  extraValues: 'Valores extras',
  extraParameters: {
    title: 'Parâmetros extras',
    hint: 'Outros valores de que este servidor precisa. Se você não recebeu instruções, ele não precisa de nenhum.',
    number: 'Parâmetro {{number}}',
    name: 'Nome do parâmetro',
    value: 'Valor do parâmetro',
    remove: 'Remover parâmetro',
    add: 'Adicionar parâmetro',
  },
  extraHeaders: {
    title: 'Cabeçalhos extras',
    hint: 'Valores enviados junto com a solicitação, como a API key de um gateway.',
    number: 'Cabeçalho {{number}}',
    name: 'Nome do cabeçalho',
    value: 'Valor do cabeçalho',
    remove: 'Remover cabeçalho',
    add: 'Adicionar cabeçalho',
  },
  sentWith: {
    always: 'Sempre',
    obtaining: 'Só ao obter um token',
    refreshing: 'Só ao renovar',
    authorizing: 'Somente no login',
  },
  noMoreFit: 'Não é possível adicionar mais de {{most}}.',
  typeAnew: 'Um segredo salvo não pode ser movido nem mostrado. Digite-o de novo.',
  forgets: 'Ao salvar, o que não é mais necessário será removido: {{names}}.',
  missing: {
    presetId: 'Escolha um provedor.',
    tokenEndpoint: 'Informe o token endpoint.',
    clientId: 'Informe o client ID.',
    clientSecret: 'Informe o client secret.',
    userName: 'Informe o nome de usuário.',
    userNameField: 'Informe o campo do nome de usuário.',
    password: 'Informe a senha.',
    refreshToken: 'Informe o refresh token.',
    authorizationEndpoint: 'Informe o endereço de autorização.',
    deviceAuthorizationEndpoint: 'Informe o endereço de dispositivo.',
    redirectAddress: 'Informe o endereço de redirecionamento.',
  },
  problem: {
    required: 'Este campo não pode ficar vazio.',
    'too-long': 'Isto é longo demais.',
    'control-characters': 'Há um caractere invisível aqui. Digite ou copie de novo.',
    'not-a-url': 'Isto não é um endereço web. Deve ser como https://example.com/token.',
    'not-https':
      'O endereço precisa começar com https://. Sem isso, seus dados secretos são enviados sem proteção.',
    'credentials-in-url': 'Tire a senha ou o secret do endereço. Há um campo para isso.',
    'fragment-in-url': 'Tire o # e tudo o que vem depois.',
    'part-to-fill-in':
      'Este endereço ainda tem uma parte entre { e }. Troque-a, com as duas chaves, pelo que seu provedor enviou.',
    'not-a-parameter-name': 'Um nome não pode ter espaços.',
    'reserved-parameter': 'Este tem um campo próprio.',
    'repeated-parameter': 'Este nome aparece duas vezes.',
    'not-a-header-name':
      'O nome de um cabeçalho pode ter letras, números e sinais simples como -, mas não espaços.',
    'reserved-header': 'O Token Desk ou a conexão já envia este cabeçalho. Tire-o daqui.',
    'repeated-header': 'Este cabeçalho aparece duas vezes.',
    'bad-resource':
      'Cada um precisa ser um endereço web completo, como https://api.example.com, sem #.',
    'bad-scope': 'Só letras, números e sinais simples, com espaços entre as palavras.',
    invalid: 'Isto não pode ser usado.',
    'secret-in-browser':
      'Um valor secreto não pode ser enviado no login: ele ficaria no histórico do navegador.',
  },
}
