import type { WordsLike } from '../../../shared/words-like.ts'
import type { causes as english } from '../en/causes.ts'

export const causes: WordsLike<typeof english> = {
  'redirect-not-registered': {
    title: 'O endereço de redirecionamento não está registrado',
    what: 'O serviço só responde a endereços da lista dele. O deste perfil não está lá.',
    check:
      'Peça a quem registrou o app que inclua o “Endereço de redirecionamento” deste perfil, letra por letra.',
  },
  'secret-required': {
    title: 'O serviço quer um client secret',
    what: 'O app está registrado com um client secret, e a solicitação não tinha nenhum.',
    check:
      'Escolha “Editar perfil” e, em “Autenticação do cliente”, como o client secret é enviado. Depois, digite-o.',
  },
  'secret-not-allowed': {
    title: 'O serviço não quer um client secret',
    what: 'O app está registrado sem client secret, e a solicitação tinha um.',
    check: 'Escolha “Editar perfil” e, em “Autenticação do cliente”, que não há client secret.',
  },
  'secret-wrong': {
    title: 'O client secret está errado',
    what: 'O serviço conhece o client ID, mas este client secret não é o dele.',
    check: 'Escolha “Editar perfil” e copie o client secret de novo, sem espaço antes ou depois.',
  },
  'secret-expired': {
    title: 'O client secret expirou',
    what: 'Ele já esteve certo, mas aqui um client secret só vale por certo tempo.',
    check: 'Peça um novo client secret. Depois, escolha “Editar perfil” e digite-o.',
  },
  'origin-required': {
    title: 'O serviço acha que este app é uma página da web',
    what: 'Ele está registrado como single-page application. As solicitações de um app assim devem dizer de onde vêm (“Origin”).',
    check: 'Escolha “Enviar Origin” e faça login de novo.',
    also: 'Melhor: peça a quem registrou o app que coloque o endereço de redirecionamento em “Mobile and desktop applications”.',
  },
  'origin-not-allowed': {
    title: 'O serviço não aceita a Origin',
    what: 'A solicitação disse de onde vem, e o app não está registrado como single-page application.',
    check: 'Escolha “Editar perfil”, desative “Enviar Origin” e faça login de novo.',
  },
  'consent-required': {
    title: 'O acesso ainda não foi autorizado',
    what: 'Você, ou um administrador, precisa primeiro autorizar o que este app pode fazer.',
    check: 'Faça login neste app com um navegador e autorize por lá.',
    also: 'Se não puder autorizar, peça a um administrador que faça isso por todos.',
  },
  'administrator-required': {
    title: 'Um administrador precisa autorizar antes',
    what: 'Na sua organização, só um administrador pode permitir este app.',
    check: 'Peça a um administrador que autorize e envie o relatório a ele. Depois, tente de novo.',
  },
  'user-not-assigned': {
    title: 'Sua conta não pode usar este app',
    what: 'O login em si funcionou, mas você não está entre os usuários deste app.',
    check: 'Peça a um administrador que inclua você entre os usuários deste app.',
    also: 'Você tem outra conta lá? Então faça login com ela.',
  },
  'account-unknown': {
    title: 'Esta conta não é daqui',
    what: 'A organização a que este app pertence não conhece a conta.',
    check: 'Faça login com uma conta dessa organização.',
    also: 'Se precisar ser esta conta, peça a um administrador de lá que a convide.',
  },
  'more-proof-required': {
    title: 'O serviço quer uma segunda prova de quem você é',
    what: 'Por exemplo, um código no celular, ou um novo login porque o último faz muito tempo.',
    check: 'Faça login com um navegador. Lá você pode dar essa prova.',
    also: 'Se este perfil usa nome de usuário e senha, pergunte que outra forma é permitida.',
  },
  policy: {
    title: 'Uma regra da sua organização não permite isso',
    what: 'A regra pode ser sobre este computador, sobre a rede ou sobre esta forma de login.',
    check: 'Pergunte a um administrador qual foi a regra e envie o relatório a ele.',
  },
  'account-blocked': {
    title: 'A conta está bloqueada ou desativada',
    what: 'Servidores costumam bloquear uma conta depois de algumas senhas erradas. Um administrador também pode fazer isso.',
    check: 'Espere um pouco antes de tentar de novo: cada tentativa pode aumentar o tempo.',
    also: 'Se continuar bloqueada, peça a um administrador que a desbloqueie.',
  },
  'password-expired': {
    title: 'A senha expirou',
    what: 'O serviço quer que você escolha uma nova primeiro.',
    check: 'Escolha uma nova senha no site do provedor.',
    also: 'Se a senha está neste perfil, escolha “Editar perfil” e digite a nova.',
  },
  'client-unknown': {
    title: 'O serviço não conhece este client ID',
    what: 'Não há um app com este ID, ou ele é de outra organização.',
    check: 'Escolha “Editar perfil” e confira o client ID e os endereços com o que você recebeu.',
  },
  'client-disabled': {
    title: 'O app está desativado lá',
    what: 'O serviço conhece o client ID, mas o app dele foi desativado.',
    check: 'Peça a quem registrou o app que o ative de novo.',
  },
  'tenant-unknown': {
    title: 'O endereço não é de uma organização que sirva',
    what: 'Uma parte do endereço indica uma organização. Ela não existe lá, ou este app não pode usá-la.',
    check:
      'Escolha “Editar perfil” e confira os endereços com o que você recebeu, letra por letra.',
  },
  'code-expired': {
    title: 'Este login não pode mais ser usado',
    what: 'Ele demorou demais, já foi usado ou é de uma tentativa anterior.',
    check: 'Faça login de novo e conclua sem uma pausa longa.',
  },
  'pkce-required': {
    title: 'O serviço quer que o login seja protegido (PKCE)',
    what: 'Esta proteção está desativada neste perfil.',
    check: 'Escolha “Editar perfil”, ative “PKCE” e faça login de novo.',
  },
  'refresh-token-expired': {
    title: 'A permissão para renovar expirou',
    what: 'Isso acontece depois de um tempo, quando ela não é usada ou quando uma senha muda.',
    check: 'Obtenha um novo token. Talvez seja preciso fazer login.',
  },
  'grant-switched-off': {
    title: 'Esta forma de obter um token está desativada',
    what: 'O serviço conhece o app, mas não dá tokens a ele desta forma.',
    check: 'Peça a quem registrou o app que a ative, ou pergunte que outra forma escolher.',
  },
  administrator:
    'Os administradores da sua organização podem ajudar. No trabalho, é a equipe de TI.',
}
