import type { WordsLike } from '../../../shared/words-like.ts'
import type { outcome as english } from '../en/outcome.ts'

export const outcome: WordsLike<typeof english> = {
  todo: 'O que você pode fazer',
  ask: 'A quem perguntar',
  askWhom: {
    details: 'Quem deu estes dados a você pode ajudar.',
    network: 'Quem cuida da sua rede pode ajudar. No trabalho, é o departamento de TI.',
    server: 'Se continuar assim, só quem cuida do servidor pode ajudar.',
    certificate: 'Se o relógio está certo, quem cuida do servidor precisa renovar o certificado.',
    renewal:
      'Quem cuida do servidor decide por quanto tempo um token pode ser renovado. Se isso acaba muitas vezes, pergunte a eles.',
    pace: 'Se isto acontece muito, pergunte a quem cuida do servidor quantas solicitações são permitidas.',
  },
  report:
    'Envie o relatório: o que foi pedido e respondido, só com o tamanho no lugar de cada segredo e token.',
  noReport: 'Mostre esta página: ela não tem dados secretos.',
  copyReport: 'Copiar relatório para o suporte',
  getAnew:
    'Escolha “Obter token”. Isto era uma renovação; um token novo não precisa da permissão antiga.',
  checkTarget: 'Em “Mais opções”, compare também “Audience” e “Resource” com os seus documentos.',
  checkForm:
    'Os dados foram enviados como JSON, e muitos servidores só aceitam campos de formulário. Escolha “Editar perfil” e depois campos de formulário em “Mais opções”.',
  again: 'Você também pode esperar: o Token Desk tenta de novo sozinho: {{moment}}.',
  waitUntil: 'Tente de novo depois de {{time}}. O servidor pede esta pausa.',
  waitLong: 'Não tente antes de {{time}}. O servidor pede uma pausa de uma hora ou mais.',
  otherWays: {
    title: 'Talvez eles só precisem ser enviados de outra forma',
    what: 'Cada servidor quer receber o ID e o secret do seu jeito. O Token Desk pode enviar os mesmos dados mais uma vez em cada outra forma usual e guardar a que funciona.',
    password: 'Seu nome de usuário e sua senha vão junto a cada vez, sem mudança.',
    query:
      'A última destas formas coloca o secret no endereço web, onde um registro do servidor pode guardá-lo.',
    start: 'Tentar as outras formas',
  },
  obtained: { title: 'Você tem um token novo' },
  'client-refused': {
    title: 'O servidor não aceitou o client ID ou o client secret',
    what: 'O servidor respondeu, mas não conhece este ID com este secret.',
    whatAll:
      'O Token Desk os enviou em todas as formas usuais, e o servidor recusou cada uma. Então o client ID ou o client secret deve estar errado.',
    whatAllPassword:
      'O Token Desk os enviou em todas as formas usuais, e o servidor recusou cada uma. Então o problema não é a forma. O client ID ou o client secret está errado ou, em alguns servidores, o nome de usuário ou a senha.',
    whatAllUnclear:
      'O Token Desk enviou o ID e o secret em todas as formas usuais, e o servidor recusou cada uma sem dizer por quê. Talvez um dos dois esteja errado, ou o servidor queira saber para que serve o token.',
    whatSome:
      'O servidor os recusou em algumas das formas usuais. Nas outras não veio uma resposta clara, então o ID e o secret ainda podem estar certos.',
    methodsRefused: 'Recusadas',
    methodsOpen: 'Não foi possível tentar',
    checkSpelling:
      'Compare o client ID e o client secret com o que você recebeu. Escolha “Editar perfil” e copie-os de novo, sem espaço antes ou depois.',
    titleIdAlone: 'O servidor não aceitou o client ID',
    whatIdAlone: 'O servidor respondeu, mas não aceita este client ID sem um secret.',
    checkIdSpelling:
      'Compare o client ID com o que você recebeu. Escolha “Editar perfil” e copie-o de novo, sem espaço antes ou depois.',
    checkSecret:
      'Você recebeu também um client secret? Então escolha ali, em “Autenticação do cliente”, como ele é enviado.',
    titleUnclear: 'O servidor recusou e não disse por quê',
    whatUnclear:
      'Talvez o client ID ou o client secret esteja errado, ou o servidor queira saber para que serve o token.',
    checkScope: 'O scope está vazio. Se você recebeu um, escolha “Editar perfil” e preencha-o.',
    checkWay:
      'Se estão certos, pergunte como devem ser enviados: em um cabeçalho ou na solicitação.',
    checkOpen:
      'Espere alguns minutos, escolha “Obter token” e depois tente as outras formas de novo.',
    checkValid: 'Pergunte se o secret ainda vale: alguns são trocados depois de um tempo.',
  },
  'user-refused': {
    title: 'O servidor não aceitou o nome de usuário ou a senha',
    what: 'O problema não foi o client ID nem o secret. O servidor não deixou este usuário entrar.',
    whatIdAlone: 'O problema não foi o client ID. O servidor não deixou este usuário entrar.',
    checkSpelling:
      'Escolha “Editar perfil” e digite de novo o nome de usuário e a senha. Maiúsculas contam.',
    checkElsewhere: 'Tente fazer login no site do provedor com o mesmo nome de usuário.',
    checkRepeat:
      'Não tente muitas vezes: muitos servidores bloqueiam a conta depois de algumas senhas erradas.',
  },
  'needs-sign-in': {
    title: 'O servidor quer que você faça login de novo',
    what: 'A permissão para renovar este token acabou ou foi retirada. Isso é normal depois de um tempo.',
    titleTyped: 'O servidor não aceitou o refresh token',
    whatTyped:
      'Ele nunca funcionou aqui: pode estar incompleto, ser de outro client ID ou já ter sido usado.',
    checkTyped:
      'Escolha “Editar perfil” e compare o refresh token, o client ID e o token endpoint com o que você recebeu.',
    checkUsedUp: 'Se estão certos, o refresh token já foi usado ou expirou: peça um novo.',
    check: 'Escolha “Obter token”.',
    checkGiven: 'Peça um novo refresh token. Depois escolha “Editar perfil” e digite-o.',
  },
  'grant-not-allowed': {
    title: 'Esta forma de obter um token não é permitida',
    what: 'O servidor não entrega tokens a você da forma escolhida em grant type.',
    check: 'Compare o grant type com os seus documentos.',
    checkSecondProof:
      'Talvez o servidor queira uma segunda prova de quem você é, como um código no celular. Então nome de usuário e senha não bastam aqui: pergunte por outra forma de obter um token.',
  },
  'scope-refused': {
    title: 'O servidor recusou o uso que você quer dar ao token',
    what: 'Você pediu algo que não existe lá, ou que você não pode usar.',
    check: 'Compare o scope com os seus documentos, letra por letra, ou deixe-o vazio.',
    whatEmpty: 'O servidor quer saber para que serve o token, e o scope está vazio.',
    checkEmpty:
      'Escolha “Editar perfil” e preencha o scope que você recebeu. Se não tem nenhum, peça um.',
  },
  'bad-request': {
    title: 'O servidor não entendeu a solicitação',
    what: 'Algo de que este servidor precisa falta ou não está na forma que ele espera.',
    check: 'Compare cada campo com os seus documentos: algum está vazio ou no lugar errado?',
    checkJson:
      'Os seus documentos mostram os dados entre { e }? Então escolha JSON em “Mais opções”.',
  },
  'rate-limited': {
    title: 'O servidor pede que você vá mais devagar',
    what: 'Ele recebeu solicitações demais em pouco tempo.',
    check: 'Espere um pouco e tente de novo.',
  },
  'server-trouble': {
    title: 'O próprio servidor está com um problema',
    what: 'Seus dados provavelmente estão certos. O servidor não conseguiu trabalhar agora.',
    check: 'Espere alguns minutos e tente de novo.',
  },
  'gateway-refused': {
    title: 'Algo na frente do servidor barrou a solicitação',
    what: {
      blocked:
        'Uma proteção na frente do servidor, como um firewall, barrou a solicitação. O servidor não viu os seus dados, então eles podem estar certos.',
      'no-route':
        'Um gateway na frente do servidor não conhece este endereço. O servidor não viu os seus outros dados, então eles podem estar certos.',
      'api-key':
        'Um gateway na frente do servidor quer uma chave própria, muitas vezes chamada API key. Ela não é o client secret.',
      'network-address':
        'O servidor só aceita solicitações de certas redes. A sua não está entre elas.',
    },
    checkAddress: 'Compare o token endpoint com o que você recebeu, letra por letra.',
    checkNetwork: 'Tente outra rede. No trabalho, é preciso usar VPN?',
    checkKey:
      'Você recebeu uma API key ou subscription key? Escolha “Editar perfil” e adicione-a em “Mais opções” como cabeçalho extra.',
    checkAllowed:
      'Peça que a sua rede seja liberada. Para isso é preciso o endereço IP público dela.',
    checkWhy:
      'Pergunte por que a solicitação foi barrada. Tentar de novo em seguida raramente ajuda.',
  },
  moved: {
    title: 'O servidor aponta para outro endereço',
    what: 'O Token Desk não foi até lá, porque teria entregado seus dados secretos.',
    whatTo:
      'Ele aponta para {{location}}. O Token Desk não foi até lá, porque teria entregado seus dados secretos.',
    check: 'Pergunte ao seu provedor qual é o token endpoint certo e mude-o no perfil.',
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
        'O servidor pede um certificado seu. O Token Desk nunca mostra os seus certificados a um servidor.',
      offline: 'Este computador não está conectado a uma rede.',
      other: 'Não veio nenhuma resposta que pudesse ser lida.',
    },
    checkNetwork: 'Um site abre no seu navegador? No trabalho, é preciso usar VPN?',
    checkAddress: 'Compare o token endpoint com os seus documentos, letra por letra.',
    checkPort:
      'Há um número depois do nome do servidor, como :8443? Então compare o número também.',
    checkDown: 'O servidor pode estar fora do ar. Tente de novo em alguns minutos.',
    checkAgain: 'Tente de novo em alguns minutos.',
    checkProxy: 'Abra um site no navegador. Se ele pedir nome e senha, a rede quer isso primeiro.',
    checkCertificate: 'Peça a quem lhe deu o token endpoint um que funcione sem certificado.',
    checkOffline: 'Conecte este computador à internet e tente de novo.',
    checkDoubtful:
      'Escolha “Obter token”. Duas vezes uma renovação ficou sem resposta. O servidor talvez já tenha gastado a permissão para ela.',
  },
  'certificate-not-trusted': {
    title: 'O servidor não conseguiu provar quem é',
    what: {
      expired:
        'Pelo relógio deste computador, o certificado expirou ou ainda não vale. Nada foi enviado.',
      'wrong-host': 'O certificado pertence a outro endereço. Nada foi enviado.',
      'unknown-issuer': 'Este computador não conhece quem emitiu o certificado. Nada foi enviado.',
      other: 'O certificado não é confiável. Nada foi enviado.',
    },
    checkClock:
      'O relógio deste computador marcava {{moment}}. Se está errado, acerte-o e tente de novo.',
    checkHost: 'Compare o token endpoint com os seus documentos, letra por letra.',
    checkNetwork: 'Em um hotel ou rede de visitantes, abra um site e faça login ali primeiro.',
    checkCompany:
      'No trabalho, pergunte ao departamento de TI: talvez precisem instalar um certificado.',
  },
  'not-an-oauth-answer': {
    title: 'O que voltou não era um token',
    what: {
      'web-page': 'Voltou uma página web. Talvez este não seja o endereço que entrega tokens.',
      'sign-in-page':
        'Voltou uma página que quer que alguém faça login. Muitas vezes ela não vem do servidor, mas da rede, como em um hotel ou aeroporto.',
      xml: 'O servidor respondeu em XML. O Token Desk pede JSON e não consegue ler um token em XML.',
      'sign-in-address':
        'Este endereço é para pessoas que fazem login. Um programa obtém o token em outro.',
      'no-token':
        'A resposta parecia certa, mas no lugar do token havia só uma palavra que não é um token.',
      nothing: 'A resposta estava vazia. Talvez este não seja o endereço que entrega tokens.',
      'something-else':
        'A resposta era outra coisa. Talvez este não seja o endereço que entrega tokens.',
    },
    whatInstead:
      'Voltou uma página web. Este endereço já entregou tokens antes, então talvez a rede tenha respondido no lugar do servidor.',
    whatForbidden:
      'Voltou uma página web que diz: não permitido. Talvez um guarda na frente do servidor tenha barrado a solicitação.',
    whatAbsent: 'O servidor diz que não há nada neste endereço.',
    whatOtherMethod: 'O servidor diz que este endereço não aceita solicitações assim.',
    check:
      'Compare o token endpoint com os seus documentos. Muitas vezes falta o fim, como /token.',
    checkWhole: 'Compare o token endpoint com os seus documentos, letra por letra.',
    checkNetwork: 'Em um hotel ou rede de visitantes, faça login ali primeiro.',
    checkXml: 'Pergunte se o servidor pode responder em JSON, ou se há outro endereço para isso.',
    checkNoToken: 'Compare cada campo com o que você recebeu. Depois tente de novo.',
    checkSignIn: 'Abra um site no navegador. Se pedirem login, faça-o ali.',
    checkSignInAddress:
      'Se nada pedir login, compare o token endpoint com os seus documentos. Ele não é o endereço em que as pessoas fazem login.',
  },
  'unsafe-answer': {
    title: 'A resposta não era segura para usar',
    what: {
      'token-characters': 'O token tem caracteres que nenhum token pode ter.',
      'token-type': 'O token é de um tipo que não pode ser usado como token Bearer.',
      'repeated-key': 'A resposta diz duas coisas diferentes ao mesmo tempo.',
      'not-utf8': 'A resposta não é um texto legível.',
      'too-large': 'A resposta é grande demais para um token.',
      'too-deep': 'A resposta tem camadas demais para um token.',
    },
    check: 'Compare o token endpoint com os seus documentos: é mesmo o do seu provedor?',
  },
  cancelled: { title: 'Você interrompeu a solicitação' },
}
