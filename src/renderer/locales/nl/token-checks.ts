import type { WordsLike } from '../../../shared/words-like.ts'
import type { tokenChecks as english } from '../en/token-checks.ts'

export const tokenChecks: WordsLike<typeof english> = {
  title: 'Dit token controleren of beëindigen',
  intro: 'Alleen de server die het token uitgaf, krijgt de vraag.',
  introOthers:
    'Deze servers krijgen de vraag: {{hosts}}. Ze ontvangen het token, dus controleer of ze bij deze dienst horen.',
  end: 'Dit token beëindigen',
  introspect: 'De server ernaar vragen',
  signature: 'De handtekening controleren',
  userinfo: 'Wie is er ingelogd?',
  cancel: 'Annuleren',
  result: 'Resultaat van de controle',
  waiting: 'Bezig met de vraag aan de server …',
  cannot: {
    all: 'Dit profiel heeft daar geen adressen voor. “Instellingen zoeken” vindt ze misschien: kies “Profiel bewerken”.',
    end: 'Je kunt het hier niet beëindigen, want het profiel heeft daar geen adres voor (revocation endpoint).',
    endMicrosoft:
      'Bij Microsoft kan een programma niet één token beëindigen. Overal uitloggen in je Microsoft-account beëindigt wel het verlengen.',
    introspect:
      'Je kunt de server er niet naar vragen, want het profiel heeft daar geen adres voor (introspection endpoint).',
    signature:
      'De handtekening is niet te controleren, want het profiel zegt niet waar de sleutels van de server staan (JWKS-adres).',
    userinfo:
      'Je kunt de server niet vragen wie er is ingelogd, want het profiel heeft daar geen adres voor (userinfo endpoint).',
  },
  confirm: {
    title: 'Het token van “{{name}}” beëindigen?',
    what: 'Token Desk vraagt de server om het te beëindigen en haalt het uit dit profiel. Programma’s met dit token werken dan niet meer. Je kunt later een nieuw token ophalen.',
    no: 'Annuleren',
    yes: 'Dit token beëindigen',
  },
  ended: {
    title: 'De server is gevraagd om het token te beëindigen',
    gone: 'Dit profiel heeft het niet meer.',
    mayWorkUntil: 'Een ondertekend token kan nog werken tot {{moment}}.',
    mayWork: 'Een ondertekend token kan nog werken tot het verloopt.',
    stoppedRenewal:
      'Automatisch verlengen staat nu uit, dus zonder jou wordt geen nieuw token opgehaald.',
  },
  endedPartly: {
    title: 'De server deed maar een deel ervan',
    accessLeft:
      'Verlengen kan niet meer, maar het access token zelf beëindigde de server niet. Het werkt tot het verloopt.',
    refreshLeft:
      'Het access token is beëindigd, maar de toestemming om te verlengen (refresh token) niet. Je kunt het nog eens proberen.',
  },
  notEnded: {
    title: 'De server beëindigde het token niet',
    what: 'Het profiel heeft het nog.',
  },
  active: {
    title: 'Volgens de server is het actief',
    subject: 'Uitgegeven aan',
    userName: 'Gebruikersnaam',
    client: 'Client ID',
    scope: 'Wat ermee mag',
    expires: 'Verloopt',
    issuer: 'Uitgegeven door',
    nothing: 'Verder zei de server er niets over.',
  },
  notActive: {
    title: 'Volgens de server is het niet actief',
    what: 'Dat kan ook betekenen dat deze client er niet naar mag vragen.',
  },
  signed: {
    accessToken: 'Access token',
    idToken: 'ID-token',
    keysFrom: 'Vergeleken met de sleutels die {{host}} bekendmaakt.',
    genuine: {
      title: 'De handtekening is echt',
      what: 'De server heeft dit token ondertekend, en er is niets aan veranderd.',
    },
    'not-genuine': {
      title: 'De handtekening is niet echt',
      what: 'Ze is niet gemaakt met de sleutel van de server. Vertrouw niet wat er in het token staat.',
    },
    'key-not-found': {
      title: 'De sleutel is niet gevonden',
      what: 'De server maakt de sleutel van deze handtekening niet bekend. Misschien is hij vervangen, of tekende een andere server.',
    },
    'not-checkable': {
      title: 'De handtekening is niet te controleren',
      why: {
        opaque:
          'Dit token heeft geen handtekening. Alleen de server kan het lezen, en dat is normaal.',
        encrypted:
          'Het is versleuteld. Alleen de dienst waarvoor het bedoeld is, kan het openen, en dat is normaal.',
        unsigned: 'Het is helemaal niet ondertekend, dus iedereen kan het geschreven hebben.',
        'shared-secret':
          'Het is ondertekend met een gedeeld geheim (HS256 of iets dergelijks). Alleen wie dat kent, kan het controleren.',
        microsoft: 'Alleen Microsoft kan dit token controleren; dat is normaal.',
        extension: 'Het vraagt om een uitbreiding van de standaard die Token Desk niet kent.',
        algorithm: 'Het heeft een soort handtekening die Token Desk niet kent.',
        'key-unusable': 'De sleutel die de server ervoor bekendmaakt, is te kort of beschadigd.',
        malformed: 'Het token is beschadigd, of geschreven op een manier die niet mag.',
      },
    },
    'not-reached': {
      title: 'De sleutels van de server zijn niet gelezen',
      what: 'Dit zegt niets over het token.',
      slow: 'De server gaf binnen vijf seconden geen antwoord.',
    },
  },
  person: {
    title: 'De server zegt wie er is ingelogd',
    name: 'Naam',
    userName: 'Gebruikersnaam',
    email: 'E-mailadres',
    subject: 'ID bij de server',
    subjectTerm: 'subject',
    same: 'Het is dezelfde persoon als in het ID-token.',
    signed: 'Het antwoord was een ondertekende tekst. De handtekening is niet gecontroleerd.',
  },
  somebodyElse: {
    title: 'Het antwoord gaat over iemand anders',
    what: 'De server noemt iemand anders dan het ID-token van deze login, dus je ziet er niets van.',
  },
  unreadable: {
    title: 'Het antwoord zegt niet wie er is ingelogd',
    what: 'Het was niet wat er gevraagd was. Controleer het adres in het profiel (userinfo endpoint).',
    encrypted: 'Het is versleuteld voor een ander programma.',
  },
  otherServer: {
    title: 'Er is niets verstuurd',
    what: 'Dit token kwam van een andere server of client ID dan het profiel nu noemt. Haal eerst een nieuw token op.',
  },
  failed: {
    client: {
      title: 'De server accepteerde deze client niet',
      what: 'De client ID of het client secret klopt hier misschien niet, of deze client mag het niet vragen.',
    },
    refused: {
      title: 'De server weigerde',
      what: 'Iets in het verzoek beviel de server niet.',
    },
    strange: {
      title: 'Wat terugkwam, was geen antwoord op de vraag',
      what: 'Misschien is het adres in het profiel niet het juiste.',
    },
    unsafe: 'Het antwoord was te groot, of was niet veilig te lezen.',
    code: 'De foutcode van de server zelf is: {{code}}.',
  },
}
