import type { WordsLike } from '../../../shared/words-like.ts'
import type { vault as english } from '../en/vault.ts'

export const vault: WordsLike<typeof english> = {
  'memory-only': {
    'no-key-store':
      'De sleutelopslag van deze computer antwoordt niet. Zolang dat zo is, zijn je geheime gegevens weg als je Token Desk sluit.',
    'weak-key-store':
      'Deze computer kan geheime gegevens niet veilig bewaren. Ze zijn weg als je Token Desk sluit. Stel een wachtwoordzin in om ze op te slaan.',
    'key-store-late':
      'De sleutelopslag van deze computer heeft nog niet geantwoord. Misschien vraagt hij in een ander venster om een wachtwoord. Tot die tijd staan je geheime gegevens alleen in het geheugen.',
  },
  'memory-only-locked':
    'Je opgeslagen geheime gegevens blijven vergrendeld en veranderen niet. Wat je nu toevoegt, is weg als je Token Desk sluit.',
  'key-store-changed': {
    'no-key-store':
      'Geopend met je wachtwoordzin: de sleutelopslag van deze computer antwoordt nu niet.',
    'weak-key-store':
      'Geopend met je wachtwoordzin: er is nu geen sleutelopslag die geheime gegevens echt beschermt.',
    'key-store-late':
      'Geopend met je wachtwoordzin: de sleutelopslag van deze computer heeft nog niet geantwoord.',
    'key-does-not-fit':
      'Geopend met je wachtwoordzin: de sleutelopslag van deze computer heeft een andere sleutel dan eerder.',
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
      'Ze zijn nog steeds vergrendeld. Op sommige computers moet Token Desk opnieuw starten voordat het de sleutelopslag weer kan vragen.',
    stillUnreadable: 'Ze zijn nog steeds niet te lezen.',
    restart: 'Token Desk opnieuw starten',
    asksAtStart: 'Token Desk vraagt de sleutelopslag pas weer om de sleutel als het start.',
    without: 'Verdergaan zonder',
    withoutHint: 'Ze blijven zoals ze zijn. Wat je dan toevoegt, staat alleen in het geheugen.',
    setPassphrase: 'Wachtwoordzin instellen',
    open: 'Ontgrendelen',
  },
  lockedTitle: 'Je opgeslagen geheime gegevens kunnen nu niet open',
  locked: {
    'locked-by-user': 'Typ je wachtwoordzin om verder te gaan.',
    'passphrase-needed': 'Typ je wachtwoordzin om het te openen.',
    'no-key-store':
      'De sleutel ervan zit in de sleutelopslag van deze computer, en die antwoordt niet. Ontgrendel hem, of laat Token Desk hem gebruiken. Er is niets verloren.',
    'key-store-late':
      'De sleutel ervan zit in de sleutelopslag van deze computer, en die heeft nog niet geantwoord. Misschien vraagt hij in een ander venster om een wachtwoord. Vul het daar in en probeer het dan opnieuw. Er is niets verloren.',
    'weak-key-store':
      'De sleutelopslag met de sleutel ervan is nu niet beschikbaar: deze sessie heeft er een die niets beschermt. Log in op je gewone desktop en probeer het opnieuw. Er is niets verloren.',
    'key-does-not-fit':
      'De sleutelopslag van deze computer heeft een andere sleutel dan eerder, bijvoorbeeld na een herstel. Log op de computer in als de gebruiker die de gegevens heeft opgeslagen. Er is niets verloren.',
    'vault-damaged':
      'Het bestand met de sleutel is beschadigd. Zet het terug uit een back-up. Er is niets veranderd.',
    'vault-unreadable':
      'De bestanden met je geheime gegevens, of de sleutel ervan, zijn nu niet te lezen. Misschien mag deze gebruiker de map van Token Desk niet lezen, of is de schijf niet klaar. Vraag het de beheerder van deze computer en probeer het dan opnieuw. Er is niets veranderd.',
  },
  'read-only': {
    'newer-format':
      'Een nieuwere versie van Token Desk heeft je profielen opgeslagen. Deze versie laat ze zien, maar verandert niets. Installeer de nieuwere om verder te gaan.',
    'in-use':
      'Deze profielen zijn al open in een ander exemplaar van Token Desk, misschien op een andere computer of bij een andere gebruiker. Je kunt ze hier bekijken, maar niets veranderen. Sluit dat andere exemplaar. Sluit daarna dit en open Token Desk opnieuw.',
    'changed-elsewhere':
      'Een ander exemplaar van Token Desk heeft deze profielen veranderd sinds dit open is, dus hier wordt niets meer opgeslagen. Kopieer wat je nog nodig hebt. Sluit dan Token Desk en open het opnieuw.',
  },
  'not-saved_one':
    'De laatste wijziging van één profiel is nog niet opgeslagen. Token Desk houdt hem in het geheugen en probeert het opnieuw. Laat het open tot deze melding verdwijnt.',
  'not-saved_other':
    'De laatste wijzigingen van {{count}} profielen zijn nog niet opgeslagen. Token Desk houdt ze in het geheugen en probeert het opnieuw. Laat het open tot deze melding verdwijnt.',
  quarantined_one:
    'Eén profiel is beschadigd en kan niet getoond worden. Heb je een back-up, zet die dan terug. Wat ervan over is, blijft onveranderd bewaard in de map “vault” bij de gegevens van Token Desk. Kon het verplaatst worden, dan staat het daar onder “quarantine”. Deze melding verdwijnt als je de bestanden daar weghaalt.',
  quarantined_other:
    '{{count}} profielen zijn beschadigd en kunnen niet getoond worden. Heb je een back-up, zet die dan terug. Wat ervan over is, blijft onveranderd bewaard in de map “vault” bij de gegevens van Token Desk. Kon het verplaatst worden, dan staat het daar onder “quarantine”. Deze melding verdwijnt als je de bestanden daar weghaalt.',
  unreadable_one:
    'Eén profiel zie je niet, omdat het bestand nu niet te lezen is. Er is niets veranderd. Misschien mag deze gebruiker het niet lezen, of is de schijf niet klaar. Sluit Token Desk en open het opnieuw om het nog eens te proberen.',
  unreadable_other:
    '{{count}} profielen zie je niet, omdat hun bestanden nu niet te lezen zijn. Er is niets veranderd. Misschien mag deze gebruiker ze niet lezen, of is de schijf niet klaar. Sluit Token Desk en open het opnieuw om het nog eens te proberen.',
  'too-large_one':
    'Eén profiel kun je niet gebruiken, omdat het bestand veel te groot is voor een profiel. Er is niets veranderd. Heb je een kopie van het bestand, zet die dan terug terwijl Token Desk gesloten is.',
  'too-large_other':
    '{{count}} profielen kun je niet gebruiken, omdat hun bestanden veel te groot zijn voor een profiel. Er is niets veranderd. Heb je kopieën van de bestanden, zet die dan terug terwijl Token Desk gesloten is.',
}
