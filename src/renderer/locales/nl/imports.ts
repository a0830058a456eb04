import type { WordsLike } from '../../../shared/words-like.ts'
import type { imports as english } from '../en/imports.ts'

export const imports: WordsLike<typeof english> = {
  open: 'Een cURL-commando plakken',
  title: 'Instellen met wat je kreeg',
  intro:
    'Staat er in de papieren van je aanbieder een commando dat met curl begint, of kreeg je een bestand? Token Desk leest het en vult het profiel in. Alles blijft op deze computer.',
  field: 'cURL-commando',
  fieldHint: 'Kopieer het helemaal, van “curl” tot het eind. Een PowerShell-commando mag ook.',
  file: 'Of een bestand van Postman, van Infor (.ionapi) of van een collega (.tokendesk).',
  chooseFile: 'Bestand kiezen',
  orDrop: 'Je kunt het ook ergens op dit venster slepen.',
  fileChosen: 'Bestand: {{name}}',
  removeFile: 'Dit bestand weghalen',
  drop: 'Laat het bestand los om er een profiel mee in te stellen',
  create: 'Profiel maken',
  createHint: 'Daarna vraagt Token Desk {{server}} om een token.',
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
    'De rest was er. Iets als YOUR_CLIENT_ID is alleen een plek om in te vullen, dus dat telt als ontbrekend.',
  neededShared: 'In een gedeeld bestand staan deze nooit. Typ die van jezelf.',
  profile: 'Het profiel',
  suggestion: 'Is dit voor {{provider}}? Aan het adres alleen is dat niet te zien.',
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
  },
  empty: 'Plak eerst een commando of kies een bestand.',
  tooLong: 'Dit is te lang. Token Desk leest hoogstens een miljoen tekens.',
  fileTooLarge: '“{{name}}” is te groot. Token Desk leest bestanden tot 1 MB.',
  fileForeign:
    '“{{name}}” is geen bestand van Token Desk, al heet het wel zo. Vraag je collega er nog eens om.',
  fileWaits: 'Het bestand dat je opende, wacht. Je ziet het zodra je hebt ontgrendeld.',
  fileUnreadable: '“{{name}}” was niet te lezen. Is het er nog?',
  nothing: {
    'not-recognised':
      'Token Desk ziet hier geen commando. Dat begint met curl, of met Invoke-RestMethod. Heb je het vanaf het begin gekopieerd?',
    'unknown-file':
      'Token Desk kent dit soort bestand niet. Het leest bestanden van Postman, .ionapi-bestanden en .tokendesk-bestanden.',
    'unclosed-quote':
      'Een aanhalingsteken wordt niet gesloten, dus misschien ontbreekt het eind. Kopieer het commando opnieuw, tot het allerlaatste teken.',
    'no-address': 'Er staat geen webadres in dit commando. Heb je alles gekopieerd?',
    'no-token-request':
      'Dit is te lezen, maar niets erin vraagt om een token. Zoek een commando of bestand dat dat wel doet; vaak staat het woord “token” in het adres.',
    'token-in-script':
      'Een script in dit bestand vraagt om het token, en Token Desk kan geen scripts lezen. Zoek daarin het tokenadres, de client ID en het client secret, en typ die in een nieuw profiel.',
    'other-grant':
      'Dit logt in via een webpagina, of op een andere manier die Token Desk nog niet kent.',
    'damaged-json':
      'Dit bestand is afgebroken of beschadigd, en dus niet te lezen. Vraag er nog eens om.',
    'newer-share-file':
      'Dit bestand is gemaakt door een nieuwere Token Desk. Installeer die, of vraag je collega om de gegevens.',
    'damaged-share-file':
      'Dit bestand is anders dan Token Desk het maakte, dus het wordt niet gebruikt. Vraag je collega er nog eens om.',
    'too-complicated':
      'Het lezen hiervan duurde te lang, dus Token Desk is gestopt. Plak alleen de opdracht die om een token vraagt, of kies een kleiner bestand.',
  },
  warning: {
    'other-address':
      'Voor zover bekend gebruikt {{provider}} {{server}} niet. Ga na waar dit vandaan komt voordat je iets geheims typt of een token gebruikt: dat zou daarheen gaan.',
    'service-elsewhere':
      '“Kopiëren als…” en “Token testen” zouden je token naar {{server}} sturen. Ga na of dit de dienst is die je wilt gebruiken.',
    'plus-is-space':
      'In je gegevens staat een +. Op deze manier verstuurd, lezen servers dat als een spatie, dus Token Desk deed dat ook. Hoort de + daar, typ dat gegeven dan opnieuw onder “Profiel bewerken”.',
  },
  leftOut: {
    title: 'Wat Token Desk niet kon gebruiken',
    rest: 'Wat hier niet nodig is',
    'unknown-option': 'Token Desk kent het niet.',
    'stray-word': 'Een woord erna hoort nergens bij.',
    'no-effect': 'Het maakt niet uit voor het token.',
    unsafe: 'Token Desk controleert altijd of een server de juiste is.',
    connection: 'Token Desk gebruikt de verbinding zoals die op deze computer is ingesteld.',
    cookies: 'Token Desk stuurt geen cookies.',
    'other-credentials': 'Dit is een andere manier van inloggen dan Token Desk kent.',
    'second-authentication': 'Het staat er twee keer; de Basic-header telt.',
    'reads-file': 'De waarde staat in een ander bestand dat hier niet is.',
    'always-post': 'Token Desk stuurt POST, zoals de standaard vraagt.',
    computed: 'Een script maakt deze waarde als het draait. Token Desk draait geen scripts.',
    'sent-as-form': 'Token Desk stuurt deze waarden als gewoon formulier.',
    'moved-to-body': 'Uit het adres gehaald, waar anderen het konden lezen.',
    'not-sendable': 'Zo kan het niet verstuurd worden.',
    repeated: 'Het staat er twee keer; de eerste telt.',
    nested: 'De waarde is een lijst of een groep, en die kan niet verstuurd worden.',
    'not-needed': 'Een profiel heeft het niet nodig.',
    'to-fill-in':
      'De waarde staat niet in de tekst. Is die nodig, vul die dan later in bij “Profiel bewerken”.',
    'not-used': 'Dit grant type gebruikt het niet, dus het wordt niet verstuurd.',
    'repeated-last': 'Het staat er twee keer; de laatste telt.',
    'own-value': 'Token Desk stuurt hier een eigen waarde.',
    'other-site':
      'Het vraagt om een andere site op deze server. Token Desk vraagt om die in het adres.',
    'says-form': 'Er staat dat dit een formulier is, maar het is JSON. Token Desk stuurt JSON.',
    'sent-as-text': 'Token Desk stuurt het als tekst, tussen aanhalingstekens.',
    'after-semicolon':
      'curl laat hier weg wat na een puntkomma staat, dus Token Desk deed dat ook. Hoort het bij de waarde, typ de waarde dan opnieuw.',
    'line-break': 'Een regeleinde aan het einde is weggelaten.',
    'sent-in-body': 'Token Desk stuurt het in het verzoek, niet in het adres.',
    'sent-once': 'Het wordt één keer verstuurd, in de Basic-header.',
    'repeats-secret':
      'Het herhaalt een deel van een geheim gegeven. Voeg het weer toe als het nodig is.',
  },
}
