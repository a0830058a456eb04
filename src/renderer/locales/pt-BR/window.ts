import type { WordsLike } from '../../../shared/words-like.ts'
import type { general as english } from '../en/window.ts'

export const general: WordsLike<typeof english> = {
  app: {
    failed: 'O Token Desk não conseguiu carregar seus perfis',
    tryAgain: 'Tentar de novo',
    broken: 'Esta janela parou de funcionar',
    brokenHint: 'Seus perfis e tokens estão seguros. Recarregue a janela para continuar.',
    reload: 'Recarregar',
    dismiss: 'Fechar aviso',
    wait: 'Um momento …',
    waitForKeyStore:
      'Abrindo seus dados secretos salvos. Se este computador pedir a senha do cofre de chaves, digite-a lá.',
  },
  start: {
    title: 'Obtenha um access token com um clique',
    what: 'Alguns serviços online pedem um access token: um passe que os abre por um tempo limitado. O Token Desk obtém esse passe para você, mostra quanto tempo ele dura e o copia para onde você precisa.',
    haveDetails: 'Tenho os dados de um provedor',
    newHint:
      'Você precisa do que enviaram a você: em geral um client ID, um client secret e talvez nome de usuário e senha.',
    justLooking: 'Só quero dar uma olhada',
    practiceHint:
      'Um pequeno servidor dentro deste app dá a você um token para brincar. Sem conta, sem internet.',
    practiseSigningIn: 'Ou pratique o login, como a maioria dos serviços pede:',
    practiseInBrowser: 'Praticar no navegador',
    practiseWithCode: 'Praticar com um código',
  },
  list: {
    label: 'Perfis',
    search: 'Buscar perfis',
    newProfile: 'Novo perfil',
    clear: 'Limpar a busca',
    noMatch: 'Nenhum perfil encontrado para “{{search}}”.',
    back: 'Todos os perfis',
    choose: 'Escolha um perfil à esquerda.',
    practiceServer: 'Servidor de prática',
    tryPractice: 'Usar o servidor de prática',
    unknownEnd: 'Sem data de expiração',
  },
  state: {
    valid: 'Válido',
    'expiring-soon': 'Expira em breve',
    expired: 'Expirado',
    'no-token': 'Sem token',
    'needs-sign-in': 'Login necessário',
    'waiting-for-network': 'Aguardando a rede',
    failed: 'Falhou',
    locked: 'Bloqueado',
  },
  duration: {
    days: '{{days}} d {{hours}} h',
    hours: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min {{seconds}} s',
    wholeMinutes: '{{minutes}} min',
    seconds: '{{seconds}} s',
    rough: {
      minutes_one: '{{count}} minuto',
      minutes_other: '{{count}} minutos',
      hours_one: '{{count}} hora',
      hours_other: '{{count}} horas',
      days_one: '{{count}} dia',
      days_other: '{{count}} dias',
    },
  },
  moment: {
    today: 'hoje, {{time}}',
  },
  said: {
    copied: 'Copiado. Válido por {{duration}}.',
    copiedExpired: 'Copiado, mas este token expirou.',
    copiedUnknown: 'Copiado. O servidor não informou por quanto tempo ele vale.',
    copiedOf: 'É o token de “{{name}}”.',
    renewedFirst: 'Ele foi renovado antes.',
    notRenewed: 'Não foi possível renová-lo.',
    goesTo: 'Ele envia o token a {{server}}.',
    needsAddress: 'Adicione a ele o endereço do seu serviço.',
    clearedAfter: 'A área de transferência é limpa depois de {{duration}}.',
    obtained: 'Você tem um token novo. Válido por {{duration}}.',
    obtainedUnknown: 'Você tem um token novo. O servidor não informou por quanto tempo ele vale.',
    wayFound:
      'Deu certo. O servidor quer receber ID e secret assim: {{way}}. O perfil guarda isso.',
    nothingToCopy: 'Ainda não há token para copiar. Obtenha um primeiro.',
    reportCopied: 'Relatório copiado, sem os dados secretos e os tokens.',
    saved: 'Perfil salvo.',
    shared: 'Arquivo salvo. Ele não tem nada secreto: seu colega preenche os próprios dados.',
    deleted: '“{{name}}” foi excluído.',
  },
}
