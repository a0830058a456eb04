import type { WordsLike } from '../../shared/words-like.ts'
import type { en } from './en.ts'

export const ptBR: WordsLike<typeof en> = {
  backupFiles: {
    backups: 'Backups',
    all: 'Todos os arquivos',
  },
  menu: {
    file: 'Arquivo',
    lockNow: 'Bloquear agora',
    close: 'Fechar janela',
    quit: 'Encerrar {{app}}',
    exit: 'Sair',
    edit: 'Editar',
    undo: 'Desfazer',
    redo: 'Refazer',
    cut: 'Recortar',
    copy: 'Copiar',
    paste: 'Colar',
    pasteAsText: 'Colar como texto simples',
    delete: 'Apagar',
    selectAll: 'Selecionar tudo',
    view: 'Exibir',
    actualSize: 'Tamanho normal',
    zoomIn: 'Ampliar',
    zoomOut: 'Reduzir',
    fullScreen: 'Tela cheia',
    reload: 'Recarregar',
    developerTools: 'Ferramentas de desenvolvimento',
    window: 'Janela',
    minimize: 'Minimizar',
    zoom: 'Ampliar janela',
    front: 'Trazer todas para a frente',
    about: 'Sobre o {{app}}',
    services: 'Serviços',
    hide: 'Ocultar {{app}}',
    hideOthers: 'Ocultar outros',
    showAll: 'Mostrar todos',
  },
  notifications: {
    copied: {
      title: 'Copiado',
      validFor: 'Copiado. Válido por {{left}}.',
      endUnknown: 'Copiado. O servidor não informou por quanto tempo ele vale.',
      ended: 'Copiado, mas este token expirou e não pôde ser renovado.',
    },
    copyInWindow: {
      title: 'Ainda não copiado',
      body: 'Neste ambiente, o Token Desk só consegue copiar na própria janela. Clique aqui para abri-la.',
    },
    notCopied: {
      title: 'Nada foi copiado',
      body: 'Abra o Token Desk para ver por quê.',
    },
    endsSoon: {
      title: '{{name}}: o token expira em breve',
      body: 'Ele é válido por {{left}} e não é renovado automaticamente.',
      bodyNetwork: 'Ele é válido por {{left}}. O Token Desk está aguardando a rede para renová-lo.',
      bodySignIn: 'Ele é válido por {{left}}. Para obter um novo, você precisa fazer login.',
      action: 'Renovar e copiar',
    },
    needsSignIn: {
      title: '{{name}}: faça login de novo',
      body: 'O token não pode mais ser renovado. Abra o perfil para obter um novo.',
      action: 'Abrir perfil',
    },
    renewalFailed: {
      title: '{{name}}: o token não foi renovado',
      body: 'O Token Desk parou de tentar. Abra o perfil para ver por quê.',
      action: 'Abrir perfil',
    },
    several: {
      title_one: '{{count}} perfil precisa da sua atenção',
      title_other: '{{count}} perfis precisam da sua atenção',
      body: 'Os tokens deles expiram em breve ou não podem ser renovados. Abra o Token Desk para ver quais.',
    },
  },
  pageGone: {
    title: 'A janela falhou várias vezes',
    what: 'O Token Desk tentou abri-la de novo, e ela falhou todas as vezes. Seus perfis e tokens estão seguros.',
    help: 'Se isso continuar, saia do Token Desk e reinicie o computador.',
    again: 'Tentar de novo',
    quit: 'Sair do Token Desk',
  },
  practice: {
    password: 'Servidor de prática',
    browser: 'Prática: login pelo navegador',
    device: 'Prática: código para outro dispositivo',
  },
  redirectPage: {
    accepted: {
      title: 'Você pode fechar esta aba',
      body: 'O Token Desk recebeu a resposta e continua na janela dele.',
    },
    refused: {
      title: 'Este login já terminou ou pertence a outro',
      body: 'O Token Desk não usou esta resposta.\n\nVolte ao Token Desk e comece de novo por lá. Se ele ainda espera um login, conclua aquele. Você pode fechar esta aba.',
    },
    unclear: {
      title: 'O serviço informou um erro',
      body: 'Ele não disse de qual login se trata. Por isso, o Token Desk ainda espera.\n\nVolte ao Token Desk, cancele o login e comece de novo por lá. Você pode fechar esta aba.',
    },
    noAnswer: {
      title: 'Falta um passo: cole o endereço',
      body: 'A resposta pode estar no endereço desta página, em uma parte que o navegador não repassa.\n\nCopie o endereço inteiro no alto desta janela. No Token Desk, escolha “Colar o endereço em que você chegou”.\n\nEste endereço vale como uma senha: não o passe a ninguém.',
    },
    otherAddress: {
      title: 'O Token Desk espera em outro endereço',
      body: 'O serviço enviou você a um endereço que não é o endereço de redirecionamento do perfil.\n\nVolte ao Token Desk. Compare o “Endereço de redirecionamento” com o registrado no serviço: eles devem ser iguais, letra por letra.',
    },
  },
  start: {
    refused:
      'O Token Desk não abre com {{switches}}, porque isso poderia deixar outras pessoas lerem seus dados secretos. Abra-o sem isso.',
    refusedVariables:
      'O Token Desk não abre enquanto a variável de ambiente {{variables}} estiver definida, porque isso poderia deixar outras pessoas lerem seus dados secretos. Remova-a e abra de novo.',
  },
  tray: {
    tooltip: 'Token Desk',
    locked: 'O Token Desk está bloqueado – Abrir',
    heading: 'Clique em um nome para copiar o cabeçalho',
    noProfiles: 'Ainda não há perfis',
    live: '{{name}}  –  resta {{left}}',
    endUnknown: '{{name}}  –  sem data de expiração',
    ended: '{{name}}  –  expirado',
    needsSignIn: '{{name}}  –  faça login de novo',
    waitingForNetwork: '{{name}}  –  aguardando a rede',
    failed: '{{name}}  –  a última solicitação falhou',
    noToken: '{{name}}  –  ainda sem token',
    showAll: 'Mostrar tudo…',
    open: 'Abrir o Token Desk',
    lock: 'Bloquear agora',
    quit: 'Sair',
    left: {
      lessThanAMinute: 'menos de 1 min',
      minutes: '{{count}} min',
      hours: '{{hours}} h {{minutes}} min',
      days_one: '{{count}} dia',
      days_other: '{{count}} dias',
    },
    closing: {
      message: 'O Token Desk continua aberto',
      detail:
        'O ícone dele fica na bandeja. Clique nele para abrir a janela de novo. Para encerrar o Token Desk, escolha Sair no menu do ícone. Você pode mudar isso em Configurações.',
      keepRunning: 'Continuar aberto',
      quit: 'Sair',
    },
  },
  unsaved: {
    title: 'Nem tudo está salvo',
    what_one:
      'O Token Desk não conseguiu salvar a última mudança de um perfil. Se você sair agora, ela se perde, e talvez você precise obter novos tokens.',
    what_other:
      'O Token Desk não conseguiu salvar as últimas mudanças de {{count}} perfis. Se você sair agora, elas se perdem, e talvez você precise obter novos tokens.',
    help: 'Libere espaço no disco, ou conecte a unidade, e tente de novo.',
    stay: 'Manter o Token Desk aberto',
    quit: 'Sair sem salvar',
  },
}
