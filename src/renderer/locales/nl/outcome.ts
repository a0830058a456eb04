import type { WordsLike } from '../../../shared/words-like.ts'
import type { outcome as english } from '../en/outcome.ts'

export const outcome: WordsLike<typeof english> = {
  todo: 'Wat je kunt doen',
  ask: 'Wie je kunt vragen',
  askWhom: {
    details: 'Wie je deze gegevens gaf, kan helpen.',
    network: 'Wie je netwerk beheert, kan helpen. Op het werk is dat de IT-afdeling.',
    server: 'Blijft het zo, dan kan alleen wie de server beheert helpen.',
    certificate: 'Klopt de klok, dan moet wie de server beheert het certificaat vernieuwen.',
    renewal:
      'Wie de server beheert, bepaalt hoelang een token vernieuwd kan worden. Vraag het daar als dat te vaak ophoudt.',
    pace: 'Gebeurt dit vaak, vraag dan wie de server beheert hoeveel verzoeken er mogen.',
  },
  report:
    'Stuur het rapport mee: wat er gevraagd en geantwoord is, met voor elk geheim en elk token alleen de lengte.',
  noReport: 'Laat deze pagina zien: er staan geen geheime gegevens op.',
  copyReport: 'Rapport voor hulp kopiëren',
  getAnew:
    'Kies “Token ophalen”. Dit was een vernieuwing; een nieuw token heeft de oude toestemming niet nodig.',
  checkTarget: 'Vergelijk onder “Meer opties” ook “Audience” en “Resource” met je papieren.',
  checkForm:
    'Je gegevens gingen als JSON, en veel servers nemen alleen formuliervelden aan. Kies “Profiel bewerken” en dan formuliervelden onder “Meer opties”.',
  again: 'Je kunt ook wachten: Token Desk probeert het uit zichzelf opnieuw: {{moment}}.',
  waitUntil: 'Probeer het na {{time}} opnieuw. De server vraagt om deze pauze.',
  waitLong: 'Probeer het niet voor {{time}}. De server vraagt om een pauze van een uur of langer.',
  otherWays: {
    title: 'Misschien moeten ze alleen anders verstuurd worden',
    what: 'Elke server wil ID en secret op zijn eigen manier krijgen. Token Desk kan dezelfde gegevens nog eens op elke andere gewone manier sturen en onthouden welke werkt.',
    password: 'Je gebruikersnaam en wachtwoord gaan elke keer mee, zoals ze zijn.',
    query:
      'Bij de laatste van deze manieren komt het secret in het webadres, waar een logboek van de server het kan bewaren.',
    start: 'Andere manieren proberen',
  },
  obtained: { title: 'Je hebt een nieuw token' },
  'client-refused': {
    title: 'De server nam de client ID of het client secret niet aan',
    what: 'De server antwoordde, maar kent deze ID met dit secret niet.',
    whatAll:
      'Token Desk stuurde ze op elke gewone manier, en de server weigerde ze allemaal. De client ID of het client secret moet dus fout zijn.',
    whatAllPassword:
      'Token Desk stuurde ze op elke gewone manier, en de server weigerde ze allemaal. Het ligt dus niet aan de manier. De client ID of het client secret is fout, of bij sommige servers de gebruikersnaam of het wachtwoord.',
    whatAllUnclear:
      'Token Desk stuurde ID en secret op elke gewone manier, en de server weigerde ze allemaal zonder te zeggen waarom. Misschien is een van beide fout, of wil de server weten waarvoor het token is.',
    whatSome:
      'De server weigerde ze op een deel van de gewone manieren. Op de andere kwam geen duidelijk antwoord, dus de ID en het secret kunnen nog kloppen.',
    methodsRefused: 'Geweigerd',
    methodsOpen: 'Kon niet geprobeerd worden',
    checkSpelling:
      'Vergelijk de client ID en het client secret met wat je kreeg. Kies “Profiel bewerken” en kopieer ze opnieuw, zonder spatie ervoor of erna.',
    titleIdAlone: 'De server nam de client ID niet aan',
    whatIdAlone: 'De server antwoordde, maar neemt deze client ID zonder secret niet aan.',
    checkIdSpelling:
      'Vergelijk de client ID met wat je kreeg. Kies “Profiel bewerken” en kopieer hem opnieuw, zonder spatie ervoor of erna.',
    checkSecret:
      'Kreeg je ook een client secret? Kies daar dan bij “Clientauthenticatie” hoe het verstuurd wordt.',
    titleUnclear: 'De server weigerde en zei niet waarom',
    whatUnclear:
      'Misschien is de client ID of het client secret fout, of wil de server weten waarvoor het token is.',
    checkScope: 'De scope is leeg. Kreeg je er een, kies dan “Profiel bewerken” en vul die in.',
    checkWay:
      'Kloppen ze, vraag dan hoe ze verstuurd moeten worden: in een header of in het verzoek.',
    checkOpen:
      'Wacht een paar minuten, kies “Token ophalen” en probeer daarna de andere manieren opnieuw.',
    checkValid: 'Vraag of het secret nog geldig is: sommige worden na een tijd vervangen.',
  },
  'user-refused': {
    title: 'De server nam de gebruikersnaam of het wachtwoord niet aan',
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
    what: 'De toestemming om dit token te vernieuwen is voorbij of ingetrokken. Dat is normaal na een tijd.',
    titleTyped: 'De server nam het refresh token niet aan',
    whatTyped:
      'Het heeft hier nooit gewerkt: misschien is het niet volledig, hoort het bij een andere client ID, of is het al gebruikt.',
    checkTyped:
      'Kies “Profiel bewerken” en vergelijk het refresh token, de client ID en het token endpoint met wat je kreeg.',
    checkUsedUp:
      'Kloppen ze, dan is het refresh token al gebruikt of verlopen: vraag een nieuw token aan.',
    check: 'Kies “Token ophalen”.',
    checkGiven: 'Vraag om een nieuw refresh token. Kies daarna “Profiel bewerken” en typ het.',
  },
  'grant-not-allowed': {
    title: 'Op deze manier mag je geen token ophalen',
    what: 'De server geeft jou geen tokens op de manier die bij grant type gekozen is.',
    check: 'Vergelijk het grant type met je papieren.',
    checkSecondProof:
      'Misschien wil de server een tweede bewijs van wie je bent, zoals een code op je telefoon. Dan zijn gebruikersnaam en wachtwoord hier niet genoeg: vraag naar een andere manier.',
  },
  'scope-refused': {
    title: 'De server weigerde waarvoor je het token wilt gebruiken',
    what: 'Je vroeg om iets wat daar niet bestaat, of wat jij niet mag gebruiken.',
    check: 'Vergelijk de scope met je papieren, letter voor letter, of laat hem leeg.',
    whatEmpty: 'De server wil weten waarvoor het token is, en de scope is leeg.',
    checkEmpty:
      'Kies “Profiel bewerken” en vul de scope in die je kreeg. Heb je er geen, vraag er dan om.',
  },
  'bad-request': {
    title: 'De server begreep het verzoek niet',
    what: 'Iets wat deze server nodig heeft, ontbreekt of heeft een andere vorm dan hij verwacht.',
    check:
      'Vergelijk elk veld met je papieren: is er een leeg, of staat iets op de verkeerde plek?',
    checkJson: 'Staan de gegevens op je papieren tussen { en }? Kies dan JSON onder “Meer opties”.',
  },
  'rate-limited': {
    title: 'De server vraagt je om het rustiger aan te doen',
    what: 'Hij kreeg te veel verzoeken in korte tijd.',
    check: 'Wacht even en probeer het opnieuw.',
  },
  'server-trouble': {
    title: 'De server heeft zelf een probleem',
    what: 'Je gegevens kloppen waarschijnlijk. De server kon zijn werk nu niet doen.',
    check: 'Wacht een paar minuten en probeer het opnieuw.',
  },
  'gateway-refused': {
    title: 'Iets vóór de server hield het verzoek tegen',
    what: {
      blocked:
        'Een beveiliging vóór de server, zoals een firewall, hield het verzoek tegen. De server heeft je gegevens niet gezien, dus ze kunnen kloppen.',
      'no-route':
        'Een gateway vóór de server kent dit adres niet. De server heeft je andere gegevens niet gezien, dus die kunnen kloppen.',
      'api-key':
        'Een gateway vóór de server wil een eigen sleutel, vaak API key genoemd. Dat is niet het client secret.',
      'network-address':
        'De server laat alleen verzoeken uit bepaalde netwerken toe. Dat van jou hoort daar niet bij.',
    },
    checkAddress: 'Vergelijk het token endpoint letter voor letter met wat je kreeg.',
    checkNetwork: 'Probeer een ander netwerk. Is er op het werk een VPN nodig?',
    checkKey:
      'Kreeg je een API key of subscription key? Kies “Profiel bewerken” en voeg die onder “Meer opties” toe als extra header.',
    checkAllowed:
      'Vraag of ze je netwerk willen toelaten. Daarvoor is het openbare IP-adres ervan nodig.',
    checkWhy: 'Vraag waarom het verzoek is tegengehouden. Meteen opnieuw proberen helpt zelden.',
  },
  moved: {
    title: 'De server wijst naar een ander adres',
    what: 'Token Desk ging er niet heen, want dan had het je geheime gegevens afgegeven.',
    whatTo:
      'Hij wijst naar {{location}}. Token Desk ging er niet heen, want dan had het je geheime gegevens afgegeven.',
    check: 'Vraag je aanbieder om het juiste token endpoint, en verander het in het profiel.',
    checkNetwork:
      'Is dat adres niet van je aanbieder, dan ligt het misschien aan je netwerk. Open een website in je browser en log daar eerst in.',
  },
  unreachable: {
    title: 'De server was niet te bereiken',
    what: {
      'name-not-found': 'Er is geen computer met deze naam, of je netwerk kent hem niet.',
      'connection-refused': 'De computer is er wel, maar op dit adres antwoordt niets.',
      'connection-lost': 'De verbinding brak af voordat het antwoord compleet was.',
      timeout: 'De server antwoordde niet binnen 30 seconden.',
      proxy: 'De proxy van je netwerk liet het verzoek niet door.',
      'no-secure-connection':
        'Er antwoordde daar iets, maar niet via het veilige https. Er is niets verstuurd.',
      'client-certificate':
        'De server vraagt om een certificaat van jou. Token Desk laat zo’n certificaat nooit aan een server zien.',
      offline: 'Deze computer is niet met een netwerk verbonden.',
      other: 'Er kwam geen antwoord dat te lezen was.',
    },
    checkNetwork: 'Opent een website in je browser? Is er op het werk een VPN nodig?',
    checkAddress: 'Vergelijk het token endpoint met je papieren, letter voor letter.',
    checkPort:
      'Staat er een getal achter de naam van de server, zoals :8443? Vergelijk dat dan ook.',
    checkDown: 'Misschien ligt de server eruit. Probeer het over een paar minuten opnieuw.',
    checkAgain: 'Probeer het over een paar minuten opnieuw.',
    checkProxy:
      'Open een website in je browser. Vraagt die om een naam en een wachtwoord, dan wil het netwerk die eerst.',
    checkCertificate:
      'Vraag degene die je het token endpoint gaf om een ander, dat zonder certificaat werkt.',
    checkOffline: 'Verbind deze computer met internet en probeer het opnieuw.',
    checkDoubtful:
      'Kies “Token ophalen”. Twee keer kwam er geen antwoord bij het vernieuwen. Misschien telt de toestemming daarvoor bij de server nu als gebruikt.',
  },
  'certificate-not-trusted': {
    title: 'De server kon niet bewijzen wie hij is',
    what: {
      expired:
        'Volgens de klok van deze computer is het certificaat verlopen of telt het nog niet. Er is niets verstuurd.',
      'wrong-host': 'Het certificaat hoort bij een ander adres. Er is niets verstuurd.',
      'unknown-issuer':
        'Deze computer weet niet wie het certificaat heeft uitgegeven. Er is niets verstuurd.',
      other: 'Het certificaat is niet te vertrouwen. Er is niets verstuurd.',
    },
    checkClock:
      'De klok van deze computer zei {{moment}}. Klopt dat niet, zet hem dan gelijk en probeer het opnieuw.',
    checkHost: 'Vergelijk het token endpoint met je papieren, letter voor letter.',
    checkNetwork: 'Open in een hotel of gastnetwerk eerst een website en log daar in.',
    checkCompany:
      'Vraag het op het werk aan je IT-afdeling: misschien moeten ze een certificaat installeren.',
  },
  'not-an-oauth-answer': {
    title: 'Wat terugkwam, was geen token',
    what: {
      'web-page':
        'Er kwam een webpagina terug. Misschien is dit niet het adres dat tokens uitdeelt.',
      'sign-in-page':
        'Er kwam een pagina terug waarop iemand moet inloggen. Vaak komt die niet van de server maar van het netwerk, zoals in een hotel of op een vliegveld.',
      xml: 'De server antwoordde in XML. Token Desk vraagt om JSON en kan uit XML geen token lezen.',
      'sign-in-address':
        'Dit adres is voor mensen die inloggen. Een programma krijgt zijn token op een ander adres.',
      'no-token':
        'Het antwoord zag er goed uit, maar waar het token hoort, stond alleen een woord dat geen token is.',
      nothing: 'Het antwoord was leeg. Misschien is dit niet het adres dat tokens uitdeelt.',
      'something-else':
        'Het antwoord was iets anders. Misschien is dit niet het adres dat tokens uitdeelt.',
    },
    whatInstead:
      'Er kwam een webpagina terug. Eerder kwamen er tokens van dit adres, dus misschien antwoordde het netwerk in plaats van de server.',
    whatForbidden:
      'Er kwam een webpagina terug die zegt dat het niet mag. Misschien hield een bewaker voor de server het verzoek tegen.',
    whatAbsent: 'De server zegt dat er niets is op dit adres.',
    whatOtherMethod: 'De server zegt dat dit adres zulke verzoeken niet aanneemt.',
    check: 'Vergelijk het token endpoint met je papieren. Vaak ontbreekt het einde, zoals /token.',
    checkWhole: 'Vergelijk het token endpoint met je papieren, letter voor letter.',
    checkNetwork: 'Log in een hotel of gastnetwerk daar eerst in.',
    checkXml: 'Vraag of de server in JSON kan antwoorden, of daar een ander adres voor heeft.',
    checkNoToken: 'Vergelijk elk veld met wat je kreeg. Probeer het daarna opnieuw.',
    checkSignIn: 'Open een website in je browser. Moet je inloggen, doe dat dan daar.',
    checkSignInAddress:
      'Vraagt niets je om in te loggen, vergelijk dan het token endpoint met je papieren. Het is een ander adres dan waar mensen inloggen.',
  },
  'unsafe-answer': {
    title: 'Het antwoord was niet veilig om te gebruiken',
    what: {
      'token-characters': 'In het token staan tekens die in geen token mogen staan.',
      'token-type': 'Dit soort token kan niet als Bearer-token gebruikt worden.',
      'repeated-key': 'Het antwoord zegt twee verschillende dingen tegelijk.',
      'not-utf8': 'Het antwoord is geen leesbare tekst.',
      'too-large': 'Het antwoord is veel te groot voor een token.',
      'too-deep': 'Het antwoord heeft veel te veel lagen voor een token.',
    },
    check: 'Vergelijk het token endpoint met je papieren: is het echt dat van je aanbieder?',
  },
  cancelled: { title: 'Je hebt het verzoek gestopt' },
}
