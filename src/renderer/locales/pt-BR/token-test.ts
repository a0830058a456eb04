import type { WordsLike } from '../../../shared/words-like.ts'
import type { tokenTest as english } from '../en/token-test.ts'

export const tokenTest: WordsLike<typeof english> = {
  intro:
    'Veja se um serviço aceita este token. O Token Desk envia uma solicitação com o token ao endereço e mostra o que volta.',
  noToken: 'Obtenha um token primeiro. Depois você pode conferir aqui se um serviço o aceita.',
  address: 'Endereço',
  addressHint: 'Uma página do serviço que você quer usar, como https://api.example.com/me.',
  cancel: 'Cancelar',
  start: 'Testar',
  sentTo: 'Seu token é enviado a {{server}} e a nenhum outro lugar. O teste só lê; nada é mudado.',
  remembered: 'Se o servidor aceitar o token, o perfil guarda este endereço.',
  result: 'Resultado',
  firstLines: 'Primeiras linhas da resposta',
  masked: 'Seu token e outros dados secretos estão ocultos. Só aparece o tamanho deles.',
  cut: 'A resposta é maior do que isto.',
  webPage: 'Isto é uma página web, mostrada como texto.',
  bodyEmpty: 'A resposta estava vazia.',
  bodyTooLarge: 'A resposta tinha mais de 1 MB, por isso o Token Desk não a leu.',
  bodyNotText_one: 'A resposta tinha {{count}} byte que não é texto.',
  bodyNotText_other: 'A resposta tinha {{count}} bytes que não são texto.',
  status: {
    accepted: {
      title: '{{status}}: o servidor aceitou a solicitação',
      what: 'O token funciona aqui, a não ser que este endereço seja aberto a todos.',
    },
    refused: {
      title: '{{status}}: o servidor não aceitou o token',
      what: 'Talvez ele tenha expirado, ou se destine a outro serviço.',
    },
    forbidden: {
      title: '{{status}}: o token é conhecido, mas não pode fazer isto',
      what: 'As pessoas que deram os dados a você podem dizer para que este token serve.',
    },
    nothingThere: {
      title: '{{status}}: não há nada neste endereço',
      what: 'Isto não diz nada sobre o token. Confira o endereço com o que seu provedor enviou.',
    },
    notThisWay: {
      title: '{{status}}: este endereço não pode ser lido assim',
      what: 'Isto diz pouco sobre o token. Tente um endereço que mostre algo, como uma lista.',
    },
    notUnderstood: {
      title: '{{status}}: o servidor não entendeu a solicitação',
      what: 'Isto diz pouco sobre o token. Talvez falte algo no fim do endereço.',
    },
    tooMany: {
      title: '{{status}}: o servidor pede que você vá mais devagar',
      what: 'Ele recebeu solicitações demais em pouco tempo. Espere um pouco e tente de novo.',
    },
    serverTrouble: {
      title: '{{status}}: o servidor está com um problema',
      what: 'Isto não diz nada sobre o token. Espere alguns minutos e tente de novo.',
    },
    other: {
      title: '{{status}}: o servidor deu uma resposta incomum',
      what: 'Este número é raro. Talvez a documentação do serviço o explique.',
    },
  },
  asks: {
    person:
      'Algo no caminho, muitas vezes a rede, quer que você faça login. Fale com o departamento de TI.',
    password: 'Este endereço quer nome de usuário e senha em vez de um token.',
    other: 'Este endereço quer outra coisa, e não este tipo de token.',
  },
  error: {
    invalid_token:
      'O servidor diz que o token expirou, foi retirado ou não é dele (invalid_token).',
    insufficient_scope:
      'O servidor diz que o token não serve para isto: falta uma permissão (insufficient_scope).',
    insufficientScopeNamed:
      'O servidor diz que o token não tem uma permissão (insufficient_scope): {{scope}}.',
    invalid_request: 'O servidor diz que falta algo na solicitação (invalid_request).',
    other: 'O código de erro do próprio servidor é: {{code}}.',
  },
  moved: '{{status}}: o servidor aponta para outro endereço',
  movedTo: 'Ele aponta para {{location}}.',
  movedWhat:
    'O Token Desk não foi até lá, porque isso entregaria seu token. Se você conhece o endereço, teste-o.',
  saysNothing: 'Isto não diz nada sobre o token.',
}
