import type { WordsLike } from '../../shared/words-like.ts'
import type { en } from './en.ts'

export const nl: WordsLike<typeof en> = {
  backupFiles: {
    backups: 'Back-ups',
    all: 'Alle bestanden',
  },
  menu: {
    file: 'Bestand',
    lockNow: 'Nu vergrendelen',
    close: 'Venster sluiten',
    quit: '{{app}} afsluiten',
    exit: 'Afsluiten',
    edit: 'Bewerken',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    cut: 'Knippen',
    copy: 'Kopiëren',
    paste: 'Plakken',
    pasteAsText: 'Plakken als gewone tekst',
    delete: 'Verwijderen',
    selectAll: 'Alles selecteren',
    view: 'Beeld',
    actualSize: 'Normale grootte',
    zoomIn: 'Inzoomen',
    zoomOut: 'Uitzoomen',
    fullScreen: 'Volledig scherm',
    reload: 'Opnieuw laden',
    developerTools: 'Ontwikkelhulpmiddelen',
    window: 'Venster',
    minimize: 'Minimaliseren',
    zoom: 'Venster vergroten',
    front: 'Alles op voorgrond',
    about: 'Over {{app}}',
    services: 'Voorzieningen',
    hide: '{{app}} verbergen',
    hideOthers: 'Andere verbergen',
    showAll: 'Alles tonen',
  },
  notifications: {
    copied: {
      title: 'Gekopieerd',
      validFor: 'Gekopieerd. Nog {{left}} geldig.',
      endUnknown: 'Gekopieerd. De server gaf niet aan hoelang het geldig is.',
      ended: 'Gekopieerd, maar dit token is verlopen en kon niet verlengd worden.',
    },
    copyInWindow: {
      title: 'Nog niet gekopieerd',
      body: 'Op deze desktop kan Token Desk alleen in het eigen venster kopiëren. Klik hier om het te openen.',
    },
    notCopied: {
      title: 'Er is niets gekopieerd',
      body: 'Open Token Desk om te zien waarom.',
    },
    endsSoon: {
      title: '{{name}}: het token verloopt bijna',
      body: 'Het is nog {{left}} geldig en wordt niet automatisch verlengd.',
      bodyNetwork:
        'Het is nog {{left}} geldig. Token Desk wacht op het netwerk om het te verlengen.',
      bodySignIn: 'Het is nog {{left}} geldig. Voor een nieuw token moet je inloggen.',
      action: 'Verlengen en kopiëren',
    },
    needsSignIn: {
      title: '{{name}}: log opnieuw in',
      body: 'Het token kan niet meer verlengd worden. Open het profiel om een nieuw op te halen.',
      action: 'Profiel openen',
    },
    renewalFailed: {
      title: '{{name}}: het token is niet verlengd',
      body: 'Token Desk probeert het niet meer. Open het profiel om te zien waarom.',
      action: 'Profiel openen',
    },
    several: {
      title_one: '{{count}} profiel heeft je aandacht nodig',
      title_other: '{{count}} profielen hebben je aandacht nodig',
      body: 'Hun tokens verlopen bijna of kunnen niet verlengd worden. Open Token Desk om te zien welke.',
    },
  },
  pageGone: {
    title: 'Het venster is een paar keer vastgelopen',
    what: 'Token Desk heeft het opnieuw geopend, en het liep elke keer vast. Je profielen en tokens zijn veilig.',
    help: 'Blijft dit gebeuren, sluit Token Desk dan af en start de computer opnieuw op.',
    again: 'Probeer opnieuw',
    quit: 'Token Desk afsluiten',
  },
  practice: {
    password: 'Oefenserver',
    browser: 'Oefenen: inloggen met de browser',
    device: 'Oefenen: code voor een ander apparaat',
  },
  redirectPage: {
    accepted: {
      title: 'Je kunt dit tabblad sluiten',
      body: 'Token Desk heeft het antwoord en gaat verder in zijn eigen venster.',
    },
    refused: {
      title: 'Dit inloggen is voorbij, of hoort bij iets anders',
      body: 'Token Desk heeft dit antwoord niet gebruikt.\n\nGa terug naar Token Desk en begin daar opnieuw. Wacht het nog op een login, maak die dan af. Je kunt dit tabblad sluiten.',
    },
    unclear: {
      title: 'De dienst meldde een fout',
      body: 'Er stond niet bij om welke login het gaat. Daarom wacht Token Desk nog.\n\nGa terug naar Token Desk, annuleer het inloggen en begin daar opnieuw. Je kunt dit tabblad sluiten.',
    },
    noAnswer: {
      title: 'Nog één stap: plak het adres',
      body: 'Het antwoord staat misschien in het adres van deze pagina, in een deel dat je browser niet doorgeeft.\n\nKopieer het hele adres boven in dit venster. Kies in Token Desk ‘Plak het adres waar je uitkwam’.\n\nDit adres is net zo geheim als een wachtwoord: geef het aan niemand.',
    },
    otherAddress: {
      title: 'Token Desk wacht op een ander adres',
      body: 'De dienst stuurde je naar een adres dat niet het omleidingsadres van het profiel is.\n\nGa terug naar Token Desk. Vergelijk het ‘Omleidingsadres’ met dat wat bij de dienst is geregistreerd: ze moeten letter voor letter gelijk zijn.',
    },
  },
  start: {
    refused:
      'Token Desk start niet met {{switches}}, want dan zouden anderen je geheime gegevens kunnen lezen. Start het zonder.',
    refusedVariables:
      'Token Desk start niet zolang de omgevingsvariabele {{variables}} is ingesteld, omdat anderen zo je geheime gegevens zouden kunnen lezen. Verwijder die en start opnieuw.',
  },
  tray: {
    tooltip: 'Token Desk',
    locked: 'Token Desk is vergrendeld – Openen',
    heading: 'Klik op een naam om de header te kopiëren',
    noProfiles: 'Nog geen profielen',
    live: '{{name}}  –  nog {{left}}',
    endUnknown: '{{name}}  –  geen einddatum',
    ended: '{{name}}  –  verlopen',
    needsSignIn: '{{name}}  –  opnieuw inloggen',
    waitingForNetwork: '{{name}}  –  wacht op netwerk',
    failed: '{{name}}  –  het laatste verzoek is mislukt',
    noToken: '{{name}}  –  nog geen token',
    showAll: 'Alles tonen…',
    open: 'Token Desk openen',
    lock: 'Nu vergrendelen',
    quit: 'Afsluiten',
    left: {
      lessThanAMinute: 'minder dan 1 min',
      minutes: '{{count}} min',
      hours: '{{hours}} u {{minutes}} min',
      days_one: '{{count}} dag',
      days_other: '{{count}} dagen',
    },
    closing: {
      message: 'Token Desk blijft draaien',
      detail:
        'Het pictogram blijft in het systeemvak. Klik erop om het venster weer te openen. Wil je Token Desk stoppen, kies dan Afsluiten in het menu van het pictogram. Je kunt dit veranderen onder Instellingen.',
      keepRunning: 'Laten draaien',
      quit: 'Afsluiten',
    },
  },
  unsaved: {
    title: 'Nog niet alles is opgeslagen',
    what_one:
      'Token Desk kon de laatste wijziging van één profiel niet opslaan. Als je nu afsluit, ben je die kwijt en moet je misschien nieuwe tokens ophalen.',
    what_other:
      'Token Desk kon de laatste wijzigingen van {{count}} profielen niet opslaan. Als je nu afsluit, ben je die kwijt en moet je misschien nieuwe tokens ophalen.',
    help: 'Maak ruimte vrij op de schijf, of sluit de schijf aan, en probeer het opnieuw.',
    stay: 'Token Desk open houden',
    quit: 'Afsluiten zonder op te slaan',
  },
}
