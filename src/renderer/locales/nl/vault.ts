import type { WordsLike } from '../../../shared/words-like.ts'
import type { vault as english } from '../en/vault.ts'

export const vault: WordsLike<typeof english> = {
  'memory-only': {
    'no-key-store':
      'De sleutelopslag van deze computer antwoordt niet. Zolang dat zo is, blijven je geheime gegevens in het geheugen en zijn ze weg als je Token Desk sluit.',
    'weak-key-store':
      'Deze computer heeft geen beschermde plek voor geheime gegevens. Die van jou blijven in het geheugen en zijn weg als je Token Desk sluit.',
    'key-store-late':
      'De sleutelopslag van deze computer heeft nog niet geantwoord. Misschien vraagt hij in een ander venster om een wachtwoord. Tot hij antwoordt, blijven je geheime gegevens in het geheugen.',
  },
  'memory-only-locked':
    'Je opgeslagen geheime gegevens blijven op slot, zoals ze op de schijf staan. Wat je nu toevoegt, blijft in het geheugen en is weg als je Token Desk sluit.',
  'key-store-changed': {
    'no-key-store':
      'Geopend met je wachtwoordzin: de sleutelopslag van deze computer antwoordt nu niet.',
    'weak-key-store':
      'Geopend met je wachtwoordzin: er is nu geen sleutelopslag die geheime gegevens echt beschermt.',
    'key-store-late':
      'Geopend met je wachtwoordzin: de sleutelopslag van deze computer heeft nog niet geantwoord.',
    'key-does-not-fit':
      'Geopend met je wachtwoordzin: de sleutelopslag van deze computer heeft een andere sleutel dan eerst.',
  },
  unlock: {
    title: 'Token Desk is vergrendeld',
    passphrase: 'Wachtwoordzin',
    unlock: 'Ontgrendelen',
    capsLock: 'Caps Lock staat aan.',
    orPassphrase: 'Je wachtwoordzin opent ze ook.',
    tryAgain: 'Opnieuw proberen',
    useKeyStore: 'De sleutelopslag gebruiken',
    stillClosed:
      'Het gaat nog steeds niet open. Op sommige computers moet Token Desk opnieuw starten voordat de sleutelopslag weer gevraagd wordt.',
    stillUnreadable: 'Ze zijn nog steeds niet te lezen.',
    restart: 'Token Desk opnieuw starten',
    asksAtStart: 'Token Desk vraagt de sleutelopslag pas weer om de sleutel als het start.',
    without: 'Verdergaan zonder',
    withoutHint: 'Ze blijven zoals ze zijn. Wat je dan toevoegt, blijft in het geheugen.',
    setPassphrase: 'Wachtwoordzin instellen',
    open: 'Ontgrendelen',
  },
  lockedTitle: 'Je opgeslagen geheime gegevens kunnen nu niet open',
  locked: {
    'locked-by-user': 'Typ je wachtwoordzin om verder te gaan.',
    'passphrase-needed': 'Typ je wachtwoordzin om het te openen.',
    'no-key-store':
      'De sleutelopslag van deze computer bewaart de sleutel, maar antwoordt niet. Ontgrendel hem, of laat Token Desk hem gebruiken. Er is niets verloren.',
    'key-store-late':
      'De sleutelopslag van deze computer bewaart de sleutel en heeft nog niet geantwoord. Misschien vraagt hij in een ander venster om een wachtwoord. Vul het daar in en probeer het dan opnieuw. Er is niets verloren.',
    'weak-key-store':
      'De sleutelopslag die de sleutel bewaart, is er niet: nu is er een die niets beschermt. Log in op je gewone desktop en probeer het opnieuw. Er is niets verloren.',
    'key-does-not-fit':
      'De sleutelopslag van deze computer heeft een andere sleutel dan eerst, zoals bij een andere gebruiker of na een herstel. Log op de computer in als de gebruiker die ze opsloeg. Er is niets verloren.',
    'vault-damaged':
      'Het bestand met de sleutel is beschadigd. Zet het terug uit een back-up. Er is niets veranderd.',
    'vault-unreadable':
      'De bestanden waarin ze staan, of de sleutel ervan, zijn nu niet te lezen. Misschien mag deze gebruiker de map van Token Desk niet lezen, of is de schijf niet klaar. Vraag wie deze computer beheert, en probeer het dan opnieuw. Er is niets veranderd.',
  },
  'read-only': {
    'newer-format':
      'Een nieuwere Token Desk heeft je profielen opgeslagen. Deze laat ze zien en verandert niets. Installeer de nieuwere om verder te gaan.',
    'in-use':
      'Een andere Token Desk gebruikt deze profielen, misschien op een andere computer of als een andere gebruiker. Deze laat ze zien en verandert niets. Sluit de andere. Sluit daarna deze en open hem opnieuw.',
    'changed-elsewhere':
      'Een andere Token Desk heeft deze profielen veranderd sinds deze open is, dus hier wordt niets meer opgeslagen. Kopieer wat je nog nodig hebt. Sluit dan Token Desk en open het opnieuw.',
  },
  'not-saved_one':
    'De laatste wijziging van één profiel staat niet op de schijf. Token Desk houdt hem in het geheugen en probeert het opnieuw. Laat het open tot dit verdwijnt.',
  'not-saved_other':
    'De laatste wijzigingen van {{count}} profielen staan niet op de schijf. Token Desk houdt ze in het geheugen en probeert het opnieuw. Laat het open tot dit verdwijnt.',
  quarantined_one:
    'Eén profiel is beschadigd en kan niet getoond worden. Heb je een back-up, zet die dan terug. Wat ervan over is, blijft onveranderd bewaard in de map “vault” bij de gegevens van Token Desk. Kon het verplaatst worden, dan staat het daar onder “quarantine”. Deze melding verdwijnt als je de bestanden daar weghaalt.',
  quarantined_other:
    '{{count}} profielen zijn beschadigd en kunnen niet getoond worden. Heb je een back-up, zet die dan terug. Wat ervan over is, blijft onveranderd bewaard in de map “vault” bij de gegevens van Token Desk. Kon het verplaatst worden, dan staat het daar onder “quarantine”. Deze melding verdwijnt als je de bestanden daar weghaalt.',
  unreadable_one:
    'Eén profiel zie je niet, omdat het bestand nu niet te lezen is. Er is niets veranderd. Misschien mag deze gebruiker het niet lezen, of is de schijf niet klaar. Sluit Token Desk en open het nog een keer om het te proberen.',
  unreadable_other:
    '{{count}} profielen zie je niet, omdat hun bestanden nu niet te lezen zijn. Er is niets veranderd. Misschien mag deze gebruiker ze niet lezen, of is de schijf niet klaar. Sluit Token Desk en open het nog een keer om het te proberen.',
  'too-large_one':
    'Eén profiel kun je niet gebruiken, omdat het bestand veel te groot is voor een profiel. Er is niets veranderd. Heb je een kopie van het bestand, zet die dan terug terwijl Token Desk gesloten is.',
  'too-large_other':
    '{{count}} profielen kun je niet gebruiken, omdat hun bestanden veel te groot zijn voor een profiel. Er is niets veranderd. Heb je kopieën van de bestanden, zet die dan terug terwijl Token Desk gesloten is.',
}
