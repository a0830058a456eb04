import type { WordsLike } from '../../../shared/words-like.ts'
import type { signIn as english } from '../en/sign-in.ts'

export const signIn: WordsLike<typeof english> = {
  start: 'Fazer login',
  another: 'Fazer login com outra conta',
  browserHint: '“{{action}}” abre o navegador em {{server}}. Você digita a senha lá, não aqui.',
  deviceHint: '“{{action}}” obtém um código de {{server}}. Você o digita em qualquer navegador.',
  first: 'Faça login para obter um.',
  waiting: 'Aguardando …',
  left: 'restam {{time}}',
  browser: {
    title: 'Continue no navegador',
    opened: 'O navegador abriu uma página deste site:',
    what: 'Faça login lá e permita o acesso. Depois o Token Desk continua automaticamente.',
    whatPaste: 'Faça login lá e permita o acesso. Depois traga o endereço em que você chegou.',
    notOpened: 'Não foi possível abrir um navegador para este site:',
    whatNotOpened:
      'Escolha “Copiar endereço” e cole em um navegador. Faça login lá e permita o acesso.',
    stray: 'Chegou uma resposta que é de outro login. Ela foi ignorada.',
    again: 'Abrir de novo',
    copyAddress: 'Copiar endereço',
    copied: 'Copiado',
    notice: {
      tls: {
        title: 'O navegador insistiu em https',
        what: 'Ele tentou voltar, mas este endereço começa com http. Copie a barra de endereço e cole aqui. Da próxima vez, desative “somente https” no navegador.',
      },
      'no-parameters': {
        title: 'O navegador voltou sem resposta',
        what: 'A resposta pode estar na barra de endereço. Copie-a inteira e cole aqui.',
      },
      error: {
        title: 'O serviço informou um erro',
        what: 'Ele pode ser de outro login, por isso o Token Desk continua esperando. O navegador também mostra um erro? Então escolha “Cancelar”.',
      },
    },
  },
  paste: {
    open: 'Colar o endereço em que você chegou',
    use: 'Usar',
    hint: 'Copie toda a barra de endereço do navegador, mesmo que a página mostre um erro. Se a página mostra um código, ele basta.',
    why: 'Depois do login, você chega a {{address}}. O Token Desk não vê essa página e precisa do endereço dela.',
    whyCode:
      'Depois do login, a página mostra um código. O Token Desk não o vê, então copie-o para cá.',
    secret: 'Este texto vale como uma senha e funciona uma vez. Nunca o envie a ninguém.',
    result: {
      taken: 'Obrigado. O Token Desk está obtendo seu token.',
      'no-code':
        'Não há nenhum código neste texto. Copie toda a barra de endereço, de “http” até o fim.',
      'other-sign-in':
        'Isto é de outro login ou de um que já terminou. Use a página que você abriu por último ou escolha “Abrir de novo”.',
      'other-address':
        'Este é o endereço de outra página. Termine o login e copie o endereço da página seguinte.',
    },
  },
  see: {
    title: 'O que você vê no navegador?',
    redirect: {
      title: 'Algo sobre o endereço de redirecionamento',
      term: 'redirect URI, URL de resposta, callback',
      what: 'O serviço só envia você de volta a endereços que ele conhece. Registre este lá, letra por letra:',
      more: 'Se você recebeu outro endereço, escolha “Editar perfil” e digite esse.',
    },
    permission: {
      title: 'Sem permissão ou não atribuído',
      what: 'Você fez login, mas esta conta não pode usar o app. Peça acesso ao administrador e depois escolha “Abrir de novo”.',
    },
    administrator: {
      title: 'Um administrador precisa aprovar',
      what: 'Na sua organização, só um administrador pode permitir este app. Envie o pedido que a página oferece ou fale com o administrador.',
      more: 'Você não precisa esperar aqui. Volte e faça login quando for permitido.',
    },
    account: {
      title: 'A conta errada ou nenhuma pergunta',
      what: 'O navegador ainda está com o login de outra pessoa. Com “Fazer login com outra conta”, a página deixa você escolher.',
      more: 'Se não deixar, escolha “Copiar endereço” e cole em uma janela anônima.',
    },
    nothing: {
      title: 'Nada acontece depois de “Permitir”',
      what: 'Algumas páginas não deixam o navegador voltar a este computador. Escolha “Copiar endereço” e tente outro navegador, como o Firefox.',
      more: 'Se a barra de endereço mudou, cole o texto dela aqui. Ou pergunte se o serviço oferece um código para outro aparelho.',
    },
    unreachable: {
      title: 'O site não abre ou recusou a conexão',
      what: 'Falta pouco: copie a barra de endereço dessa página e cole aqui.',
      more: 'A causa pode ser uma VPN, um proxy, um antivírus ou a opção “somente https” do navegador. Outra porta no endereço de redirecionamento também pode ajudar.',
    },
    elsewhere: {
      title: 'Fiz login em outro computador',
      what: 'Isso também funciona. A última página lá não abre, e é normal. Copie o endereço dela para este computador e cole aqui.',
    },
  },
  device: {
    title: 'Digite este código',
    open: 'Abra esta página em qualquer aparelho:',
    type: 'Faça login e digite o código:',
    compare: 'Faça login e veja se ela mostra o mesmo código:',
    copy: 'Copiar código',
    openPage: 'Abrir a página',
    notOpened:
      'O Token Desk não abre este endereço, porque ele não está protegido por https. Se você confia nele, digite-o em um navegador.',
    qr: 'Código QR de {{address}}',
    scan: 'Ou leia com o celular',
    warning:
      'Digite só o código que você vê aqui. Nunca digite um que alguém enviou: isso daria acesso a essa pessoa.',
    again: 'Obter um novo código',
  },
  longer: {
    at: 'Você terá de fazer login de novo às {{time}}.',
    sometime: 'Quando este token parar de funcionar, você terá de fazer login de novo.',
    ends: 'O Token Desk pode renovar este token até {{moment}}. Se nenhuma renovação estender esse prazo, você terá que fazer login de novo.',
    asked: 'O acesso mais longo foi pedido, mas o serviço não o concedeu.',
    ask: 'Pedir acesso mais longo',
    hint: 'Isto altera o perfil, e você faz login mais uma vez. Depois o Token Desk pode renovar o token sem você.',
  },
  origin: {
    send: 'Enviar Origin',
  },
}
