import type { WordsLike } from '../../../shared/words-like.ts'
import type { findSettings as english } from '../en/find-settings.ts'

export const findSettings: WordsLike<typeof english> = {
  address: 'Serveradres',
  hint: 'De website waar mensen inloggen, of een ander adres van de server dat je kreeg. Token Desk zoekt de rest op.',
  missing: 'Vul het adres van de server in.',
  find: 'Instellingen zoeken',
  stop: 'Stoppen met zoeken',
  searching: 'De server wordt om zijn instellingen gevraagd …',
  found_one: '{{count}} adres van {{server}} gevonden',
  found_other: '{{count}} adressen van {{server}} gevonden',
  document: 'Gepubliceerd op',
  ways: 'Manieren om een token te krijgen',
  notSaid: 'De server zegt dit niet',
  scopes: 'Waarvoor wil je het token gebruiken?',
  scopesHint: 'De server noemt deze scopes. Kies alleen wat je aanbieder je opgaf.',
  scopesChosen:
    'Die voor het inloggen en verlengen zijn al gekozen. Kies andere alleen als je aanbieder die opgaf.',
  replaces: 'Dit vervangt wat nu in het formulier staat: {{names}}.',
  otherWay: 'De server biedt “{{before}}” niet aan. In het formulier wordt dit “{{after}}”.',
  use: 'Deze instellingen gebruiken',
  dismiss: 'Niet gebruiken',
  applied:
    'De instellingen zijn hieronder ingevuld. Controleer ze en vul aan wat je aanbieder je gaf.',
  stillMissing: 'Nog in te vullen: {{names}}.',
  mismatch: 'Deze instellingen horen bij een andere server',
  mismatchWhat:
    'Je vroeg om {{expected}}, maar de instellingen daar zijn van {{issuer}}. Er is niets ingevuld.',
  mismatchDo: 'Bedoel je die server, vul dan zijn adres in.',
  notFound: 'Deze server publiceert zijn instellingen niet',
  notFoundDo:
    'Controleer het adres. Klopt het, vul de instellingen dan zelf in: ze staan in de documentatie van je aanbieder.',
  moved: 'De instellingen staan op een ander adres',
  movedDo: 'De server verwijst naar {{location}}. Vertrouw je dat, vul dan dat adres in.',
  checkAddress: 'Controleer het adres letter voor letter.',
  tried: 'Waar Token Desk heeft gezocht',
  reason: {
    'not-there': 'Hier is niets ({{status}}).',
    refused: 'De server weigerde dit ({{status}}).',
    'server-trouble': 'De server heeft een probleem ({{status}}).',
    moved: 'Er wordt ergens anders heen verwezen ({{status}}).',
    'web-page': 'Dit is een webpagina voor mensen.',
    'not-json': 'Het antwoord is niet te lezen.',
    'too-large': 'Het antwoord is te groot.',
    'too-deep': 'Het antwoord is te ingewikkeld.',
    'repeated-member': 'Het antwoord zegt iets twee keer.',
    'not-metadata': 'Dit is iets anders.',
  },
  warning: {
    'issuer-slash':
      'De server schrijft zijn naam met een andere schuine streep aan het eind: {{issuer}}. Token Desk neemt die spelling over.',
    'issuer-not-compared':
      'De instellingen zijn van {{issuer}}. Controleer of je die server bedoelt.',
    'tenant-number': 'Microsoft noemt je organisatie bij een nummer: {{issuer}}. Dat is normaal.',
    'any-tenant':
      'Dit adres is voor accounts van elke organisatie. Ken je het adres van je eigen organisatie, gebruik dat dan.',
    'other-host': 'Op een andere server, {{host}}: {{names}}.',
    otherHostWhat:
      'Controleer of die bij deze dienst hoort voordat je hem gebruikt. Er gaan geheime gegevens of tokens heen.',
    'endpoint-refused': 'Niet gebruikt: {{name}}.',
    'no-token-endpoint': 'Het token endpoint ontbreekt. Vul het zelf in.',
    's256-not-announced':
      'De server zegt niets over PKCE. De meeste servers kunnen het toch, dus het blijft aan.',
    'no-known-authentication':
      'De server wil de client controleren op een manier die Token Desk niet kent.',
    'certificate-addresses-ignored':
      'De server heeft nog adressen voor clients met een certificaat. Token Desk gebruikt die niet.',
  },
}
