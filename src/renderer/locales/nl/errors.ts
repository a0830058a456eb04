import type { WordsLike } from '../../../shared/words-like.ts'
import type { errors as english } from '../en/errors.ts'

export const errors: WordsLike<typeof english> = {
  'profile-not-found': 'Dit profiel bestaat niet meer.',
  'profile-invalid': 'Iets van wat je typte, kan niet gebruikt worden.',
  'secrets-missing':
    'Er ontbreekt iets geheims: {{names}}. Kies “Profiel bewerken” en typ het daar.',
  'no-token': 'Er is nog geen token. Haal er eerst een op.',
  'no-report':
    'Er is geen rapport: er is niets gevraagd sinds Token Desk open is, of het vernieuwen is daarna gelukt.',
  'vault-locked': 'Je geheime gegevens kunnen nu niet open, dus er kan niets veranderd worden.',
  'vault-read-only':
    'Je profielen zijn opgeslagen door een nieuwere Token Desk, dus deze verandert niets.',
  'vault-in-use':
    'Een andere Token Desk gebruikt deze profielen, dus deze verandert niets. Sluit de andere. Sluit daarna deze en open hem opnieuw.',
  'vault-changed':
    'Een andere Token Desk heeft deze profielen veranderd, dus deze schrijft er niet overheen. Sluit Token Desk en open het opnieuw.',
  'vault-missing':
    'De map met je geheime gegevens is er nu niet. Staat hij op een losse schijf of in een netwerk, maak dan verbinding en probeer het opnieuw.',
  'vault-unreadable':
    'Het bestand met de sleutel van je geheime gegevens is beschadigd of nu niet te lezen. Token Desk schrijft er daarom niet overheen. Maak onder “Beveiliging” een back-up zolang Token Desk open is.',
  'lock-in-memory':
    'Je opgeslagen geheime gegevens zitten al op slot. Wat je daarna toevoegde, staat alleen in het geheugen, en vergrendelen zou het wissen. Sluit Token Desk als je het wilt vergeten.',
  'wrong-passphrase': 'Dit is niet de wachtwoordzin. Probeer het opnieuw.',
  'no-passphrase': 'Stel eerst een wachtwoordzin in: zonder zou niets het weer kunnen openen.',
  'last-key': 'Zonder dit zou niets je geheime gegevens nog openen, dus het blijft.',
  'key-store-unusable': {
    'no-key-store': 'De sleutelopslag van deze computer antwoordt niet.',
    'weak-key-store':
      'De sleutelopslag van deze computer beschermt niet echt iets en wordt dus niet gebruikt.',
    'key-store-late':
      'De sleutelopslag van deze computer heeft nog niet geantwoord. Misschien vraagt hij in een ander venster om een wachtwoord.',
  },
  'not-saved': {
    'disk-full': 'De schijf is vol. Maak ruimte vrij en probeer het opnieuw.',
    'not-writable':
      'Token Desk mag niet in zijn map schrijven. Vraag wie deze computer beheert om hulp.',
    'folder-missing':
      'De map van Token Desk is er nu niet. Staat hij op een losse schijf of in een netwerk, maak dan verbinding en probeer het opnieuw. Laat Token Desk tot die tijd open.',
    other: 'Het kon niet worden opgeslagen. Probeer het opnieuw.',
  },
  'backup-unreadable': {
    'not-a-backup':
      'Dit bestand is geen back-up van Token Desk, of het begin ervan is beschadigd. Er is niets veranderd.',
    'wrong-passphrase':
      'Deze wachtwoordzin opent de back-up niet. Probeer het opnieuw. Weet je zeker dat hij klopt, dan is het bestand beschadigd. Er is niets veranderd.',
    damaged:
      'Deze back-up is beschadigd: een deel ontbreekt of is anders dan het geschreven werd. Er is niets veranderd. Probeer een andere kopie.',
    'newer-format':
      'Deze back-up is gemaakt door een nieuwere Token Desk. Installeer die om hem terug te zetten. Er is niets veranderd.',
    'too-large':
      'Dit bestand is te groot om een back-up van Token Desk te zijn. Er is niets veranderd.',
    'not-readable': 'Dit bestand is niet te lezen. Er is niets veranderd.',
  },
  'backup-not-written': {
    'disk-full': 'Er is geen back-up: de schijf is vol. Maak ruimte vrij of kies een andere plek.',
    'not-writable':
      'Er is geen back-up: op die plek mag niets geschreven worden. Kies een andere plek.',
    'folder-missing': 'Er is geen back-up: de map is weg. Kies een andere plek.',
    'too-large': 'Er is geen back-up: je profielen zijn te veel voor één bestand.',
    other:
      'Er is geen back-up: hij kon niet worden geschreven. Probeer het opnieuw of kies een andere plek.',
  },
  'backup-closed': 'De back-up is niet meer open. Kies het bestand opnieuw.',
  'reading-stopped':
    'Token Desk is gestopt met lezen, omdat het op slot ging of iets nieuwers moest lezen. Probeer het opnieuw.',
  'too-complicated':
    'Het lezen hiervan duurde te lang, dus er is geen profiel gemaakt. Plak alleen de opdracht die om een token vraagt, of kies een kleiner bestand.',
  'clipboard-unavailable': 'Het klembord nam het niet aan. Probeer het opnieuw.',
  'browser-unavailable':
    'Er kon geen browser worden geopend. Open er zelf een en probeer het opnieuw.',
  'port-unavailable':
    'Een ander programma gebruikt poort {{port}}. Sluit dat programma of kies een andere poort.',
  'not-writable-so':
    'Dit token kan niet in deze vorm geschreven worden: het is te lang, of er staan tekens in die daar iets anders betekenen. Kopieer in plaats daarvan de header.',
  'practice-server-failed': 'De oefenserver is niet gestart. Probeer het opnieuw.',
  'request-refused': 'Token Desk nam dit verzoek niet aan. Sluit het en open het opnieuw.',
  internal: 'Er ging iets mis in Token Desk. Noem dit nummer als je het meldt: {{incident}}',
  secret: {
    clientSecret: 'client secret',
    password: 'wachtwoord',
    refreshToken: 'refresh token',
  },
}
