import type { WordsLike } from '../../../shared/words-like.ts'
import type { provider as english } from '../en/provider.ts'

export const provider: WordsLike<typeof english> = {
  anyServer: 'Qualquer servidor OAuth 2.0',
  anyServerShort: 'Servidor OAuth 2.0',
  semansys: {
    userName: 'O endereço de e-mail que você usou para pedir os dados da API à Semansys.',
    credentials: 'Você o recebeu do suporte da Semansys.',
    checkRequest: 'Semansys: você copiou os quatro dados por inteiro?',
    checkClient: 'Semansys: o client ID e o client secret são os que o suporte enviou a você.',
    checkUser:
      'Semansys: o nome de usuário é o endereço de e-mail que você usou para pedir os dados da API.',
    checkAddress:
      'Semansys: o endereço na documentação dela, oidc-pre.semansys.com, é para testes. Os seus dados são desse mesmo endereço?',
    ask: 'Pergunte ao suporte da Semansys.',
  },
  socialId: {
    clientId: 'O client ID do app: um número como 138.',
    clientSecret: '64 caracteres, números e as letras de a até f.',
    checkClient:
      'Social ID: o client ID é um número e o secret tem 64 caracteres; os dois precisam combinar.',
    checkUserToo:
      'A Social ID dá a mesma resposta para um nome de usuário ou uma senha errada. Então confira-os também.',
    beforeOtherMethods:
      'Primeiro confira se o nome de usuário e a senha estão certos: cada tentativa conta como um login.',
    checkUser:
      'Social ID: “Campo do nome de usuário” combina com o que você digitou, um nome de usuário ou um e-mail?',
    checkRequest:
      'Social ID: preencha o nome de usuário e a senha, e confira se “Campo do nome de usuário” combina com eles.',
    checkGrant:
      'Social ID: ela emite tokens para um nome de usuário e uma senha. Este é mesmo o endereço dela?',
    checkServer:
      'Social ID: o erro está dentro do servidor dela. Não há nada errado com seus dados.',
    ask: 'Pergunte ao seu contato na Social ID.',
  },
  organizationApi: {
    credentials: 'Do seu launch engineer, ou no produto: Settings → Developers → OAuth2.',
    checkClient: 'Organization API: procure os dois em Settings → Developers → OAuth2.',
    checkAddress:
      'Organization API: cada organização tem seu próprio endereço de servidor. Este é o seu?',
    ask: 'Pergunte ao seu launch engineer.',
  },
}
