import type { WordsLike } from '../../../shared/words-like.ts'
import type { general as english } from '../en/window.ts'

export const general: WordsLike<typeof english> = {
  app: {
    failed: 'Token Desk kon je profielen niet laden',
    tryAgain: 'Opnieuw proberen',
    broken: 'Dit venster werkt niet meer',
    brokenHint: 'Je profielen en tokens zijn veilig. Laad het venster opnieuw om verder te gaan.',
    reload: 'Opnieuw laden',
    dismiss: 'Melding sluiten',
    wait: 'Een ogenblik …',
    waitForKeyStore:
      'Je opgeslagen geheime gegevens worden geopend. Vraagt deze computer om het wachtwoord van zijn sleutelopslag, vul het dan daar in.',
  },
  start: {
    title: 'Haal een access token op met één klik',
    what: 'Sommige onlinediensten vragen om een access token: een pas die ze voor een beperkte tijd opent. Token Desk haalt die pas voor je op, laat zien hoelang hij werkt en kopieert hem naar waar je hem nodig hebt.',
    haveDetails: 'Ik heb gegevens van een aanbieder',
    newHint:
      'Je hebt nodig wat ze je stuurden: meestal een client ID, een client secret en soms een gebruikersnaam en wachtwoord.',
    justLooking: 'Ik wil alleen even rondkijken',
    practiceHint:
      'Een kleine server in deze app geeft je een token om mee te spelen. Zonder account, zonder internet.',
    practiseSigningIn: 'Of oefen met inloggen, zoals de meeste diensten het vragen:',
    practiseInBrowser: 'Oefenen in de browser',
    practiseWithCode: 'Oefenen met een code',
  },
  list: {
    label: 'Profielen',
    search: 'Profielen zoeken',
    newProfile: 'Nieuw profiel',
    clear: 'Zoekveld leegmaken',
    noMatch: 'Geen profiel gevonden voor “{{search}}”.',
    back: 'Alle profielen',
    choose: 'Kies links een profiel.',
    practiceServer: 'Oefenserver',
    tryPractice: 'Oefenserver proberen',
    unknownEnd: 'Geen einddatum',
  },
  state: {
    valid: 'Geldig',
    'expiring-soon': 'Verloopt bijna',
    expired: 'Verlopen',
    'no-token': 'Geen token',
    'needs-sign-in': 'Inloggen nodig',
    'waiting-for-network': 'Wacht op netwerk',
    failed: 'Mislukt',
    locked: 'Vergrendeld',
  },
  duration: {
    days: '{{days}} d {{hours}} u',
    hours: '{{hours}} u {{minutes}} min',
    minutes: '{{minutes}} min {{seconds}} s',
    wholeMinutes: '{{minutes}} min',
    seconds: '{{seconds}} s',
    rough: {
      minutes_one: '{{count}} minuut',
      minutes_other: '{{count}} minuten',
      hours_one: '{{count}} uur',
      hours_other: '{{count}} uur',
      days_one: '{{count}} dag',
      days_other: '{{count}} dagen',
    },
  },
  moment: {
    today: 'vandaag, {{time}}',
  },
  said: {
    copied: 'Gekopieerd. Nog {{duration}} geldig.',
    copiedExpired: 'Gekopieerd, maar dit token is verlopen.',
    copiedUnknown: 'Gekopieerd. De server gaf niet aan hoelang het geldig is.',
    copiedOf: 'Het is het token voor “{{name}}”.',
    renewedFirst: 'Het is eerst verlengd.',
    notRenewed: 'Het kon niet verlengd worden.',
    goesTo: 'Het stuurt het token naar {{server}}.',
    needsAddress: 'Vul daarin het adres van je dienst in.',
    clearedAfter: 'Het klembord wordt na {{duration}} leeggemaakt.',
    obtained: 'Je hebt een nieuw token. Nog {{duration}} geldig.',
    obtainedUnknown: 'Je hebt een nieuw token. De server gaf niet aan hoelang het geldig is.',
    wayFound:
      'Het is gelukt. De server wil ID en secret zo ontvangen: {{way}}. Het profiel onthoudt dat.',
    nothingToCopy: 'Er is nog geen token om te kopiëren. Haal er eerst een op.',
    reportCopied: 'Rapport gekopieerd, zonder geheime gegevens en tokens.',
    saved: 'Profiel opgeslagen.',
    shared: 'Bestand opgeslagen. Er staat niets geheims in: je collega vult eigen gegevens in.',
    deleted: '“{{name}}” is verwijderd.',
  },
}
