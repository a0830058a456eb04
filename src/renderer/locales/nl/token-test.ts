import type { WordsLike } from '../../../shared/words-like.ts'
import type { tokenTest as english } from '../en/token-test.ts'

export const tokenTest: WordsLike<typeof english> = {
  intro:
    'Kijk of een dienst dit token accepteert. Token Desk stuurt één verzoek met het token naar het adres en laat zien wat er terugkomt.',
  noToken: 'Haal eerst een token op. Dan kun je hier controleren of een dienst het accepteert.',
  address: 'Adres',
  addressHint: 'Een pagina van de dienst die je wilt gebruiken, zoals https://api.example.com/me.',
  cancel: 'Annuleren',
  start: 'Testen',
  sentTo:
    'Je token gaat naar {{server}}, en nergens anders heen. Er wordt alleen gelezen en niets veranderd.',
  remembered: 'Als de server het token accepteert, onthoudt het profiel dit adres.',
  result: 'Resultaat',
  firstLines: 'Eerste regels van het antwoord',
  masked: 'Je token en andere geheime gegevens zijn verborgen. Je ziet alleen hun lengte.',
  cut: 'Het antwoord is langer dan dit.',
  webPage: 'Dit is een webpagina, getoond als tekst.',
  bodyEmpty: 'Het antwoord was leeg.',
  bodyTooLarge: 'Het antwoord was groter dan 1 MB, dus Token Desk las het niet.',
  bodyNotText_one: 'Het antwoord was {{count}} byte die geen tekst is.',
  bodyNotText_other: 'Het antwoord was {{count}} bytes die geen tekst zijn.',
  status: {
    accepted: {
      title: '{{status}}: de server accepteerde het verzoek',
      what: 'Het token werkt hier, tenzij dit adres voor iedereen open is.',
    },
    refused: {
      title: '{{status}}: de server accepteerde het token niet',
      what: 'Misschien is het verlopen, of is het voor een andere dienst bedoeld.',
    },
    forbidden: {
      title: '{{status}}: het token is bekend, maar dit mag er niet mee',
      what: 'De mensen die je de gegevens gaven, kunnen zeggen waarvoor je dit token mag gebruiken.',
    },
    nothingThere: {
      title: '{{status}}: er is niets op dit adres',
      what: 'Dit zegt niets over het token. Vergelijk het adres met wat je aanbieder je stuurde.',
    },
    notThisWay: {
      title: '{{status}}: dit adres kun je zo niet lezen',
      what: 'Dit zegt weinig over het token. Probeer een adres dat iets laat zien, zoals een lijst.',
    },
    notUnderstood: {
      title: '{{status}}: de server begreep het verzoek niet',
      what: 'Dit zegt weinig over het token. Misschien ontbreekt er iets aan het eind van het adres.',
    },
    tooMany: {
      title: '{{status}}: de server vraagt je om het rustiger aan te doen',
      what: 'Hij kreeg te veel verzoeken in korte tijd. Wacht even en probeer het opnieuw.',
    },
    serverTrouble: {
      title: '{{status}}: de server heeft een probleem',
      what: 'Dit zegt niets over het token. Wacht een paar minuten en probeer het opnieuw.',
    },
    other: {
      title: '{{status}}: de server gaf een ongewoon antwoord',
      what: 'Dit getal is zeldzaam. Misschien staat in de documentatie van de dienst wat het betekent.',
    },
  },
  asks: {
    person: 'Iets ertussen, vaak het netwerk, wil dat je inlogt. Vraag het aan je IT-afdeling.',
    password: 'Dit adres wil een gebruikersnaam en een wachtwoord in plaats van een token.',
    other: 'Dit adres wil iets anders dan zo’n token.',
  },
  error: {
    invalid_token:
      'De server zegt dat het token verlopen of ingetrokken is, of niet van hem is (invalid_token).',
    insufficient_scope:
      'De server zegt dat het token hiervoor niet bruikbaar is: er ontbreekt een recht (insufficient_scope).',
    insufficientScopeNamed:
      'De server zegt dat het token een recht mist (insufficient_scope): {{scope}}.',
    invalid_request: 'De server zegt dat er iets aan het verzoek ontbreekt (invalid_request).',
    other: 'De eigen foutcode van de server is: {{code}}.',
  },
  moved: '{{status}}: de server wijst naar een ander adres',
  movedTo: 'Hij wijst naar {{location}}.',
  movedWhat:
    'Token Desk ging er niet heen, want dan had het je token weggegeven. Ken je het adres, test dat dan.',
  saysNothing: 'Dit zegt niets over het token.',
}
