import type { WordsLike } from '../../../shared/words-like.ts'
import type { form as english } from '../en/form.ts'

export const form: WordsLike<typeof english> = {
  newTitle: 'Nieuw profiel',
  editTitle: '“{{name}}” bewerken',
  duplicateTitle: '“{{name}}” dupliceren',
  duplicateIntro:
    'Alle instellingen worden gekopieerd, de geheime gegevens niet: een ander account of een andere omgeving heeft eigen gegevens. Typ die.',
  intro: 'Neem deze gegevens over uit wat je aanbieder je stuurde. Alles blijft op deze computer.',
  save: 'Opslaan',
  saveAndGet: 'Opslaan en token ophalen',
  cancel: 'Annuleren',
  leaveTitle: 'Weggaan zonder op te slaan?',
  leaveWhat: 'Wat je hier typte, is nog niet opgeslagen.',
  lockTitle: 'Vergrendelen zonder op te slaan?',
  lockAnyway: 'Nu vergrendelen',
  stay: 'Verder bewerken',
  discard: 'Niet opslaan',
  optional: 'Hoeft niet.',
  chooseProvider: 'Kies …',
  justLooking: 'Geen gegevens bij de hand?',
  moreOptions: 'Meer opties',
  problems_one: 'Eén veld heeft je aandacht nodig.',
  problems_other: '{{count}} velden hebben je aandacht nodig.',
  savedSecret: 'Opgeslagen – laat leeg om te houden',
  showSecret: 'Tonen wat ik typ in {{label}}',
  label: {
    name: 'Naam',
    provider: 'Aanbieder',
    tokenEndpoint: 'Token endpoint',
    grantType: 'Grant type',
    clientAuthentication: 'Clientauthenticatie',
    basicEncoding: 'Codering in de Basic-header',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    userName: 'Gebruikersnaam',
    password: 'Wachtwoord',
    userNameField: 'Veld voor de gebruikersnaam',
    refreshToken: 'Refresh token',
    scope: 'Scope',
    keepFresh: 'Token geldig houden',
    refreshEndpoint: 'Adres voor vernieuwen',
    audience: 'Audience',
    resource: 'Resource',
    bodyFormat: 'Vorm van het verzoek',
    sentWith: 'Versturen',
    keepSecret: 'Geheim houden',
    apiAddress: 'Adres van de dienst',
  },
  hint: {
    name: 'Zo vind je het terug in je lijst. Laat je het leeg, dan krijgt het de naam van de aanbieder.',
    provider: 'Wie gaf je de gegevens? Staat die niet in de lijst, kies dan de laatste.',
    tokenEndpoint:
      'Het webadres dat tokens uitdeelt. Op papier: “token URL”; het eindigt vaak op /token.',
    tokenEndpointKnown:
      'Al voor je ingevuld. Verander het alleen als je aanbieder je een ander adres gaf.',
    tokenEndpointServer:
      'Het serveradres van je eigen organisatie, zoals api.example.com. Token Desk vult het aan.',
    grantType:
      'Met een gebruikersnaam en wachtwoord: Wachtwoord. Met alleen een client ID en secret: Client credentials.',
    clientAuthentication:
      'Hoe ID en secret naar de server gaan. Zei niemand er iets over, laat het dan staan.',
    queryWarning:
      'Met Query string worden het secret, het refresh token en extra parameters deel van het webadres. Ze komen dan in de logboeken van de server. Gebruik het alleen als je aanbieder erop staat.',
    basicEncoding:
      'Probeer de andere als de server een secret weigert waarvan je weet dat het klopt.',
    clientId: 'Heet ook wel app ID, application ID of consumer key.',
    clientSecret: 'Heet ook wel app secret, API secret of consumer secret.',
    userName: 'Vaak een e-mailadres.',
    password: 'Het wachtwoord dat bij deze gebruikersnaam hoort.',
    userNameField: 'Hoe deze server de gebruikersnaam noemt. Meestal is dat username.',
    userNameFieldChoice: 'Kies email_address als je gebruikersnaam een e-mailadres is.',
    refreshToken: 'Een lange code die je kreeg in plaats van een wachtwoord.',
    scope:
      'Waarvoor je het token mag gebruiken: woorden met spaties ertussen, precies zoals op papier.',
    refreshEndpoint:
      'Waar tokens vernieuwd worden, als dat ergens anders is. Op papier: “refresh URL”.',
    audience: 'Voor wie het token bedoeld is, precies zoals op papier.',
    resource: 'Het adres van de dienst waarvoor het is; meer adressen met spaties ertussen.',
    bodyFormat:
      'Hoe Token Desk opschrijft wat het stuurt. Kies JSON alleen als je aanbieder erom vraagt.',
    apiAddress:
      'Waar het token wordt gebruikt. “Token testen” en “Kopiëren als…” vullen het in; een adres dat werkte, wordt hier onthouden.',
    keepFresh: 'Vernieuwt het token uit zichzelf voordat het verloopt, zolang Token Desk open is.',
  },
  grant: {
    password: 'Wachtwoord',
    client_credentials: 'Client credentials',
    refresh_token: 'Refresh token',
  },
  authentication: {
    basic: 'Basic-header',
    body: 'Inhoud van het verzoek',
    query: 'Query string',
    none: 'Geen',
  },
  encoding: {
    form: 'Eerst gecodeerd, zoals de standaard vraagt',
    raw: 'Zoals ze zijn',
  },
  body: {
    form: 'Formuliervelden, zoals de standaard vraagt',
    json: 'JSON',
  },
  whereAndHow: 'Waar en hoe',
  extraValues: 'Extra waarden',
  extraParameters: {
    title: 'Extra parameters',
    hint: 'Andere waarden die deze server wil krijgen. Zei niemand er iets over, dan zijn ze niet nodig.',
    number: 'Parameter {{number}}',
    name: 'Naam van de parameter',
    value: 'Waarde van de parameter',
    remove: 'Parameter verwijderen',
    add: 'Parameter toevoegen',
  },
  extraHeaders: {
    title: 'Extra headers',
    hint: 'Waarden die met het verzoek meereizen, zoals de API key van een gateway.',
    number: 'Header {{number}}',
    name: 'Naam van de header',
    value: 'Waarde van de header',
    remove: 'Header verwijderen',
    add: 'Header toevoegen',
  },
  sentWith: {
    always: 'Altijd',
    obtaining: 'Alleen bij het ophalen van een token',
    refreshing: 'Alleen bij het vernieuwen',
  },
  noMoreFit: 'Meer dan {{most}} kan niet verstuurd worden.',
  typeAnew: 'Een opgeslagen geheim kan niet verplaatst of getoond worden. Typ het opnieuw.',
  forgets: 'Bij het opslaan wordt vergeten wat niet meer nodig is: {{names}}.',
  problem: {
    required: 'Dit is nodig.',
    'too-long': 'Dit is te lang.',
    'control-characters': 'Er zit een onzichtbaar teken in. Typ het zelf, of kopieer het opnieuw.',
    'not-a-url': 'Dit is geen webadres. Dat ziet eruit als https://example.com/token.',
    'not-https':
      'Het adres moet met https:// beginnen, anders reizen je geheime gegevens onbeschermd.',
    'credentials-in-url': 'Haal het wachtwoord of secret uit het adres; daar is een veld voor.',
    'fragment-in-url': 'Laat de # en wat erna komt weg.',
    'part-to-fill-in':
      'In dit adres staat nog een deel tussen { en }. Vervang het, met beide accolades, door wat op je papieren staat.',
    'not-a-parameter-name': 'In een naam staan geen spaties.',
    'reserved-parameter': 'Hiervoor is een eigen veld.',
    'repeated-parameter': 'Deze naam staat er twee keer.',
    'not-a-header-name':
      'De naam van een header heeft letters, cijfers en eenvoudige tekens zoals -, maar geen spaties.',
    'reserved-header':
      'Deze header stuurt Token Desk zelf, of de verbinding doet dat. Laat hem weg.',
    'repeated-header': 'Deze header staat er twee keer.',
    'bad-resource': 'Elk moet een heel webadres zijn, zoals https://api.example.com, zonder #.',
    'bad-scope': 'Alleen letters, cijfers en eenvoudige tekens, met spaties tussen de woorden.',
    invalid: 'Dit kan niet gebruikt worden.',
  },
}
