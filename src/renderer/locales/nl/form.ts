import type { WordsLike } from '../../../shared/words-like.ts'
import type { form as english } from '../en/form.ts'

export const form: WordsLike<typeof english> = {
  newTitle: 'Nieuw profiel',
  editTitle: '“{{name}}” bewerken',
  duplicateTitle: '“{{name}}” dupliceren',
  duplicateIntro:
    'Alle instellingen worden gekopieerd, maar niet de geheime gegevens: een ander account of een andere omgeving heeft eigen gegevens. Vul die in.',
  intro: 'Neem deze gegevens over uit wat je aanbieder je stuurde. Alles blijft op deze computer.',
  save: 'Opslaan',
  saveAndGet: 'Opslaan en token ophalen',
  saveAndSignIn: 'Opslaan en inloggen',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  cancel: 'Annuleren',
  leaveTitle: 'Sluiten zonder op te slaan?',
  leaveWhat: 'Wat je hier typte, is nog niet opgeslagen.',
  lockTitle: 'Vergrendelen zonder op te slaan?',
  lockAnyway: 'Nu vergrendelen',
  stay: 'Verder bewerken',
  discard: 'Niet opslaan',
  optional: 'Niet verplicht.',
  chooseProvider: 'Kies …',
  justLooking: 'Geen gegevens bij de hand?',
  moreOptions: 'Meer opties',
  problems_one: 'Eén veld heeft je aandacht nodig.',
  problems_other: '{{count}} velden hebben je aandacht nodig.',
  savedSecret: 'Opgeslagen – laat leeg om te behouden',
  showSecret: 'Tonen wat ik typ in {{label}}',
  label: {
    name: 'Naam',
    provider: 'Aanbieder',
    tokenEndpoint: 'Token endpoint',
    grantType: 'Wat heb je gekregen?',
    clientAuthentication: 'Clientauthenticatie',
    encoding: 'Codering in de Basic-header',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    userName: 'Gebruikersnaam',
    password: 'Wachtwoord',
    userNameField: 'Veld voor de gebruikersnaam',
    refreshToken: 'Refresh token',
    scope: 'Scope',
    keepFresh: 'Automatisch verlengen',
    refreshEndpoint: 'Adres voor verlengen',
    audience: 'Audience',
    resource: 'Resource',
    bodyFormat: 'Vorm van het verzoek',
    sentWith: 'Versturen',
    keepSecret: 'Geheim houden',
    apiAddress: 'Adres van de dienst',
    issuer: 'Uitgever',
    authorizationEndpoint: 'Autorisatieadres',
    deviceAuthorizationEndpoint: 'Apparaatadres',
    pushedAuthorizationRequestEndpoint: 'Adres voor vooraf verstuurde verzoeken',
    revocationEndpoint: 'Intrekadres',
    introspectionEndpoint: 'Controleadres',
    userinfoEndpoint: 'Gebruikersadres',
    jwksUri: 'Sleuteladres',
    redirectAddress: 'Omleidingsadres',
    codeChallengeMethod: 'PKCE',
    responseMode: 'Antwoordwijze',
    prompt: 'Vraag bij het inloggen (prompt)',
    loginHint: 'Voor te stellen account',
    expectsIssuer: 'Verwacht de uitgever in het antwoord',
    sendsOrigin: 'Origin meesturen',
  },
  hint: {
    name: 'De naam in je lijst. Laat je dit leeg, dan wordt het de naam van de aanbieder.',
    provider: 'Wie gaf je de gegevens? Staat die niet in de lijst, kies dan de laatste.',
    tokenEndpoint:
      'Het webadres dat tokens uitgeeft. Je aanbieder noemt het misschien “token URL”; het eindigt vaak op /token.',
    tokenEndpointKnown:
      'Al voor je ingevuld. Verander het alleen als je aanbieder je een ander adres gaf.',
    tokenEndpointServer:
      'Het serveradres van je eigen organisatie, zoals api.example.com. Token Desk vult het aan.',
    clientAuthentication:
      'Hoe ID en secret naar de server gaan. Heb je hier niets over gehoord, laat het dan zo.',
    queryWarning:
      'Met Query string worden het secret, het refresh token en extra parameters deel van het webadres. Ze komen dan in de logboeken van de server. Gebruik dit alleen als je aanbieder erop staat.',
    encoding: 'Probeer de andere als de server een secret weigert waarvan je weet dat het klopt.',
    clientId: 'Heet ook wel app ID, application ID of consumer key.',
    clientSecret: 'Heet ook wel app secret, API secret of consumer secret.',
    userName: 'Vaak een e-mailadres.',
    password: 'Het wachtwoord dat bij deze gebruikersnaam hoort.',
    userNameField: 'Hoe deze server de gebruikersnaam noemt. Meestal is dat username.',
    userNameFieldChoice: 'Kies email_address als je gebruikersnaam een e-mailadres is.',
    refreshToken: 'Een lange code die je kreeg in plaats van een wachtwoord.',
    scope:
      'Waarvoor je het token mag gebruiken: woorden met spaties ertussen, precies zoals je aanbieder ze stuurde.',
    refreshEndpoint:
      'Waar tokens verlengd worden, als dat een ander adres is. Je aanbieder noemt het misschien “refresh URL”.',
    audience: 'Voor wie het token bedoeld is, precies zoals je aanbieder het stuurde.',
    resource: 'Het adres van de dienst waarvoor het token is. Zet spaties tussen meer adressen.',
    bodyFormat:
      'De vorm waarin Token Desk het verzoek stuurt. Kies JSON alleen als je aanbieder erom vraagt.',
    apiAddress:
      'Waar het token wordt gebruikt. “Token testen” en “Kopiëren als…” vullen het in; een adres dat werkte, wordt hier onthouden.',
    keepFresh: 'Verlengt het token voordat het verloopt, zolang Token Desk open is.',
    authorizationEndpoint:
      'De webpagina waar mensen inloggen. Je aanbieder noemt het misschien “authorize URL” of “auth URL”.',
    deviceAuthorizationEndpoint:
      'Het webadres dat codes voor andere apparaten uitgeeft. Je aanbieder noemt het misschien “device authorization URL”.',
    redirectAddress:
      'Hier komt je browser terug nadat je bent ingelogd. Registreer precies dit adres bij de dienst.',
    publicClient:
      'Kreeg je geen client secret? Dan is Geen de juiste keuze. Heb je er wel een, kies dan hoe het verstuurd wordt: meestal Basic-header.',
    offlineAccess:
      'Zonder offline_access in de scope staan veel servers verlengen niet toe. Je logt dan elke keer opnieuw in als het token verloopt.',
    loginHint: 'Je gebruikersnaam of e-mailadres. De inlogpagina stelt dan dit account voor.',
    prompt: 'Wat de inlogpagina elke keer vraagt, zoals consent of login. Meestal blijft dit leeg.',
    codeChallengeMethod:
      'Maakt een gestolen inlogcode onbruikbaar. Zet dit alleen uit als de server er niet mee overweg kan.',
    responseMode:
      'Hoe de browser het antwoord terugbrengt. Heb je hier niets over gehoord, laat het dan zo.',
    sendsOrigin:
      'Alleen voor apps die bij Microsoft zijn geregistreerd als “single-page application”.',
    issuer: 'De naam die de server zichzelf in zijn tokens geeft. Het lijkt op een webadres.',
    expectsIssuer: 'Weigert een antwoord dat niet zegt van welke server het komt.',
    pushedAuthorizationRequestEndpoint:
      'Is dit ingevuld, dan stuurt Token Desk de gegevens van een login eerst hierheen.',
    userinfoEndpoint: 'Waar de server zegt wie er is ingelogd.',
    revocationEndpoint: 'Waar de server gevraagd kan worden een token in te trekken.',
    introspectionEndpoint: 'Waar de server vragen over een token beantwoordt.',
    jwksUri: 'Waar de server de sleutels publiceert waarmee hij tokens ondertekent.',
  },
  grant: {
    password: 'Gebruikersnaam en wachtwoord',
    clientCredentials: 'Client ID en secret',
    authorizationCode: 'Ik log in met mijn browser',
    deviceCode: 'Een code voor een ander apparaat',
    refreshToken: 'Een refresh token',
  },
  grantHint: {
    password: 'Je vult ze hier in en Token Desk stuurt ze naar de server.',
    clientCredentials: 'Voor een programma dat zonder gebruiker werkt.',
    authorizationCode:
      'Je browser opent de inlogpagina van de dienst zelf. Zo werken de meeste diensten.',
    deviceCode:
      'Je logt in op je telefoon of een andere computer. Kies dit als je browser niet terug kan naar Token Desk.',
    refreshToken: 'Een lange code die nieuwe tokens ophaalt, van een login ergens anders.',
  },
  pkce: {
    S256: 'Aan (S256)',
    plain: 'Aan, maar zwakker (plain)',
    none: 'Uit',
  },
  returned: {
    query: 'In het adres (query)',
    form_post: 'Als formulier (form_post)',
  },
  redirect: {
    'busy-port':
      'Poort {{port}} is vaak bezet door andere programma’s of gereserveerd. Kies liever iets als 17842, als dat mag van de dienst.',
    'to-paste':
      'Token Desk kan het antwoord op dit adres niet ontvangen. Na het inloggen kopieer je het adres uit de browser en plak je het in Token Desk.',
    'useless-to-others':
      'De beheerders van die pagina zien de code in het antwoord. Door PKCE hebben ze er niets aan.',
    'seen-by-others':
      'De beheerders van die pagina zien de code in het antwoord en kunnen die gebruiken. Zet PKCE aan onder “Meer opties”.',
    anyPort: 'Elke vrije poort',
    anyPortHint: 'Deze dienst let niet op de poort. Token Desk kiest dan bij elke login een vrije.',
  },
  authentication: {
    basic: 'Basic-header',
    body: 'Inhoud van het verzoek',
    query: 'Query string',
    none: 'Geen',
  },
  encoding: {
    form: 'Eerst gecodeerd, zoals de standaard voorschrijft',
    raw: 'Ongewijzigd',
  },
  body: {
    form: 'Formuliervelden, zoals de standaard voorschrijft',
    json: 'JSON',
  },
  optionGroup: {
    signIn: 'Inloggen',
    whereAndHow: 'Waar en hoe',
    server: 'Meer over de server',
  },
  extraValues: 'Extra waarden',
  extraParameters: {
    title: 'Extra parameters',
    hint: 'Andere waarden die deze server nodig heeft. Heb je hier niets over gehoord, dan zijn ze niet nodig.',
    number: 'Parameter {{number}}',
    name: 'Naam van de parameter',
    value: 'Waarde van de parameter',
    remove: 'Parameter verwijderen',
    add: 'Parameter toevoegen',
  },
  extraHeaders: {
    title: 'Extra headers',
    hint: 'Waarden die met het verzoek worden meegestuurd, zoals de API key van een gateway.',
    number: 'Header {{number}}',
    name: 'Naam van de header',
    value: 'Waarde van de header',
    remove: 'Header verwijderen',
    add: 'Header toevoegen',
  },
  sentWith: {
    always: 'Altijd',
    obtaining: 'Alleen bij het ophalen van een token',
    refreshing: 'Alleen bij het verlengen',
    authorizing: 'Alleen bij het inloggen',
  },
  noMoreFit: 'Je kunt er niet meer dan {{most}} toevoegen.',
  typeAnew: 'Een opgeslagen geheim kan niet verplaatst of getoond worden. Typ het opnieuw.',
  forgets: 'Bij het opslaan wordt verwijderd wat niet meer nodig is: {{names}}.',
  missing: {
    presetId: 'Kies een aanbieder.',
    tokenEndpoint: 'Vul het token endpoint in.',
    clientId: 'Vul de client ID in.',
    clientSecret: 'Vul het client secret in.',
    userName: 'Vul de gebruikersnaam in.',
    userNameField: 'Vul het veld voor de gebruikersnaam in.',
    password: 'Vul het wachtwoord in.',
    refreshToken: 'Vul het refresh token in.',
    authorizationEndpoint: 'Vul het autorisatieadres in.',
    deviceAuthorizationEndpoint: 'Vul het apparaatadres in.',
    redirectAddress: 'Vul het omleidingsadres in.',
  },
  problem: {
    required: 'Dit veld mag niet leeg zijn.',
    'too-long': 'Dit is te lang.',
    'control-characters': 'Er zit een onzichtbaar teken in. Typ het zelf, of kopieer het opnieuw.',
    'not-a-url': 'Dit is geen webadres. Het moet eruitzien als https://example.com/token.',
    'not-https':
      'Het adres moet met https:// beginnen. Anders worden je geheime gegevens onbeveiligd verstuurd.',
    'credentials-in-url': 'Haal het wachtwoord of secret uit het adres. Daar is een veld voor.',
    'fragment-in-url': 'Haal de # en alles erna weg.',
    'part-to-fill-in':
      'In dit adres staat nog een deel tussen { en }. Vervang het, met beide accolades, door wat je aanbieder je stuurde.',
    'not-a-parameter-name': 'In een naam mogen geen spaties staan.',
    'reserved-parameter': 'Hiervoor is een apart veld.',
    'repeated-parameter': 'Deze naam komt twee keer voor.',
    'not-a-header-name':
      'In de naam van een header mogen letters, cijfers en eenvoudige tekens zoals - staan, maar geen spaties.',
    'reserved-header': 'Token Desk of de verbinding stuurt deze header al. Laat hem weg.',
    'repeated-header': 'Deze header komt twee keer voor.',
    'bad-resource': 'Elk moet een volledig webadres zijn, zoals https://api.example.com, zonder #.',
    'bad-scope': 'Alleen letters, cijfers en eenvoudige tekens, met spaties tussen de woorden.',
    invalid: 'Dit kan niet gebruikt worden.',
    'secret-in-browser':
      'Een geheime waarde kan niet bij het inloggen worden verstuurd: die zou in de geschiedenis van de browser blijven staan.',
  },
}
