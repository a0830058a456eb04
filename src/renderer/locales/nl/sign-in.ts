import type { WordsLike } from '../../../shared/words-like.ts'
import type { signIn as english } from '../en/sign-in.ts'

export const signIn: WordsLike<typeof english> = {
  start: 'Inloggen',
  another: 'Inloggen met een ander account',
  browserHint:
    '“{{action}}” opent je browser bij {{server}}. Daar vul je je wachtwoord in, niet hier.',
  deviceHint: '“{{action}}” haalt een code op bij {{server}}. Die vul je in een browser in.',
  first: 'Log in om er een te krijgen.',
  waiting: 'Wacht …',
  left: 'nog {{time}}',
  browser: {
    title: 'Ga verder in je browser',
    opened: 'Je browser heeft een pagina van deze site geopend:',
    what: 'Log daar in en geef toegang. Daarna gaat Token Desk automatisch verder.',
    whatPaste: 'Log daar in en geef toegang. Neem dan het adres mee waar je uitkomt.',
    notOpened: 'Voor deze site kon geen browser worden geopend:',
    whatNotOpened: 'Kies “Adres kopiëren” en plak het in een browser. Log daar in en geef toegang.',
    stray: 'Er kwam een antwoord binnen dat bij een andere inlogpoging hoort. Het is genegeerd.',
    again: 'Opnieuw openen',
    copyAddress: 'Adres kopiëren',
    copied: 'Gekopieerd',
    notice: {
      tls: {
        title: 'Je browser wilde per se https',
        what: 'Hij probeerde terug te komen, maar dit adres begint met http. Kopieer de adresbalk en plak die hier. Zet voor de volgende keer “alleen https” in de browser uit.',
      },
      'no-parameters': {
        title: 'Je browser kwam terug zonder antwoord',
        what: 'Het antwoord staat misschien in de adresbalk. Kopieer die helemaal en plak hem hier.',
      },
      error: {
        title: 'De dienst meldde een fout',
        what: 'Die hoort misschien bij een andere inlogpoging, dus Token Desk blijft wachten. Toont je browser ook een fout? Kies dan “Annuleren”.',
      },
    },
  },
  paste: {
    open: 'Plak het adres waar je uitkwam',
    use: 'Gebruiken',
    hint: 'Kopieer de hele adresbalk van de browser, ook als de pagina een fout toont. Toont de pagina een code, dan is die genoeg.',
    why: 'Na het inloggen kom je uit op {{address}}. Token Desk kan die pagina niet zien en heeft het adres ervan nodig.',
    whyCode:
      'Na het inloggen toont de pagina een code. Token Desk kan die niet zien, dus kopieer hem hierheen.',
    secret: 'Deze tekst is zo geheim als een wachtwoord en werkt één keer. Stuur hem aan niemand.',
    result: {
      taken: 'Dank je. Token Desk haalt je token op.',
      'no-code':
        'In deze tekst staat geen code. Kopieer de hele adresbalk, van “http” tot helemaal aan het eind.',
      'other-sign-in':
        'Dit hoort bij een andere inlogpoging, of bij een die voorbij is. Gebruik de pagina die je het laatst hebt geopend, of kies “Opnieuw openen”.',
      'other-address':
        'Dit is het adres van een andere pagina. Log eerst helemaal in en kopieer dan het adres van de pagina daarna.',
    },
  },
  see: {
    title: 'Wat zie je in de browser?',
    redirect: {
      title: 'Iets over het omleidingsadres',
      term: 'redirect URI, antwoord-URL, callback',
      what: 'De dienst stuurt je alleen terug naar adressen die hij kent. Registreer dit adres daar, letter voor letter:',
      more: 'Heb je een ander adres gekregen? Kies dan “Profiel bewerken” en vul dat in.',
    },
    permission: {
      title: 'Geen toestemming, of niet toegewezen',
      what: 'Je bent wel ingelogd, maar dit account mag de app niet gebruiken. Vraag je beheerder om toegang en kies dan “Opnieuw openen”.',
    },
    administrator: {
      title: 'Een beheerder moet akkoord gaan',
      what: 'In jouw organisatie kan alleen een beheerder deze app toestaan. Verstuur het verzoek dat de pagina aanbiedt, of vraag het je beheerder.',
      more: 'Je hoeft hier niet te wachten. Kom terug en log in als het is toegestaan.',
    },
    account: {
      title: 'Het verkeerde account, of geen vraag',
      what: 'Je browser is nog ingelogd als iemand anders. Met “Inloggen met een ander account” vraagt de pagina je om te kiezen.',
      more: 'Gebeurt dat niet, kies dan “Adres kopiëren” en plak het in een privévenster.',
    },
    nothing: {
      title: 'Er gebeurt niets na “Toestaan”',
      what: 'Sommige pagina’s laten de browser niet terug naar deze computer. Kies “Adres kopiëren” en probeer een andere browser, zoals Firefox.',
      more: 'Is de adresbalk veranderd, plak de tekst dan hier. Of vraag of de dienst een code voor een ander apparaat kan geven.',
    },
    unreachable: {
      title: 'De site is niet bereikbaar of weigert de verbinding',
      what: 'Je bent er bijna: kopieer de adresbalk van die pagina en plak hem hier.',
      more: 'Een VPN, een proxy, beveiligingssoftware of de instelling “alleen https” van de browser kan de oorzaak zijn. Een andere poort bij het omleidingsadres kan ook helpen.',
    },
    elsewhere: {
      title: 'Ik heb op een andere computer ingelogd',
      what: 'Dat kan ook. De laatste pagina daar is niet bereikbaar, en dat hoort zo. Kopieer het adres ervan naar deze computer en plak het hier.',
    },
  },
  device: {
    title: 'Vul deze code in',
    open: 'Open deze pagina op een apparaat naar keuze:',
    type: 'Log in en vul de code in:',
    compare: 'Log in en kijk of daar dezelfde code staat:',
    copy: 'Code kopiëren',
    openPage: 'Pagina openen',
    notOpened:
      'Token Desk opent dit adres niet, omdat het niet met https beveiligd is. Vertrouw je het, typ het dan in een browser.',
    qr: 'QR-code van {{address}}',
    scan: 'Of scan hem met je telefoon',
    warning:
      'Vul alleen de code in die je hier ziet. Vul er nooit een in die iemand je stuurde: dan laat je diegene binnen.',
    again: 'Nieuwe code ophalen',
  },
  longer: {
    at: 'Je moet opnieuw inloggen om {{time}}.',
    sometime: 'Werkt dit token niet meer, dan moet je opnieuw inloggen.',
    ends: 'Token Desk kan dit token verlengen tot {{moment}}. Wordt dat niet opgeschoven door een verlenging, dan moet je opnieuw inloggen.',
    asked: 'Er is om langere toegang gevraagd, maar de dienst gaf die niet.',
    ask: 'Langere toegang vragen',
    hint: 'Dit past het profiel aan, en je logt nog één keer in. Daarna kan Token Desk het token zonder jou verlengen.',
  },
  origin: {
    send: 'Origin meesturen',
  },
}
