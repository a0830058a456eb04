import type { WordsLike } from '../../../shared/words-like.ts'
import type { errors as english } from '../en/errors.ts'

export const errors: WordsLike<typeof english> = {
  'profile-not-found': 'Dit profiel bestaat niet meer.',
  'profile-invalid': 'Iets wat je typte, kan niet gebruikt worden.',
  'secrets-missing': 'Ontbreekt nog: {{names}}. Kies “Profiel bewerken” en vul dit in.',
  'no-token': 'Er is nog geen token. Haal er eerst een op.',
  'no-report':
    'Er is geen rapport: er is geen verzoek gedaan sinds Token Desk open is, of het verlengen is daarna gelukt.',
  'vault-locked': 'Je geheime gegevens kunnen nu niet open, dus er kan niets veranderd worden.',
  'vault-read-only':
    'Je profielen zijn opgeslagen door een nieuwere versie van Token Desk. Deze versie kan daarom niets veranderen.',
  'vault-in-use':
    'Een ander exemplaar van Token Desk gebruikt deze profielen, dus hier kan niets veranderen. Sluit dat eerst. Sluit daarna dit en open Token Desk opnieuw.',
  'vault-changed':
    'Een ander exemplaar van Token Desk heeft deze profielen veranderd. Dit exemplaar overschrijft ze niet. Sluit Token Desk en open het opnieuw.',
  'vault-missing':
    'De map met je geheime gegevens ontbreekt. Staat die op een externe schijf of in een netwerk, maak dan verbinding en probeer het opnieuw.',
  'vault-unreadable':
    'Het bestand met de sleutel van je geheime gegevens is beschadigd of nu niet te lezen. Token Desk schrijft er daarom niet overheen. Maak onder “Beveiliging” een back-up zolang Token Desk open is.',
  'lock-in-memory':
    'Je opgeslagen geheime gegevens zijn al vergrendeld. Wat je daarna toevoegde, staat alleen in het geheugen en zou door vergrendelen verloren gaan. Wil je het niet bewaren, sluit dan Token Desk.',
  'wrong-passphrase': 'Dit is niet de wachtwoordzin. Probeer het opnieuw.',
  'no-passphrase':
    'Stel eerst een wachtwoordzin in. Zonder die zin kan niets Token Desk weer ontgrendelen.',
  'last-key': 'Dit blijft zo, want zonder dit kan niets je geheime gegevens openen.',
  'key-store-unusable': {
    'no-key-store': 'De sleutelopslag van deze computer antwoordt niet.',
    'weak-key-store':
      'De sleutelopslag van deze computer biedt geen echte bescherming en wordt dus niet gebruikt.',
    'key-store-late':
      'De sleutelopslag van deze computer heeft nog niet geantwoord. Misschien vraagt hij in een ander venster om een wachtwoord.',
  },
  'not-saved': {
    'disk-full': 'De schijf is vol. Maak ruimte vrij en probeer het opnieuw.',
    'not-writable':
      'Token Desk mag niet in zijn map schrijven. Vraag de beheerder van deze computer om hulp.',
    'folder-missing':
      'De map van Token Desk ontbreekt. Staat die op een externe schijf of in een netwerk, maak dan verbinding en probeer het opnieuw. Laat Token Desk tot die tijd open.',
    other: 'Het kon niet worden opgeslagen. Probeer het opnieuw.',
  },
  'share-not-written': {
    'disk-full':
      'Er is geen bestand gemaakt: de schijf is vol. Maak ruimte vrij of kies een andere plek.',
    'not-writable':
      'Er is geen bestand gemaakt: Token Desk mag daar niet schrijven. Kies een andere plek.',
    'folder-missing': 'Er is geen bestand gemaakt: de map is weg. Kies een andere plek.',
    other:
      'Er is geen bestand gemaakt: het kon niet worden geschreven. Probeer het opnieuw of kies een andere plek.',
  },
  'backup-unreadable': {
    'not-a-backup':
      'Dit bestand is geen back-up van Token Desk, of het begin ervan is beschadigd. Er is niets veranderd.',
    'wrong-passphrase':
      'Deze wachtwoordzin opent de back-up niet. Probeer het opnieuw. Weet je zeker dat hij klopt, dan is het bestand beschadigd. Er is niets veranderd.',
    damaged:
      'Deze back-up is beschadigd: een deel ontbreekt of is veranderd. Er is niets veranderd. Probeer een andere kopie.',
    'newer-format':
      'Deze back-up is gemaakt door een nieuwere versie van Token Desk. Installeer die versie om hem terug te zetten. Er is niets veranderd.',
    'too-large':
      'Dit bestand is te groot om een back-up van Token Desk te zijn. Er is niets veranderd.',
    'not-readable': 'Dit bestand is niet te lezen. Er is niets veranderd.',
  },
  'backup-not-written': {
    'disk-full':
      'De back-up is niet gemaakt: de schijf is vol. Maak ruimte vrij of kies een andere plek.',
    'not-writable':
      'De back-up is niet gemaakt: Token Desk mag daar niet schrijven. Kies een andere plek.',
    'folder-missing': 'De back-up is niet gemaakt: de map is weg. Kies een andere plek.',
    'too-large': 'De back-up is niet gemaakt: je profielen passen niet in één bestand.',
    other:
      'De back-up is niet gemaakt: het bestand kon niet worden geschreven. Probeer het opnieuw of kies een andere plek.',
  },
  'backup-closed': 'De back-up is niet meer open. Kies het bestand opnieuw.',
  'reading-stopped':
    'Token Desk is gestopt met lezen, omdat het vergrendeld werd of iets nieuwers moest lezen. Probeer het opnieuw.',
  'too-complicated':
    'Het lezen hiervan duurde te lang, dus er is geen profiel gemaakt. Plak alleen het commando dat om een token vraagt, of kies een kleiner bestand.',
  'clipboard-unavailable': 'Kopiëren naar het klembord is mislukt. Probeer het opnieuw.',
  'no-sign-in': 'Dit inloggen is voorbij. Begin opnieuw.',
  'no-endpoint': 'Het profiel heeft hier geen adres voor.',
  'browser-unavailable':
    'Er kon geen browser worden geopend. Open er zelf een en probeer het opnieuw.',
  'not-writable-so':
    'Dit token kan niet in deze vorm gekopieerd worden: het is te lang, of er staan tekens in die daar iets anders betekenen. Kopieer in plaats daarvan de header.',
  'practice-server-failed': 'De oefenserver is niet gestart. Probeer het opnieuw.',
  'request-refused':
    'Token Desk heeft dit verzoek niet aangenomen. Sluit Token Desk en open het opnieuw.',
  internal: 'Er ging iets mis in Token Desk. Vermeld dit nummer als je het meldt: {{incident}}',
  secret: {
    clientSecret: 'client secret',
    password: 'wachtwoord',
    refreshToken: 'refresh token',
  },
}
