import type { WordsLike } from '../../../shared/words-like.ts'
import type { imports as english } from '../en/imports.ts'

export const imports: WordsLike<typeof english> = {
  open: 'Een cURL-commando plakken',
  title: 'Instellen met wat je kreeg',
  intro:
    'Heeft je aanbieder je een commando gestuurd dat met curl begint, of een bestand? Token Desk leest het en vult het profiel in. Alles blijft op deze computer.',
  field: 'cURL-commando',
  fieldHint:
    'Kopieer het helemaal, van “curl” tot het eind. Een PowerShell-commando of het adres van een inlogpagina mag ook.',
  file: 'Of een bestand van Postman, van Infor (.ionapi) of van een collega (.tokendesk).',
  chooseFile: 'Bestand kiezen',
  orDrop: 'Je kunt het ook ergens op dit venster slepen.',
  fileChosen: 'Bestand: {{name}}',
  removeFile: 'Dit bestand verwijderen',
  drop: 'Laat het bestand los om er een profiel mee in te stellen',
  create: 'Profiel maken',
  createHint: 'Daarna vraagt Token Desk {{server}} om een token.',
  createSignInHint: 'Daarna log je in en haalt Token Desk een token op bij {{server}}.',
  understood: 'Wat Token Desk begreep',
  which: 'Welke?',
  whichHint: 'Er zitten er meer in. Van elk kun je een profiel maken.',
  given: 'Gegeven',
  extra: { parameter: 'Extra parameter', header: 'Extra header' },
  emptyValue: 'leeg',
  on: 'Aan',
  missing: 'Nog nodig, zie hieronder',
  needed: 'Nog nodig',
  neededHint:
    'De rest was er. Iets als YOUR_CLIENT_ID is maar een voorbeeld, dus dat telt als ontbrekend.',
  neededAddress:
    'Ontbreekt er een adres? Klik op “Instellingen zoeken”, dan zoekt Token Desk het op.',
  neededShared: 'In een gedeeld bestand staan deze nooit. Vul je eigen gegevens in.',
  profile: 'Het profiel',
  suggestion: 'Is dit voor {{provider}}? Aan het adres alleen kun je dat niet zien.',
  useSuggestion: 'Ja, gebruik {{provider}}',
  found: {
    whole: 'Begrepen. Er ontbreekt niets.',
    partly: 'Begrepen, maar niet alles kon gebruikt worden. Wat is weggelaten, staat hieronder.',
    missing_one: 'Begrepen. Er is nog één ding nodig.',
    missing_other: 'Begrepen. Er zijn nog {{count}} dingen nodig.',
  },
  source: {
    curl: 'uit een cURL-commando',
    powershell: 'uit een PowerShell-commando',
    'postman-environment': 'uit een Postman-omgeving',
    'postman-collection': 'uit een Postman-collectie',
    ionapi: 'uit een .ionapi-bestand',
    'share-file': 'uit een bestand van Token Desk',
    address: 'uit het adres van een inlogpagina',
  },
  empty: 'Plak eerst een commando of kies een bestand.',
  tooLong: 'Dit is te lang. Token Desk leest hoogstens een miljoen tekens.',
  fileTooLarge: '“{{name}}” is te groot. Token Desk leest bestanden tot 1 MB.',
  fileForeign:
    '“{{name}}” is geen bestand van Token Desk, al lijkt het er door de naam wel op. Vraag je collega om het opnieuw te sturen.',
  fileWaits: 'Het bestand dat je opende, verschijnt zodra je Token Desk ontgrendelt.',
  fileUnreadable: '“{{name}}” was niet te lezen. Is het er nog?',
  nothing: {
    'not-recognised':
      'Dit ziet er niet uit als een commando. Een commando begint met curl of Invoke-RestMethod. Heb je het vanaf het begin gekopieerd?',
    'unknown-file':
      'Dit soort bestand kan Token Desk niet lezen. Het leest bestanden van Postman, .ionapi-bestanden en .tokendesk-bestanden.',
    'unclosed-quote':
      'Het commando lijkt afgekapt: een aanhalingsteken wordt niet gesloten. Kopieer het opnieuw, helemaal.',
    'no-address': 'Er staat geen webadres in dit commando. Heb je alles gekopieerd?',
    'no-token-request':
      'Dit is te lezen, maar niets erin vraagt om een token. Zoek een commando of bestand dat dat wel doet. Vaak staat het woord “token” in het adres.',
    'token-in-script':
      'Een script in dit bestand vraagt het token op, en Token Desk kan geen scripts lezen. Zoek daarin het tokenadres, de client ID en het client secret, en vul die in een nieuw profiel in.',
    'other-grant': 'Dit haalt een token op een manier die Token Desk nog niet ondersteunt.',
    'damaged-json':
      'Dit bestand is afgekapt of beschadigd en dus niet te lezen. Vraag om een nieuw bestand.',
    'newer-share-file':
      'Dit bestand is gemaakt door een nieuwere versie van Token Desk. Installeer die versie, of vraag je collega om de gegevens.',
    'damaged-share-file':
      'Dit bestand is veranderd of beschadigd en wordt dus niet gebruikt. Vraag je collega om het opnieuw te sturen.',
    'too-complicated':
      'Het lezen hiervan duurde te lang, dus Token Desk is gestopt. Plak alleen het commando dat om een token vraagt, of kies een kleiner bestand.',
  },
  warning: {
    'other-address':
      'Voor zover bekend gebruikt {{provider}} {{server}} niet. Controleer waar dit vandaan komt voordat je iets geheims invult of een token gebruikt: dat gaat dan daarheen.',
    'service-elsewhere':
      '“Kopiëren als…” en “Token testen” zouden je token naar {{server}} sturen. Controleer of dit de dienst is die je wilt gebruiken.',
    'plus-is-space':
      'In je gegevens staat een +. Op deze manier verstuurd, lezen servers dat als een spatie, dus Token Desk deed dat ook. Hoort de + daar, typ dat gegeven dan opnieuw onder “Profiel bewerken”.',
  },
  leftOut: {
    title: 'Wat Token Desk niet kon gebruiken',
    rest: 'Hier niet nodig',
    'unknown-option': 'Token Desk kent het niet.',
    'stray-word': 'Het woord erna hoort nergens bij.',
    'no-effect': 'Het maakt niet uit voor het token.',
    unsafe: 'Token Desk controleert altijd of het de juiste server heeft.',
    connection: 'Token Desk gebruikt de verbindingsinstellingen van deze computer.',
    cookies: 'Token Desk stuurt geen cookies.',
    'other-credentials': 'Deze manier van inloggen ondersteunt Token Desk niet.',
    'second-authentication': 'Het komt twee keer voor. Token Desk gebruikt de Basic-header.',
    'reads-file': 'De waarde staat in een apart bestand.',
    'always-post': 'Token Desk stuurt altijd POST, zoals de standaard voorschrijft.',
    computed: 'Een script berekent deze waarde. Token Desk voert geen scripts uit.',
    'sent-as-form': 'Token Desk stuurt deze waarden als gewoon formulier.',
    'moved-to-body': 'Uit het adres gehaald, waar anderen het konden lezen.',
    'not-sendable': 'Zo kan het niet verstuurd worden.',
    repeated: 'Het komt twee keer voor. De eerste telt.',
    nested: 'De waarde is een lijst of een groep, en die kan niet verstuurd worden.',
    'not-needed': 'Een profiel heeft het niet nodig.',
    'to-fill-in':
      'De waarde staat niet in de tekst. Heb je die nodig, vul die dan later in bij “Profiel bewerken”.',
    'used-up': 'Dit was voor één login. Token Desk haalt een nieuwe op.',
    'not-used': 'Dit grant type gebruikt het niet, dus het wordt niet verstuurd.',
    'repeated-last': 'Het komt twee keer voor. De laatste telt.',
    'own-value': 'Token Desk stuurt hier een eigen waarde.',
    'other-site':
      'Het vraagt om een andere site op deze server. Token Desk gebruikt die in het adres.',
    'says-form': 'Er staat dat dit een formulier is, maar het is JSON. Token Desk stuurt JSON.',
    'sent-as-text': 'Token Desk stuurt het als tekst, tussen aanhalingstekens.',
    'after-semicolon':
      'curl laat hier weg wat na een puntkomma staat, dus Token Desk deed dat ook. Hoort het bij de waarde, typ de waarde dan opnieuw.',
    'line-break': 'Een regeleinde aan het einde is weggehaald.',
    'sent-in-body': 'Token Desk stuurt het in het verzoek, niet in het adres.',
    'sent-once': 'Het wordt één keer verstuurd, in de Basic-header.',
    'repeats-secret':
      'Het herhaalt een deel van een geheim gegeven. Voeg het weer toe als het nodig is.',
  },
}
