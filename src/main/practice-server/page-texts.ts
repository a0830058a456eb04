import type { Language } from '../../shared/language.ts'

/** The texts of the pages that the practice server shows in a browser. */
const en = {
  practice: 'Practice',
  nothingReal: 'This page comes from Token Desk on your own computer. Nothing here is real.',
  who: {
    title: 'Sign in for practice',
    hint: 'Choose who you want to be. There is no password.',
    asked: 'Token Desk proposes {{person}}.',
    refuse: 'I don’t want to sign in',
  },
  allow: {
    title: 'What may Token Desk do?',
    you: 'You are {{person}}.',
    other: 'Sign in as {{person}} instead',
    asks: 'Token Desk asks to:',
    allow: 'Allow',
    refuse: 'Don’t allow',
    goesBack: 'Your answer goes back to {{address}}.',
  },
  scopes: {
    openid: 'know which person signed in',
    profile: 'see your practice name',
    email: 'see your practice e-mail address',
    offline_access: 'keep this access without asking you again',
    read: 'read your practice data',
    write: 'change your practice data',
  },
  code: {
    title: 'Enter the code',
    hint: 'Token Desk shows a code of eight letters. Type it here.',
    label: 'Code',
    next: 'Continue',
    unknown: 'There is no such code. Compare it with Token Desk, letter by letter.',
    missing: 'Type the code first.',
    expired: 'This code is too old. Get a new one in Token Desk.',
    used: 'This code has been used already. Get a new one in Token Desk.',
    wrong: 'That did not work. Type the code again.',
  },
  compare: {
    title: 'Is this the same code?',
    hint: 'Token Desk has to show exactly this code:',
    warning: 'Did somebody else send you here or give you the code? Then choose “No”.',
    same: 'Yes, it is the same',
    different: 'No, stop here',
  },
  done: {
    title: 'You are signed in',
    hint: 'You can close this tab and go back to Token Desk.',
  },
  refused: {
    title: 'Nothing was allowed',
    hint: 'You can close this tab. Token Desk got no token.',
  },
  over: {
    title: 'This sign-in is over',
    hint: 'It was finished, or it took too long. Go back to Token Desk and start again.',
  },
  failed: {
    title: 'The practice server refused this',
    hint: 'Compare the settings of the profile with what the server says:',
    back: 'You can close this tab.',
  },
}

export type PageTexts = typeof en

const nl: PageTexts = {
  practice: 'Oefenen',
  nothingReal: 'Deze pagina komt van Token Desk op je eigen computer. Niets hier is echt.',
  who: {
    title: 'Inloggen om te oefenen',
    hint: 'Kies wie je wilt zijn. Er is geen wachtwoord.',
    asked: 'Token Desk stelt {{person}} voor.',
    refuse: 'Ik wil niet inloggen',
  },
  allow: {
    title: 'Wat mag Token Desk doen?',
    you: 'Je bent {{person}}.',
    other: 'Inloggen als {{person}}',
    asks: 'Token Desk vraagt toestemming om:',
    allow: 'Toestaan',
    refuse: 'Niet toestaan',
    goesBack: 'Je antwoord gaat terug naar {{address}}.',
  },
  scopes: {
    openid: 'te weten wie er inlogde',
    profile: 'je oefennaam te zien',
    email: 'je oefen-e-mailadres te zien',
    offline_access: 'deze toegang te houden zonder het opnieuw te vragen',
    read: 'je oefengegevens te lezen',
    write: 'je oefengegevens te wijzigen',
  },
  code: {
    title: 'Voer de code in',
    hint: 'Token Desk toont een code van acht letters. Typ die hier.',
    label: 'Code',
    next: 'Verder',
    unknown: 'Deze code bestaat niet. Vergelijk hem letter voor letter met Token Desk.',
    missing: 'Typ eerst de code.',
    expired: 'Deze code is te oud. Haal een nieuwe op in Token Desk.',
    used: 'Deze code is al gebruikt. Haal een nieuwe op in Token Desk.',
    wrong: 'Dat lukte niet. Typ de code opnieuw.',
  },
  compare: {
    title: 'Is dit dezelfde code?',
    hint: 'Token Desk moet precies deze code tonen:',
    warning: 'Heeft iemand anders je hierheen gestuurd of je de code gegeven? Kies dan “Nee”.',
    same: 'Ja, het is dezelfde',
    different: 'Nee, stop hier',
  },
  done: {
    title: 'Je bent ingelogd',
    hint: 'Je kunt dit tabblad sluiten en teruggaan naar Token Desk.',
  },
  refused: {
    title: 'Er is niets toegestaan',
    hint: 'Je kunt dit tabblad sluiten. Token Desk kreeg geen token.',
  },
  over: {
    title: 'Dit inloggen is voorbij',
    hint: 'Het is al klaar, of het duurde te lang. Ga terug naar Token Desk en begin opnieuw.',
  },
  failed: {
    title: 'De oefenserver weigerde dit',
    hint: 'Vergelijk de instellingen van het profiel met wat de server zegt:',
    back: 'Je kunt dit tabblad sluiten.',
  },
}

const ptBr: PageTexts = {
  practice: 'Prática',
  nothingReal: 'Esta página vem do Token Desk no seu próprio computador. Nada aqui é real.',
  who: {
    title: 'Fazer login para praticar',
    hint: 'Escolha quem você quer ser. Não há senha.',
    asked: 'O Token Desk sugere {{person}}.',
    refuse: 'Não quero fazer login',
  },
  allow: {
    title: 'O que o Token Desk pode fazer?',
    you: 'Você é {{person}}.',
    other: 'Fazer login como {{person}}',
    asks: 'O Token Desk pede permissão para:',
    allow: 'Permitir',
    refuse: 'Não permitir',
    goesBack: 'Sua resposta volta para {{address}}.',
  },
  scopes: {
    openid: 'saber quem fez login',
    profile: 'ver seu nome de prática',
    email: 'ver seu e-mail de prática',
    offline_access: 'manter este acesso sem perguntar de novo',
    read: 'ler seus dados de prática',
    write: 'alterar seus dados de prática',
  },
  code: {
    title: 'Digite o código',
    hint: 'O Token Desk mostra um código de oito letras. Digite-o aqui.',
    label: 'Código',
    next: 'Continuar',
    unknown: 'Esse código não existe. Compare-o com o Token Desk, letra por letra.',
    missing: 'Digite o código primeiro.',
    expired: 'Este código expirou. Obtenha um novo no Token Desk.',
    used: 'Este código já foi usado. Obtenha um novo no Token Desk.',
    wrong: 'Não deu certo. Digite o código de novo.',
  },
  compare: {
    title: 'É o mesmo código?',
    hint: 'O Token Desk deve mostrar exatamente este código:',
    warning: 'Outra pessoa mandou você até aqui ou deu o código a você? Então escolha “Não”.',
    same: 'Sim, é o mesmo',
    different: 'Não, parar aqui',
  },
  done: {
    title: 'Você fez login',
    hint: 'Você pode fechar esta aba e voltar ao Token Desk.',
  },
  refused: {
    title: 'Nada foi permitido',
    hint: 'Você pode fechar esta aba. O Token Desk não recebeu nenhum token.',
  },
  over: {
    title: 'Este login terminou',
    hint: 'Ele já foi concluído ou demorou demais. Volte ao Token Desk e comece de novo.',
  },
  failed: {
    title: 'O servidor de prática recusou isto',
    hint: 'Compare as configurações do perfil com o que o servidor diz:',
    back: 'Você pode fechar esta aba.',
  },
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = { en, nl, 'pt-BR': ptBr }
