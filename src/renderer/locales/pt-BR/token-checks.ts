import type { WordsLike } from '../../../shared/words-like.ts'
import type { tokenChecks as english } from '../en/token-checks.ts'

export const tokenChecks: WordsLike<typeof english> = {
  title: 'Verificar ou encerrar este token',
  intro: 'A pergunta vai só para o servidor que emitiu o token.',
  introOthers:
    'A pergunta vai para estes servidores: {{hosts}}. Eles recebem o token. Confira se são deste serviço.',
  end: 'Encerrar este token',
  introspect: 'Perguntar ao servidor sobre ele',
  signature: 'Verificar a assinatura',
  userinfo: 'Quem fez login?',
  cancel: 'Cancelar',
  result: 'Resultado da verificação',
  waiting: 'Perguntando ao servidor …',
  cannot: {
    all: 'Este perfil não tem endereços para isso. “Encontrar configurações” talvez os encontre: escolha “Editar perfil”.',
    end: 'Não dá para encerrá-lo aqui, porque o perfil não tem endereço para isso (revocation endpoint).',
    endMicrosoft:
      'Na Microsoft, um programa não pode encerrar um token só. Sair de todos os lugares na sua conta Microsoft encerra a renovação.',
    introspect:
      'Não dá para perguntar ao servidor sobre ele, porque o perfil não tem endereço para isso (introspection endpoint).',
    signature:
      'Não dá para verificar a assinatura, porque o perfil não diz onde estão as chaves do servidor (endereço JWKS).',
    userinfo:
      'Não dá para perguntar ao servidor quem fez login, porque o perfil não tem endereço para isso (userinfo endpoint).',
  },
  confirm: {
    title: 'Encerrar o token de “{{name}}”?',
    what: 'O Token Desk pede ao servidor que o encerre e o remove deste perfil. Os programas que usam este token vão parar de funcionar. Você pode obter outro depois.',
    no: 'Cancelar',
    yes: 'Encerrar este token',
  },
  ended: {
    title: 'O pedido para encerrar o token foi feito ao servidor',
    gone: 'Este perfil não o tem mais.',
    mayWorkUntil: 'Um token assinado pode continuar funcionando até {{moment}}.',
    mayWork: 'Um token assinado pode continuar funcionando até expirar.',
    stoppedRenewal:
      'A renovação automática foi desligada, para que nenhum token novo seja obtido sem você.',
  },
  endedPartly: {
    title: 'O servidor fez só uma parte disso',
    accessLeft:
      'Ele não pode mais ser renovado, mas o servidor não encerrou o access token em si. Ele funciona até expirar.',
    refreshLeft:
      'O access token foi encerrado, mas a permissão para renová-lo (refresh token) não. Você pode tentar de novo.',
  },
  notEnded: {
    title: 'O servidor não encerrou o token',
    what: 'O perfil ainda o tem.',
  },
  active: {
    title: 'O servidor diz que ele está ativo',
    subject: 'Emitido para',
    userName: 'Nome de usuário',
    client: 'Client ID',
    scope: 'O que ele permite',
    expires: 'Expira',
    issuer: 'Emitido por',
    nothing: 'O servidor não disse mais nada sobre ele.',
  },
  notActive: {
    title: 'O servidor diz que ele não está ativo',
    what: 'Isso também pode significar que este cliente não pode perguntar.',
  },
  signed: {
    accessToken: 'Access token',
    idToken: 'ID token',
    keysFrom: 'Comparado com as chaves que {{host}} publica.',
    genuine: {
      title: 'A assinatura é autêntica',
      what: 'O servidor assinou este token, e nada nele foi mudado.',
    },
    'not-genuine': {
      title: 'A assinatura não é autêntica',
      what: 'Ela não foi feita com a chave do servidor. Não confie no que o token diz.',
    },
    'key-not-found': {
      title: 'A chave não foi encontrada',
      what: 'O servidor não publica a chave desta assinatura. Ele pode tê-la trocado, ou outro servidor assinou o token.',
    },
    'not-checkable': {
      title: 'Não dá para verificar a assinatura',
      why: {
        opaque:
          'Este token não tem assinatura. Só o servidor dele consegue lê-lo, e isso é normal.',
        encrypted:
          'Ele está criptografado. Só o serviço a que se destina consegue abri-lo, e isso é normal.',
        unsigned: 'Ele não tem assinatura nenhuma, por isso qualquer pessoa pode tê-lo escrito.',
        'shared-secret':
          'Ele foi assinado com um segredo compartilhado (HS256 ou parecido). Só quem o conhece pode verificar.',
        microsoft: 'Só a Microsoft consegue verificar este; isso é normal.',
        extension: 'Ele exige uma extensão do padrão que o Token Desk não conhece.',
        algorithm: 'Ele tem um tipo de assinatura que o Token Desk não conhece.',
        'key-unusable':
          'A chave que o servidor publica para ele é curta demais ou está danificada.',
        malformed: 'O token está danificado, ou escrito de um jeito que não é permitido.',
      },
    },
    'not-reached': {
      title: 'Não foi possível ler as chaves do servidor',
      what: 'Isso não diz nada sobre o token.',
      slow: 'O servidor não respondeu em cinco segundos.',
    },
  },
  person: {
    title: 'O servidor diz quem fez login',
    name: 'Nome',
    userName: 'Nome de usuário',
    email: 'E-mail',
    subject: 'ID no servidor',
    subjectTerm: 'subject',
    same: 'É a mesma pessoa que está no ID token.',
    signed: 'A resposta era um texto assinado. A assinatura não foi verificada.',
  },
  somebodyElse: {
    title: 'A resposta é sobre outra pessoa',
    what: 'O servidor indica uma pessoa diferente da que está no ID token deste login, por isso nada é mostrado.',
  },
  unreadable: {
    title: 'A resposta não diz quem fez login',
    what: 'Não era o que foi pedido. Confira o endereço no perfil (userinfo endpoint).',
    encrypted: 'Ela está criptografada para outro programa.',
  },
  otherServer: {
    title: 'Nada foi enviado',
    what: 'Este token veio de um servidor ou client ID diferente do que o perfil tem agora. Obtenha um token novo primeiro.',
  },
  failed: {
    client: {
      title: 'O servidor não aceitou este cliente',
      what: 'O client ID ou o client secret pode não servir para isso, ou este cliente não pode perguntar.',
    },
    refused: {
      title: 'O servidor recusou',
      what: 'Algo na solicitação não agradou ao servidor.',
    },
    strange: {
      title: 'O que voltou não era uma resposta à pergunta',
      what: 'Talvez o endereço no perfil não seja o certo.',
    },
    unsafe: 'A resposta era grande demais, ou não pôde ser lida com segurança.',
    code: 'O código de erro do próprio servidor é: {{code}}.',
  },
}
