import type { WordsLike } from '../../../shared/words-like.ts'
import type { outcome as english } from '../en/outcome.ts'

export const outcome: WordsLike<typeof english> = {
  todo: 'Wat je kunt doen',
  ask: 'Aan wie je het kunt vragen',
  askWhom: {
    details: 'De mensen die je deze gegevens gaven, kunnen helpen.',
    network: 'De beheerders van je netwerk kunnen helpen. Op het werk is dat de IT-afdeling.',
    server: 'Blijft dit zo, dan kunnen alleen de beheerders van de server het oplossen.',
    certificate:
      'Klopt de klok, dan moeten de beheerders van de server het certificaat vernieuwen.',
    renewal:
      'De beheerders van de server bepalen hoelang een token verlengd kan worden. Vind je dat te kort, vraag het hun dan.',
    pace: 'Gebeurt dit vaak, vraag dan de beheerders van de server hoeveel verzoeken er mogen.',
  },
  report:
    'Stuur het rapport mee. Daarin staan het verzoek en het antwoord, zonder geheime gegevens en tokens.',
  noReport: 'Laat deze pagina zien: er staan geen geheime gegevens op.',
  copyReport: 'Rapport voor hulp kopiëren',
  getAnew:
    'Kies “{{action}}”. Token Desk vraagt dan een nieuw token, dat de oude toestemming niet nodig heeft.',
  checkTarget:
    'Vergelijk onder “Meer opties” ook “Audience” en “Resource” met wat je aanbieder je stuurde.',
  checkForm:
    'De gegevens zijn als JSON verstuurd, en veel servers accepteren alleen formuliervelden. Kies “Profiel bewerken” en dan formuliervelden onder “Meer opties”.',
  again: 'Je kunt ook wachten. Token Desk probeert het automatisch opnieuw: {{moment}}.',
  waitUntil: 'Probeer het na {{time}} opnieuw. De server vraagt om deze pauze.',
  waitLong: 'Probeer het niet voor {{time}}. De server vraagt om een pauze van een uur of langer.',
  otherMethods: {
    title: 'Misschien moeten ze alleen anders verstuurd worden',
    what: 'Elke server wil ID en secret op zijn eigen manier krijgen. Token Desk kan dezelfde gegevens op de andere gebruikelijke manieren sturen en onthouden welke werkt.',
    password: 'Je gebruikersnaam en wachtwoord worden elke keer ongewijzigd meegestuurd.',
    query:
      'Bij de laatste manier komt het secret in het webadres, waar het in de logboeken van de server kan blijven staan.',
    start: 'Andere manieren proberen',
  },
  endpoint: {
    tokenEndpoint: 'token endpoint',
    refreshEndpoint: 'adres voor verlengen',
    authorizationEndpoint: 'autorisatieadres',
    deviceAuthorizationEndpoint: 'apparaatadres',
    pushedAuthorizationRequestEndpoint: 'adres voor vooraf verstuurde verzoeken',
  },
  obtained: { title: 'Je hebt een nieuw token' },
  'client-refused': {
    title: 'De server accepteerde de client ID of het client secret niet',
    what: 'De server antwoordde, maar kent deze ID met dit secret niet.',
    whatAll:
      'Token Desk heeft elke gebruikelijke manier van versturen geprobeerd, en de server weigerde ze allemaal. De client ID of het client secret moet dus fout zijn.',
    whatAllPassword:
      'Token Desk heeft elke gebruikelijke manier van versturen geprobeerd, en de server weigerde ze allemaal. De client ID of het client secret is dus fout, of bij sommige servers de gebruikersnaam of het wachtwoord.',
    whatAllUnclear:
      'Token Desk heeft ID en secret op elke gebruikelijke manier gestuurd, en de server weigerde ze allemaal zonder te zeggen waarom. Misschien is een van beide fout, of wil de server weten waarvoor het token is.',
    whatSome:
      'De server weigerde een deel van de gebruikelijke manieren. Op de andere kwam geen duidelijk antwoord, dus de ID en het secret kunnen nog kloppen.',
    methodsRefused: 'Geweigerd',
    methodsOpen: 'Kon niet geprobeerd worden',
    checkSpelling:
      'Kies “Profiel bewerken” en kopieer de client ID en het client secret opnieuw, zonder spatie ervoor of erna.',
    titleIdAlone: 'De server accepteerde de client ID niet',
    whatIdAlone: 'De server antwoordde, maar accepteert deze client ID niet zonder secret.',
    checkIdSpelling:
      'Kies “Profiel bewerken” en kopieer de client ID opnieuw, zonder spatie ervoor of erna.',
    checkSecret:
      'Kreeg je ook een client secret? Kies daar dan bij “Clientauthenticatie” hoe het verstuurd wordt.',
    titleUnclear: 'De server weigerde en zei niet waarom',
    whatUnclear:
      'Misschien is de client ID of het client secret fout, of wil de server weten waarvoor het token is.',
    checkScope: 'De scope is leeg. Kreeg je er een, kies dan “Profiel bewerken” en vul die in.',
    checkWay:
      'Kloppen ze, vraag dan hoe ze verstuurd moeten worden: in een header of in het verzoek.',
    checkOpen:
      'Wacht een paar minuten, kies “{{action}}” en probeer daarna de andere manieren opnieuw.',
    checkValid: 'Vraag of het secret nog geldig is: sommige worden na een tijd vervangen.',
  },
  'user-refused': {
    title: 'De server accepteerde de gebruikersnaam of het wachtwoord niet',
    what: 'Aan de client ID en het secret lag het niet. De server liet deze gebruiker niet binnen.',
    whatIdAlone: 'Aan de client ID lag het niet. De server liet deze gebruiker niet binnen.',
    checkSpelling:
      'Kies “Profiel bewerken” en typ gebruikersnaam en wachtwoord opnieuw. Let op hoofdletters.',
    checkElsewhere:
      'Probeer met dezelfde gebruikersnaam in te loggen op de website van de aanbieder.',
    checkRepeat:
      'Probeer het niet te vaak: veel servers blokkeren een account na een paar foute wachtwoorden.',
  },
  'needs-sign-in': {
    title: 'De server wil dat je opnieuw inlogt',
    what: 'De toestemming om dit token te verlengen is verlopen of ingetrokken. Dat is normaal na een tijd.',
    whatSignIn: 'De dienst accepteerde deze inlogpoging niet, of wil je nog iets vragen.',
    titleTyped: 'De server accepteerde het refresh token niet',
    whatTyped:
      'Het heeft hier nooit gewerkt: misschien is het niet volledig, hoort het bij een andere client ID, of is het al gebruikt.',
    checkTyped:
      'Kies “Profiel bewerken” en vergelijk het refresh token, de client ID en het token endpoint met wat je kreeg.',
    checkUsedUp:
      'Kloppen ze, dan is het refresh token al gebruikt of verlopen: vraag een nieuw token aan.',
    check: 'Kies “{{action}}”.',
    checkGiven: 'Vraag om een nieuw refresh token. Kies daarna “Profiel bewerken” en vul het in.',
  },
  'grant-not-allowed': {
    title: 'Op deze manier mag je geen token ophalen',
    what: 'De server geeft jou geen tokens op de manier die je bij grant type koos.',
    check: 'Vergelijk het grant type met wat je aanbieder je stuurde.',
    checkBrowser:
      'Veel diensten geven geen codes voor een ander apparaat. Kies “Profiel bewerken” en dan “{{grant}}”.',
    checkSecondProof:
      'Misschien wil de server een tweede bewijs van wie je bent, zoals een code op je telefoon. Dan zijn gebruikersnaam en wachtwoord hier niet genoeg: vraag naar een andere manier.',
  },
  'scope-refused': {
    title: 'De server accepteerde de scope niet',
    what: 'Je vroeg om iets wat daar niet bestaat, of wat jij niet mag gebruiken.',
    check:
      'Vergelijk de scope letter voor letter met wat je aanbieder je stuurde, of laat hem leeg.',
    whatEmpty: 'De server wil weten waarvoor het token is, en de scope is leeg.',
    checkEmpty:
      'Kies “Profiel bewerken” en vul de scope in die je kreeg. Heb je er geen, vraag er dan om.',
  },
  'bad-request': {
    title: 'De server begreep het verzoek niet',
    what: 'Iets wat deze server nodig heeft, ontbreekt of heeft een andere vorm dan hij verwacht.',
    check:
      'Vergelijk elk veld met wat je aanbieder je stuurde: is er een leeg, of staat iets op de verkeerde plek?',
    checkJson: 'Stuurde je aanbieder de gegevens tussen { en }? Kies dan JSON onder “Meer opties”.',
  },
  'rate-limited': {
    title: 'De server vraagt je om het rustiger aan te doen',
    what: 'Hij kreeg te veel verzoeken in korte tijd.',
    check: 'Wacht even en probeer het opnieuw.',
  },
  'server-trouble': {
    title: 'De server heeft een probleem',
    what: 'Je gegevens kloppen waarschijnlijk. De server kan zijn werk nu even niet doen.',
    check: 'Wacht een paar minuten en probeer het opnieuw.',
  },
  'gateway-refused': {
    title: 'Iets vóór de server hield het verzoek tegen',
    what: {
      blocked:
        'Iets vóór de server, zoals een firewall, hield het verzoek tegen. De server heeft je gegevens niet gezien, dus ze kunnen kloppen.',
      'no-route':
        'Een gateway vóór de server kent dit adres niet. De server heeft je andere gegevens niet gezien, dus die kunnen kloppen.',
      'api-key':
        'Een gateway vóór de server wil een eigen sleutel, vaak API key genoemd. Dat is niet het client secret.',
      'network-address':
        'De server accepteert alleen verzoeken uit bepaalde netwerken. Dat van jou hoort daar niet bij.',
    },
    checkAddress: 'Vergelijk het {{endpoint}} letter voor letter met wat je kreeg.',
    checkNetwork: 'Probeer een ander netwerk. Heb je op het werk een VPN nodig?',
    checkKey:
      'Kreeg je een API key of subscription key? Kies “Profiel bewerken” en voeg die onder “Meer opties” toe als extra header.',
    checkAllowed:
      'Vraag of ze je netwerk willen toelaten. Ze hebben het openbare IP-adres ervan nodig.',
    checkWhy: 'Vraag waarom het verzoek is tegengehouden. Meteen opnieuw proberen helpt zelden.',
  },
  moved: {
    title: 'De server wijst naar een ander adres',
    what: 'Token Desk ging er niet heen, want dan had het je geheime gegevens weggegeven.',
    whatTo:
      'Hij wijst naar {{location}}. Token Desk ging er niet heen, want dan had het je geheime gegevens weggegeven.',
    check: 'Vraag je aanbieder om het juiste {{endpoint}}, en verander het in het profiel.',
    checkNetwork:
      'Is dat adres niet van je aanbieder, dan ligt het misschien aan je netwerk. Open een website in je browser en log daar eerst in.',
  },
  unreachable: {
    title: 'De server was niet te bereiken',
    what: {
      'name-not-found': 'Er is geen computer met deze naam, of je netwerk kent hem niet.',
      'connection-refused': 'De computer is er wel, maar op dit adres antwoordt niets.',
      'connection-lost': 'De verbinding werd verbroken voordat het antwoord compleet was.',
      timeout: 'De server antwoordde niet binnen 30 seconden.',
      proxy: 'De proxy van je netwerk liet het verzoek niet door.',
      'no-secure-connection':
        'Er antwoordde daar iets, maar niet via het veilige https. Er is niets verstuurd.',
      'client-certificate':
        'De server vraagt om een persoonlijk certificaat van jou. Token Desk stuurt dat nooit.',
      offline: 'Deze computer is niet met een netwerk verbonden.',
      other: 'Er kwam geen leesbaar antwoord.',
    },
    checkNetwork: 'Kun je een website openen in je browser? Heb je op het werk een VPN nodig?',
    checkAddress: 'Vergelijk het {{endpoint}} letter voor letter met wat je aanbieder je stuurde.',
    checkPort:
      'Staat er een getal achter de naam van de server, zoals :8443? Vergelijk dat dan ook.',
    checkDown: 'Misschien ligt de server eruit. Probeer het over een paar minuten opnieuw.',
    checkAgain: 'Probeer het over een paar minuten opnieuw.',
    checkProxy:
      'Open een website in je browser. Vraagt die om een naam en een wachtwoord, dan wil het netwerk die eerst.',
    checkCertificate:
      'Vraag degene die je het {{endpoint}} gaf om een ander, dat zonder certificaat werkt.',
    checkOffline: 'Verbind deze computer met internet en probeer het opnieuw.',
    checkDoubtful:
      'Kies “{{action}}”. Twee keer kwam er geen antwoord bij het verlengen. Misschien kun je nu niet meer verlengen.',
  },
  'certificate-not-trusted': {
    title: 'De server kon niet bewijzen wie hij is',
    what: {
      expired:
        'Volgens de klok van deze computer is het certificaat verlopen of nog niet geldig. Er is niets verstuurd.',
      'wrong-host': 'Het certificaat hoort bij een ander adres. Er is niets verstuurd.',
      'unknown-issuer':
        'Deze computer weet niet wie het certificaat heeft uitgegeven. Er is niets verstuurd.',
      other: 'Het certificaat is niet te vertrouwen. Er is niets verstuurd.',
    },
    checkClock:
      'De klok van deze computer zei {{moment}}. Klopt dat niet, zet hem dan gelijk en probeer het opnieuw.',
    checkHost: 'Vergelijk het {{endpoint}} letter voor letter met wat je aanbieder je stuurde.',
    checkNetwork: 'Open in een hotel of op een gastnetwerk een website en log daar eerst in.',
    checkCompany:
      'Vraag het op het werk aan je IT-afdeling: misschien moeten ze een certificaat installeren.',
  },
  'not-an-oauth-answer': {
    title: 'Het antwoord was geen token',
    titleBefore: 'Het antwoord was niet wat er gevraagd was',
    what: {
      'web-page':
        'Er kwam een webpagina terug. Misschien is dit niet het adres dat tokens uitgeeft.',
      'sign-in-page':
        'Er kwam een inlogpagina terug. Vaak komt die niet van de server maar van het netwerk, zoals in een hotel of op een vliegveld.',
      xml: 'De server antwoordde in XML. Token Desk vraagt om JSON en kan uit XML geen token lezen.',
      'sign-in-address':
        'Dit adres is voor mensen die inloggen. Een programma krijgt zijn token op een ander adres.',
      'no-token':
        'Het antwoord zag er goed uit, maar waar het token hoort, stond alleen een woord.',
      nothing: 'Het antwoord was leeg. Misschien is dit niet het adres dat tokens uitgeeft.',
      'something-else':
        'Het antwoord was iets anders. Misschien is dit niet het adres dat tokens uitgeeft.',
    },
    whatBefore: {
      'web-page': 'Er kwam een webpagina terug. Misschien is dit niet het juiste adres.',
      nothing: 'Het antwoord was leeg. Misschien is dit niet het juiste adres.',
      'something-else': 'Het antwoord was iets anders. Misschien is dit niet het juiste adres.',
    },
    whatInstead:
      'Er kwam een webpagina terug. Dit adres gaf je eerder tokens, dus misschien antwoordde het netwerk in plaats van de server.',
    whatForbidden:
      'Er kwam een webpagina terug met “niet toegestaan”. Misschien hield iets vóór de server het verzoek tegen.',
    whatAbsent: 'De server zegt dat er niets is op dit adres.',
    whatOtherMethod: 'De server zegt dat dit adres zulke verzoeken niet accepteert.',
    check:
      'Vergelijk het token endpoint met wat je aanbieder je stuurde. Vaak ontbreekt het einde, zoals /token.',
    checkWhole: 'Vergelijk het {{endpoint}} letter voor letter met wat je aanbieder je stuurde.',
    checkNetwork: 'Log in een hotel of op een gastnetwerk daar eerst in.',
    checkXml: 'Vraag of de server in JSON kan antwoorden, of daarvoor een ander adres heeft.',
    checkNoToken: 'Vergelijk elk veld met wat je kreeg. Probeer het daarna opnieuw.',
    checkSignIn: 'Open een website in je browser. Moet je inloggen, doe dat dan daar.',
    checkSignInAddress:
      'Hoef je nergens in te loggen, vergelijk dan het {{endpoint}} met wat je aanbieder je stuurde. Het is niet het adres waar mensen inloggen.',
  },
  'unsafe-answer': {
    title: 'Het antwoord was niet veilig om te gebruiken',
    what: {
      'token-characters': 'In het token staan tekens die niet in een token mogen staan.',
      'token-type': 'Dit soort token kan niet als Bearer-token gebruikt worden.',
      'repeated-key': 'Het antwoord zegt twee verschillende dingen tegelijk.',
      'not-utf8': 'Het antwoord is geen leesbare tekst.',
      'too-large': 'Het antwoord is veel te groot voor een token.',
      'too-deep': 'Het antwoord heeft veel te veel lagen voor een token.',
    },
    check:
      'Vergelijk het {{endpoint}} met wat je aanbieder je stuurde: is het echt dat van je aanbieder?',
  },
  denied: {
    title: 'Je hebt geen toegang gegeven',
    what: 'De inlogpagina meldde dat jij, of een regel van je organisatie, nee zei. Er is niets veranderd.',
    check: 'Kies “{{action}}” om het opnieuw te proberen.',
  },
  'sign-in-expired': {
    title: 'Het inloggen is niet op tijd afgerond',
    what: 'Niemand heeft het inloggen afgerond. Er is niets veranderd.',
    check: 'Kies “{{action}}” om het opnieuw te proberen.',
  },
  'port-unavailable': {
    title: 'De poort voor het antwoord is in gebruik',
    what: 'Een ander programma gebruikt poort {{port}}, waarop het antwoord moet binnenkomen. Daarom is de browser niet geopend.',
    check:
      'Sluit dat programma, of kies “Profiel bewerken” en een andere poort bij “Omleidingsadres”. Registreer het nieuwe adres ook bij de dienst.',
    reserved: {
      title: 'De poort voor het antwoord is niet te gebruiken',
      what: 'Deze computer houdt poort {{port}} voor zichzelf. Daarom is de browser niet geopend.',
      check:
        'Kies “Profiel bewerken” en een andere poort boven 1024 bij “Omleidingsadres”. Registreer het nieuwe adres ook bij de dienst.',
    },
    'no-ipv6': {
      title: 'Het adres voor het antwoord werkt hier niet',
      what: 'In het omleidingsadres staat [::1] en daar is IPv6 voor nodig. Deze computer gebruikt geen IPv6. Daarom is de browser niet geopend.',
      check:
        'Kies “Profiel bewerken” en schrijf bij “Omleidingsadres” 127.0.0.1 in plaats van [::1]. Registreer het nieuwe adres ook bij de dienst.',
    },
    'another-sign-in': {
      title: 'Een ander profiel wacht op zijn antwoord',
      what: 'Je bent al bij een ander profiel aan het inloggen, dat zijn antwoord ook op poort {{port}} verwacht. Daarom is de browser niet geopend.',
      check: 'Rond het inloggen bij dat andere profiel af of annuleer het, en log daarna hier in.',
    },
  },
  'not-believed': {
    title: 'Het antwoord op het inloggen is niet te vertrouwen',
    what: 'Het past niet bij wat Token Desk vroeg. Daarom is het niet gebruikt.',
    check:
      'Probeer het opnieuw. Gebeurt het weer, laat dan het rapport zien aan de beheerders van de server.',
  },
  cancelled: { title: 'Je hebt het verzoek gestopt' },
}
