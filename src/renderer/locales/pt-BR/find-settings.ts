import type { WordsLike } from '../../../shared/words-like.ts'
import type { findSettings as english } from '../en/find-settings.ts'

export const findSettings: WordsLike<typeof english> = {
  address: 'Endereço do servidor',
  hint: 'O site em que as pessoas fazem login, ou outro endereço do servidor que você recebeu. O Token Desk busca o resto.',
  missing: 'Informe o endereço do servidor.',
  find: 'Buscar configurações',
  stop: 'Parar a busca',
  searching: 'Pedindo as configurações ao servidor …',
  found_one: '{{count}} endereço de {{server}} encontrado',
  found_other: '{{count}} endereços de {{server}} encontrados',
  document: 'Publicado em',
  ways: 'Formas de obter um token',
  notSaid: 'O servidor não informa',
  scopes: 'Para que o token será usado?',
  scopesHint: 'O servidor cita estes scopes. Escolha só o que seu provedor informou.',
  scopesChosen:
    'Os de login e renovação já estão escolhidos. Escolha outros só se seu provedor os informou.',
  replaces: 'Isto substitui o que está no formulário agora: {{names}}.',
  otherWay: 'O servidor não oferece “{{before}}”. O formulário passa para “{{after}}”.',
  use: 'Usar estas configurações',
  dismiss: 'Não usar',
  applied:
    'As configurações estão preenchidas abaixo. Confira e complete com o que seu provedor enviou.',
  stillMissing: 'Falta preencher: {{names}}.',
  mismatch: 'Estas configurações são de outro servidor',
  mismatchWhat:
    'Você pediu {{expected}}, mas as configurações de lá são de {{issuer}}. Nada foi preenchido.',
  mismatchDo: 'Se é esse o servidor que você quer, informe o endereço dele.',
  notFound: 'Este servidor não publica suas configurações',
  notFoundDo:
    'Confira o endereço. Se estiver certo, preencha as configurações: elas estão na documentação do seu provedor.',
  moved: 'As configurações estão em outro endereço',
  movedDo: 'O servidor aponta para {{location}}. Se você confia nele, informe esse endereço.',
  checkAddress: 'Confira o endereço, letra por letra.',
  tried: 'Onde o Token Desk procurou',
  reason: {
    'not-there': 'Não há nada aqui ({{status}}).',
    refused: 'O servidor recusou isto ({{status}}).',
    'server-trouble': 'O servidor está com problemas ({{status}}).',
    moved: 'Aponta para outro lugar ({{status}}).',
    'web-page': 'Isto é uma página para pessoas.',
    'not-json': 'Não é possível ler a resposta.',
    'too-large': 'A resposta é grande demais.',
    'too-deep': 'A resposta é complicada demais.',
    'repeated-member': 'A resposta diz algo duas vezes.',
    'not-metadata': 'Isto é outra coisa.',
  },
  warning: {
    'issuer-slash':
      'O servidor escreve seu nome com outra barra no final: {{issuer}}. O Token Desk usa a grafia do servidor.',
    'issuer-not-compared':
      'As configurações são de {{issuer}}. Confira se é esse o servidor que você quer.',
    'tenant-number':
      'A Microsoft identifica sua organização por um número: {{issuer}}. Isso é normal.',
    'any-tenant':
      'Este endereço serve para contas de qualquer organização. Se você sabe o da sua, use esse.',
    'other-host': 'Em outro servidor, {{host}}: {{names}}.',
    otherHostWhat:
      'Confira se ele é deste serviço antes de usar. Dados secretos ou tokens são enviados para lá.',
    'endpoint-refused': 'Não usado: {{name}}.',
    'no-token-endpoint': 'Falta o token endpoint. Preencha esse campo.',
    's256-not-announced':
      'O servidor não menciona PKCE. A maioria aceita mesmo assim, por isso continua ligado.',
    'no-known-authentication':
      'O servidor quer verificar o cliente de um jeito que o Token Desk não conhece.',
    'certificate-addresses-ignored':
      'O servidor tem outros endereços para clientes com certificado. O Token Desk não os usa.',
  },
}
