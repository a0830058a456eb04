import type { WordsLike } from '../../../shared/words-like.ts'
import type { claims as english } from '../en/claims.ts'

export const claims: WordsLike<typeof english> = {
  notVerified:
    'Dit zegt het token over zichzelf. Token Desk leest het, maar controleert de handtekening niet. Dat doet de dienst waarvoor je het gebruikt.',
  notVerifiedTerm: 'niet gecontroleerd',
  notVerifiedHeader:
    'Zo is het token volgens zichzelf gemaakt. Token Desk leest dat, maar controleert het niet.',
  encrypted: 'Dit is normaal: alleen de dienst waarvoor het bedoeld is, kan het lezen.',
  encryptedTerm: 'versleuteld token',
  opaque: 'Dit is normaal: alleen de server kan dit token lezen.',
  opaqueMore:
    'Het heeft {{count}} tekens en werkt net als elk ander token. Je kunt het gewoon kopiëren en gebruiken.',
  opaqueTerm: 'opaque token',
  noToken: 'Zodra je een token hebt, zie je hier wat erin staat.',
  contents: 'Wat erin staat',
  contentsTerm: 'claims',
  header: 'Hoe het gemaakt is',
  headerTerm: 'JWT-header',
  lockedHeaderTerm: 'JWE-header',
  value: 'Waarde',
  meaning: 'Betekenis',
  none: 'Niets.',
  repeated: 'komt meer dan één keer voor',
  search: 'Zoeken in dit token',
  clearSearch: 'Zoekveld leegmaken',
  foundNothing: 'Niets gevonden in dit token.',
  found_one: '{{count}} regel gevonden.',
  found_other: '{{count}} regels gevonden.',
  showAllRows: 'Alle {{count}} regels tonen',
  showAllText: 'Alle {{count}} tekens tonen',
  yes: 'ja',
  no: 'nee',
  empty: 'leeg',
  explained: '{{word}}: {{meaning}}',
  raw: 'Precies zoals in het token',
  rawTerm: 'ruwe JSON',
  rawClaims: 'Wat erin staat, als ruwe JSON',
  rawHeader: 'Hoe het gemaakt is, als ruwe JSON',
  clock: {
    behind:
      'De tijden hieronder zijn volgens de klok van de server. De klok van deze computer loopt {{duration}} achter.',
    ahead:
      'De tijden hieronder zijn volgens de klok van de server. De klok van deze computer loopt {{duration}} voor.',
  },
  notes: 'Goed om te weten',
  note: {
    'end-missing':
      'Het einde van het token ontbreekt. Kopieer het helemaal, van het eerste tot het laatste teken.',
    'middle-missing': 'In het midden van het token ontbreekt iets. Kopieer het helemaal.',
    'signature-missing':
      'Het laatste deel, de handtekening, ontbreekt. Zo accepteert geen dienst het. Kopieer het helemaal.',
    'parts-missing':
      'Dit is een versleuteld token, en er ontbreekt een deel. Kopieer het helemaal.',
    'part-too-many': 'Het heeft een deel te veel. Misschien heb je iets anders meegekopieerd.',
    'written-as-json':
      'Het is als JSON geschreven. De meeste diensten willen een token op één regel, zonder haakjes.',
    'payload-cut': 'De inhoud is afgekapt en kan dus niet in een lijst.',
    unsigned: 'Er staat geen handtekening onder. Iedereen kan het geschreven of veranderd hebben.',
    'not-yet-valid': 'Je kunt het nog niet gebruiken. Hieronder staat vanaf wanneer wel.',
    'issued-in-future':
      'Volgens de klok van deze computer is het in de toekomst uitgegeven. Vergelijk de klok met je telefoon: misschien loopt hij achter.',
    ended: 'Volgens de klok van deze computer is het verlopen. Hieronder staat wanneer.',
    'ends-before-issued':
      'Er staat dat het al verlopen was voordat het werd uitgegeven. Een van de twee datums klopt niet.',
    'repeated-names':
      'Een naam komt meer dan één keer voor. Programma’s zijn het niet eens welke telt, dus je ziet ze allemaal.',
    detached: 'De inhoud wordt ergens anders bewaard, dus hier is niets te tonen.',
    'payload-not-encoded': 'De inhoud staat er als gewone tekst in. Dat is zeldzaam, maar mag.',
    'payload-not-json': 'De inhoud heeft niet de gewone vorm en kan dus niet in een lijst.',
    'payload-not-utf8': 'De inhoud is geen tekst en kan dus niet in een lijst.',
    'payload-too-deep': 'De inhoud heeft te veel lagen en kan dus niet in een lijst.',
    'payload-too-large': 'Er staat meer in dan hier in een lijst past: meer dan 5000 waarden.',
    'unusual-dates':
      'Een datum is op een ongewone manier geschreven. Andere programma’s lezen hem misschien anders.',
    'impossible-dates': 'Een datum erin bestaat niet. Je ziet hem precies zoals in het token.',
  },
  inspect: {
    open: 'Een token bekijken',
    title: 'Een token bekijken',
    intro:
      'Plak een access token om te zien wat erin staat. Het blijft op deze computer en wordt niet bewaard.',
    label: 'Token',
    hint: 'Het geeft niet als er “Bearer”, aanhalingstekens of regeleindes omheen staan.',
    clear: 'Leegmaken',
    close: 'Sluiten',
    result: 'Wat er gevonden is',
    glance: 'In één oogopslag',
    found: {
      jwt: 'Het token is te lezen. Hieronder zie je wat erin staat.',
      header: 'Alleen hoe het token gemaakt is, is te lezen. Dat zie je hieronder.',
      encrypted: 'Het token is versleuteld. Hieronder zie je hoe het gemaakt is.',
      opaque: 'In het token is niets te lezen.',
    },
    answer:
      'Dit is het hele antwoord van de server. Alleen de server kan het token daarin lezen. Dat is normaal.',
    words: 'Dit ziet er niet uit als een token.',
    tooLong: 'Deze tekst is te lang voor een token. Plak alleen het token.',
    opaque:
      'Er is niets in te lezen. Dat is normaal: veel tokens zijn alleen voor de server leesbaar.',
    opaqueMore_one:
      'Het heeft één teken. Had je er meer verwacht, kijk dan of je alles geplakt hebt.',
    opaqueMore_other:
      'Het heeft {{count}} tekens. Had je er meer verwacht, kijk dan of je alles geplakt hebt.',
  },
}
