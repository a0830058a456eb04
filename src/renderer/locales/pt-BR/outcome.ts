import type { WordsLike } from '../../../shared/words-like.ts'
import type { outcome as english } from '../en/outcome.ts'

export const outcome: WordsLike<typeof english> = {
  todo: 'O que você pode fazer',
  ask: 'A quem perguntar',
  askWhom: {
    details: 'As pessoas que deram estes dados a você podem ajudar.',
    network: 'Os responsáveis pela sua rede podem ajudar. No trabalho, é o departamento de TI.',
    server: 'Se continuar assim, só os responsáveis pelo servidor podem resolver.',
    certificate:
      'Se o relógio está certo, os responsáveis pelo servidor precisam renovar o certificado.',
    renewal:
      'Os responsáveis pelo servidor decidem por quanto tempo um token pode ser renovado. Se esse tempo é curto demais, fale com eles.',
    pace: 'Se isto acontece muito, pergunte aos responsáveis pelo servidor quantas solicitações são permitidas.',
  },
  report:
    'Envie o relatório. Ele mostra a solicitação e a resposta, sem os dados secretos e os tokens.',
  noReport: 'Mostre esta página: ela não tem dados secretos.',
  copyReport: 'Copiar relatório para o suporte',
  getAnew:
    'Escolha “{{action}}”. O Token Desk pede então um token novo, que não precisa da permissão antiga.',
  checkTarget:
    'Em “Mais opções”, confira também “Audience” e “Resource” com o que seu provedor enviou.',
  checkForm:
    'Os dados foram enviados como JSON, e muitos servidores só aceitam campos de formulário. Escolha “Editar perfil” e depois campos de formulário em “Mais opções”.',
  again: 'Você também pode esperar. O Token Desk vai tentar de novo automaticamente: {{moment}}.',
  waitUntil: 'Tente de novo depois de {{time}}. O servidor pediu esta pausa.',
  waitLong: 'Não tente de novo antes de {{time}}. O servidor pediu uma pausa de uma hora ou mais.',
  otherMethods: {
    title: 'Talvez eles só precisem ser enviados de outra forma',
    what: 'Cada servidor quer receber o ID e o secret do seu jeito. O Token Desk pode tentar as outras formas usuais com os mesmos dados e guardar a que funciona.',
    password: 'Seu nome de usuário e sua senha são enviados a cada vez, sem alteração.',
    query:
      'A última destas formas coloca o secret no endereço web, onde os registros do servidor podem guardá-lo.',
    start: 'Tentar as outras formas',
  },
  endpoint: {
    tokenEndpoint: 'token endpoint',
    refreshEndpoint: 'endereço de renovação',
    authorizationEndpoint: 'endereço de autorização',
    deviceAuthorizationEndpoint: 'endereço de dispositivo',
    pushedAuthorizationRequestEndpoint: 'endereço de solicitações enviadas antes',
  },
  obtained: { title: 'Você tem um token novo' },
  'client-refused': {
    title: 'O servidor não aceitou o client ID ou o client secret',
    what: 'O servidor respondeu, mas não conhece este ID com este secret.',
    whatAll:
      'O Token Desk tentou todas as formas usuais de enviá-los, e o servidor recusou cada uma. Então o client ID ou o client secret deve estar errado.',
    whatAllPassword:
      'O Token Desk tentou todas as formas usuais de enviá-los, e o servidor recusou cada uma. Então o client ID ou o client secret está errado ou, em alguns servidores, o nome de usuário ou a senha.',
    whatAllUnclear:
      'O Token Desk tentou todas as formas usuais de enviá-los, e o servidor recusou cada uma sem dizer por quê. Talvez o ID ou o secret esteja errado, ou o servidor queira saber para que serve o token.',
    whatSome:
      'O servidor recusou algumas das formas usuais de enviá-los. Nas outras não veio uma resposta clara, então o ID e o secret ainda podem estar certos.',
    methodsRefused: 'Recusadas',
    methodsOpen: 'Não foi possível tentar',
    checkSpelling:
      'Escolha “Editar perfil” e copie de novo o client ID e o client secret, sem espaço antes ou depois.',
    titleIdAlone: 'O servidor não aceitou o client ID',
    whatIdAlone: 'O servidor respondeu, mas não aceita este client ID sem um secret.',
    checkIdSpelling:
      'Escolha “Editar perfil” e copie de novo o client ID, sem espaço antes ou depois.',
    checkSecret:
      'Você recebeu também um client secret? Então escolha ali, em “Autenticação do cliente”, como ele é enviado.',
    titleUnclear: 'O servidor recusou e não disse por quê',
    whatUnclear:
      'Talvez o client ID ou o client secret esteja errado, ou o servidor queira saber para que serve o token.',
    checkScope: 'O scope está vazio. Se você recebeu um, escolha “Editar perfil” e preencha-o.',
    checkWay:
      'Se estão certos, pergunte como devem ser enviados: em um cabeçalho ou na solicitação.',
    checkOpen:
      'Espere alguns minutos, escolha “{{action}}” e depois tente de novo as outras formas.',
    checkValid: 'Pergunte se o secret ainda vale: alguns são trocados depois de um tempo.',
  },
  'user-refused': {
    title: 'O servidor não aceitou o nome de usuário ou a senha',
    what: 'O problema não foi o client ID nem o secret. O servidor não deixou este usuário entrar.',
    whatIdAlone: 'O problema não foi o client ID. O servidor não deixou este usuário entrar.',
    checkSpelling:
      'Escolha “Editar perfil” e digite de novo o nome de usuário e a senha. Maiúsculas e minúsculas fazem diferença.',
    checkElsewhere: 'Tente fazer login no site do provedor com o mesmo nome de usuário.',
    checkRepeat:
      'Não tente muitas vezes: muitos servidores bloqueiam a conta depois de algumas senhas erradas.',
  },
  'needs-sign-in': {
    title: 'O servidor quer que você faça login de novo',
    what: 'A permissão para renovar este token expirou ou foi retirada. Isso é normal depois de um tempo.',
    whatSignIn: 'O serviço não aceitou este login ou quer perguntar mais alguma coisa.',
    titleTyped: 'O servidor não aceitou o refresh token',
    whatTyped:
      'Ele nunca funcionou aqui: pode estar incompleto, ser de outro client ID ou já ter sido usado.',
    checkTyped:
      'Escolha “Editar perfil” e confira o refresh token, o client ID e o token endpoint com o que você recebeu.',
    checkUsedUp: 'Se estão certos, o refresh token já foi usado ou expirou: peça um novo.',
    check: 'Escolha “{{action}}”.',
    checkGiven: 'Peça um novo refresh token. Depois escolha “Editar perfil” e preencha-o.',
  },
  'grant-not-allowed': {
    title: 'Esta forma de obter um token não é permitida',
    what: 'O servidor não dá tokens a você da forma escolhida em grant type.',
    check: 'Confira o grant type com o que seu provedor enviou.',
    checkBrowser:
      'Muitos serviços não dão códigos para outros dispositivos. Escolha “Editar perfil” e depois “{{grant}}”.',
    checkSecondProof:
      'Talvez o servidor queira uma segunda prova de quem você é, como um código no celular. Nesse caso, nome de usuário e senha não bastam: peça outra forma de obter um token.',
  },
  'scope-refused': {
    title: 'O servidor não aceitou o scope',
    what: 'Você pediu algo que não existe lá ou que você não pode usar.',
    check: 'Confira o scope, letra por letra, com o que seu provedor enviou, ou deixe-o vazio.',
    whatEmpty: 'O servidor quer saber para que serve o token, e o scope está vazio.',
    checkEmpty:
      'Escolha “Editar perfil” e preencha o scope que você recebeu. Se não tem nenhum, peça um.',
  },
  'bad-request': {
    title: 'O servidor não entendeu a solicitação',
    what: 'Algo de que este servidor precisa está faltando ou não está na forma que ele espera.',
    check: 'Confira cada campo com o que seu provedor enviou: algum está vazio ou no lugar errado?',
    checkJson: 'Seu provedor enviou os dados entre { e }? Então escolha JSON em “Mais opções”.',
  },
  'rate-limited': {
    title: 'O servidor pede que você vá mais devagar',
    what: 'Ele recebeu solicitações demais em pouco tempo.',
    check: 'Espere um pouco e tente de novo.',
  },
  'server-trouble': {
    title: 'O servidor está com um problema',
    what: 'Seus dados provavelmente estão certos. O servidor só não está funcionando bem agora.',
    check: 'Espere alguns minutos e tente de novo.',
  },
  'gateway-refused': {
    title: 'Algo na frente do servidor barrou a solicitação',
    what: {
      blocked:
        'Algo na frente do servidor, como um firewall, barrou a solicitação. O servidor não viu os seus dados, então eles podem estar certos.',
      'no-route':
        'Um gateway na frente do servidor não conhece este endereço. O servidor não viu os seus outros dados, então eles podem estar certos.',
      'api-key':
        'Um gateway na frente do servidor quer uma chave própria, muitas vezes chamada API key. Ela não é o client secret.',
      'network-address':
        'O servidor só aceita solicitações de certas redes. A sua não é uma delas.',
    },
    checkAddress: 'Confira o {{endpoint}}, letra por letra, com o que você recebeu.',
    checkNetwork: 'Tente outra rede. No trabalho, você precisa de VPN?',
    checkKey:
      'Você recebeu uma API key ou subscription key? Escolha “Editar perfil” e adicione-a em “Mais opções” como cabeçalho extra.',
    checkAllowed: 'Peça que liberem a sua rede. Vão precisar do endereço IP público dela.',
    checkWhy:
      'Pergunte por que a solicitação foi barrada. Tentar de novo logo em seguida raramente ajuda.',
  },
  moved: {
    title: 'O servidor aponta para outro endereço',
    what: 'O Token Desk não foi até lá, porque isso entregaria seus dados secretos.',
    whatTo:
      'Ele aponta para {{location}}. O Token Desk não foi até lá, porque isso entregaria seus dados secretos.',
    check: 'Pergunte ao seu provedor qual é o {{endpoint}} certo e mude-o no perfil.',
    checkNetwork:
      'Se esse endereço não é do seu provedor, pode ser a sua rede. Abra um site no navegador e faça login ali primeiro.',
  },
  unreachable: {
    title: 'Não foi possível chegar ao servidor',
    what: {
      'name-not-found': 'Não há computador com este nome, ou a sua rede não o conhece.',
      'connection-refused': 'O computador está lá, mas nada responde neste endereço.',
      'connection-lost': 'A conexão caiu antes que a resposta estivesse completa.',
      timeout: 'O servidor não respondeu em 30 segundos.',
      proxy: 'O proxy da sua rede não deixou a solicitação passar.',
      'no-secure-connection': 'Algo respondeu lá, mas sem o https, que é seguro. Nada foi enviado.',
      'client-certificate':
        'O servidor pede um certificado pessoal seu. O Token Desk nunca envia um.',
      offline: 'Este computador não está conectado a uma rede.',
      other: 'Não veio nenhuma resposta legível.',
    },
    checkNetwork: 'Você consegue abrir um site no navegador? No trabalho, você precisa de VPN?',
    checkAddress: 'Confira o {{endpoint}}, letra por letra, com o que seu provedor enviou.',
    checkPort: 'Há um número depois do nome do servidor, como :8443? Então confira-o também.',
    checkDown: 'O servidor pode estar fora do ar. Tente de novo em alguns minutos.',
    checkAgain: 'Tente de novo em alguns minutos.',
    checkProxy: 'Abra um site no navegador. Se ele pedir nome e senha, a rede quer isso primeiro.',
    checkCertificate:
      'Peça às pessoas que deram o {{endpoint}} a você um que funcione sem certificado.',
    checkOffline: 'Conecte este computador à internet e tente de novo.',
    checkDoubtful:
      'Escolha “{{action}}”. Duas renovações ficaram sem resposta. Talvez você não possa mais renovar.',
  },
  'certificate-not-trusted': {
    title: 'O servidor não conseguiu provar quem é',
    what: {
      expired:
        'Pelo relógio deste computador, o certificado expirou ou ainda não é válido. Nada foi enviado.',
      'wrong-host': 'O certificado pertence a outro endereço. Nada foi enviado.',
      'unknown-issuer': 'Este computador não conhece quem emitiu o certificado. Nada foi enviado.',
      other: 'O certificado não é confiável. Nada foi enviado.',
    },
    checkClock:
      'O relógio deste computador marcava {{moment}}. Se está errado, acerte-o e tente de novo.',
    checkHost: 'Confira o {{endpoint}}, letra por letra, com o que seu provedor enviou.',
    checkNetwork: 'Em um hotel ou rede de visitantes, abra um site e faça login ali primeiro.',
    checkCompany:
      'No trabalho, pergunte ao departamento de TI: talvez precisem instalar um certificado.',
  },
  'not-an-oauth-answer': {
    title: 'A resposta não era um token',
    titleBefore: 'A resposta não era a esperada',
    what: {
      'web-page': 'Veio uma página web. Talvez este não seja o endereço que emite tokens.',
      'sign-in-page':
        'Veio uma página de login. Muitas vezes ela não é do servidor, mas da rede, como em um hotel ou aeroporto.',
      xml: 'O servidor respondeu em XML. O Token Desk pede JSON e não consegue ler um token em XML.',
      'sign-in-address':
        'Este endereço é para pessoas que fazem login. Um programa obtém o token em outro endereço.',
      'no-token': 'A resposta parecia certa, mas no lugar do token havia só uma palavra.',
      nothing: 'A resposta estava vazia. Talvez este não seja o endereço que emite tokens.',
      'something-else':
        'A resposta era outra coisa. Talvez este não seja o endereço que emite tokens.',
    },
    whatBefore: {
      'web-page': 'Veio uma página web. Talvez este não seja o endereço certo.',
      nothing: 'A resposta estava vazia. Talvez este não seja o endereço certo.',
      'something-else': 'A resposta era outra coisa. Talvez este não seja o endereço certo.',
    },
    whatInstead:
      'Veio uma página web. Este endereço já deu tokens a você, então talvez a rede tenha respondido no lugar do servidor.',
    whatForbidden:
      'Veio uma página web que diz “não permitido”. Talvez algo na frente do servidor tenha barrado a solicitação.',
    whatAbsent: 'O servidor diz que não há nada neste endereço.',
    whatOtherMethod: 'O servidor diz que este endereço não aceita solicitações assim.',
    check:
      'Confira o token endpoint com o que seu provedor enviou. Muitas vezes falta o fim, como /token.',
    checkWhole: 'Confira o {{endpoint}}, letra por letra, com o que seu provedor enviou.',
    checkNetwork: 'Em um hotel ou rede de visitantes, faça login ali primeiro.',
    checkXml: 'Pergunte se o servidor pode responder em JSON, ou se há outro endereço para isso.',
    checkNoToken: 'Confira cada campo com o que você recebeu. Depois tente de novo.',
    checkSignIn: 'Abra um site no navegador. Se pedirem login, faça-o ali.',
    checkSignInAddress:
      'Se nada pedir login, confira o {{endpoint}} com o que seu provedor enviou. Ele não é o endereço em que as pessoas fazem login.',
  },
  'unsafe-answer': {
    title: 'A resposta não era segura para usar',
    what: {
      'token-characters': 'O token tem caracteres que não são permitidos em um token.',
      'token-type': 'Este tipo de token não pode ser usado como token Bearer.',
      'repeated-key': 'A resposta diz duas coisas diferentes ao mesmo tempo.',
      'not-utf8': 'A resposta não é um texto legível.',
      'too-large': 'A resposta é grande demais para um token.',
      'too-deep': 'A resposta tem níveis demais para um token.',
    },
    check: 'Confira o {{endpoint}} com o que seu provedor enviou: é mesmo o do seu provedor?',
  },
  denied: {
    title: 'Você não permitiu o acesso',
    what: 'A página de login informou que você, ou uma regra da sua organização, disse não. Nada foi alterado.',
    check: 'Escolha “{{action}}” para tentar de novo.',
  },
  'sign-in-expired': {
    title: 'O login não foi concluído a tempo',
    what: 'Ninguém concluiu o login. Nada foi alterado.',
    check: 'Escolha “{{action}}” para tentar de novo.',
  },
  'port-unavailable': {
    title: 'A porta para a resposta está em uso',
    what: 'Outro programa usa a porta {{port}}, em que a resposta deveria chegar. Por isso, o navegador não foi aberto.',
    check:
      'Feche esse programa, ou escolha “Editar perfil” e outra porta em “Endereço de redirecionamento”. Registre o novo endereço também no serviço.',
    reserved: {
      title: 'A porta para a resposta não pode ser usada',
      what: 'Este computador reserva a porta {{port}} para si. Por isso, o navegador não foi aberto.',
      check:
        'Escolha “Editar perfil” e outra porta acima de 1024 em “Endereço de redirecionamento”. Registre o novo endereço também no serviço.',
    },
    'no-ipv6': {
      title: 'O endereço para a resposta não funciona aqui',
      what: 'O endereço de redirecionamento contém [::1], que precisa de IPv6. Este computador não usa IPv6. Por isso, o navegador não foi aberto.',
      check:
        'Escolha “Editar perfil” e escreva 127.0.0.1 no lugar de [::1] em “Endereço de redirecionamento”. Registre o novo endereço também no serviço.',
    },
    'another-sign-in': {
      title: 'Outro login está à espera da resposta',
      what: 'Outro perfil está fazendo login e também espera a resposta na porta {{port}}. Por isso, o navegador não foi aberto.',
      check: 'Conclua ou cancele o outro login e depois faça login aqui.',
    },
  },
  'not-believed': {
    title: 'A resposta ao login não é confiável',
    what: 'Ela não combina com o que o Token Desk pediu. Por isso, não foi usada.',
    check:
      'Tente de novo. Se acontecer outra vez, mostre o relatório às pessoas que cuidam do servidor.',
  },
  cancelled: { title: 'Você interrompeu a solicitação' },
}
