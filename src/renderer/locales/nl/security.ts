import type { WordsLike } from '../../../shared/words-like.ts'
import type { security as english } from '../en/security.ts'

export const security: WordsLike<typeof english> = {
  open: 'Beveiliging',
  title: 'Beveiliging',
  intro:
    'Hoe je geheime gegevens en tokens op deze computer bewaard worden, en wanneer Token Desk vergrendelt.',
  close: 'Sluiten',
  passphrase: {
    title: 'Wachtwoordzin',
    none: 'Stel een wachtwoordzin in om Token Desk te vergrendelen. Hij opent je gegevens ook als de sleutelopslag van deze computer niet werkt.',
    noneMemory:
      'Deze computer heeft geen sleutelopslag. Met een wachtwoordzin kun je je geheime gegevens hier toch bewaren.',
    isSet: 'Er is een wachtwoordzin ingesteld.',
    onlyKey:
      'Het is de enige sleutel. Zonder die zin kan niemand je geheime gegevens openen, wij ook niet.',
    leaves: 'Hij wordt verwijderd zodra de sleutelopslag Token Desk nog één keer heeft geopend.',
    current: 'Huidige wachtwoordzin',
    currentNeeded: 'Typ je huidige wachtwoordzin.',
    field: 'Nieuwe wachtwoordzin',
    again: 'Herhaal de wachtwoordzin',
    hint: 'Minstens {{count}} tekens. Vier of vijf woorden die niets met elkaar te maken hebben, werken goed en zijn makkelijk te onthouden.',
    tooLong: 'Gebruik hoogstens {{count}} tekens.',
    removeWhat:
      'Zonder wachtwoordzin kun je Token Desk niet vergrendelen, en opent alleen de sleutelopslag van deze computer je geheime gegevens.',
    tooShort: 'Gebruik minstens {{count}} tekens.',
    notTheSame: 'De twee wachtwoordzinnen zijn niet gelijk.',
    set: 'Wachtwoordzin instellen',
    change: 'Wachtwoordzin veranderen',
    remove: 'Wachtwoordzin verwijderen',
    cancel: 'Annuleren',
  },
  strength: {
    easy: 'Makkelijk te raden. Voeg twee of drie woorden toe.',
    fair: 'Beter. Met nog één woord is hij moeilijk te raden.',
    good: 'Moeilijk te raden.',
  },
  keyStore: {
    title: 'Openen',
    label: 'Op deze computer openen zonder wachtwoordzin',
    hint: 'De sleutelopslag van deze computer opent Token Desk. Zet je dit uit, dan typ je elke keer de wachtwoordzin.',
    leaves: 'Nadat je de wachtwoordzin nog één keer hebt getypt, opent alleen die Token Desk.',
    confirm: 'Typ je wachtwoordzin, zodat je jezelf niet buitensluit.',
    confirmButton: 'Elke keer vragen',
    changed: 'De sleutelopslag heeft een andere sleutel dan eerder.',
    useThis: 'Deze sleutelopslag voortaan gebruiken',
  },
  lock: {
    title: 'Vergrendelen',
    now: 'Nu vergrendelen',
    nowHint: 'Met je wachtwoordzin ontgrendel je weer. Vergrendelen kan ook met {{keys}}.',
    needsPassphrase:
      'Stel eerst een wachtwoordzin in. Die heb je nodig om Token Desk te ontgrendelen.',
    byItself: 'Automatisch vergrendelen:',
    idle: 'Als de computer niet wordt gebruikt',
    never: 'Nooit',
    minutes_one: 'Na {{count}} minuut',
    minutes_other: 'Na {{count}} minuten',
    refused: 'Token Desk is niet vergrendeld',
    wouldBeLost: 'Er staat iets alleen in het geheugen, en dat zou verloren gaan.',
    typingLost:
      'Token Desk is vergrendeld terwijl er getypt werd. Wat niet was opgeslagen, is weg.',
    onScreenLock: 'Als het scherm vergrendeld wordt',
    onScreenLockLinux: 'Niet elke Linux-desktop meldt dat het scherm vergrendeld is.',
    idleTime: {
      'never-reported':
        'Dit werkt niet op deze desktop, want die meldt niet hoelang de computer niet is gebruikt.',
      unreliable:
        'Dit kan hier te vroeg of helemaal niet gebeuren: op deze desktop ziet Token Desk maar een deel van wat je typt en klikt.',
    },
    onSleep: 'Als de computer gaat slapen',
  },
  closed:
    'Hier valt niets in te stellen zolang je opgeslagen geheime gegevens vergrendeld zijn. Antwoordt de sleutelopslag van deze computer weer, kies dan hierboven “Opnieuw proberen”.',
  said: {
    passphraseSet: 'Wachtwoordzin ingesteld.',
    passphraseRemoved: 'Wachtwoordzin verwijderd.',
    protectedNow: 'Je geheime gegevens zijn nu beschermd en opgeslagen.',
  },
}
