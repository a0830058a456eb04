import type { WordsLike } from '../../../shared/words-like.ts'
import type { security as english } from '../en/security.ts'

export const security: WordsLike<typeof english> = {
  open: 'Beveiliging',
  title: 'Beveiliging',
  intro:
    'Hoe je geheime gegevens en tokens op deze computer bewaard worden, en wanneer Token Desk op slot gaat.',
  close: 'Sluiten',
  passphrase: {
    title: 'Wachtwoordzin',
    none: 'Met een wachtwoordzin kun je Token Desk vergrendelen, en openen waar de sleutelopslag dat niet kan.',
    noneMemory:
      'Met een wachtwoordzin kunnen je geheime gegevens op deze computer blijven, ook al heeft die geen sleutelopslag.',
    isSet: 'Er is een wachtwoordzin ingesteld.',
    onlyKey:
      'Het is de enige sleutel: zonder kan niemand je geheime gegevens openen, wij ook niet.',
    leaves: 'Hij wordt vergeten zodra de sleutelopslag Token Desk nog één keer heeft geopend.',
    field: 'Nieuwe wachtwoordzin',
    again: 'Nog een keer dezelfde',
    hint: 'Minstens {{count}} tekens. Vier of vijf woorden die niets met elkaar te maken hebben zijn goed, en makkelijk te onthouden.',
    tooLong: 'Gebruik hoogstens {{count}} tekens.',
    removeWhat:
      'Zonder wachtwoordzin kan Token Desk niet op slot, en opent alleen de sleutelopslag van deze computer je geheime gegevens.',
    tooShort: 'Gebruik minstens {{count}} tekens.',
    notTheSame: 'Deze twee zijn niet gelijk.',
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
    hint: 'De sleutelopslag van deze computer opent Token Desk. Zonder die typ je elke keer de wachtwoordzin.',
    leaves: 'Vanaf de volgende keer dat je de wachtwoordzin typt, opent alleen die Token Desk.',
    confirm: 'Typ je wachtwoordzin, zodat je jezelf niet buitensluit.',
    confirmButton: 'Elke keer vragen',
    changed: 'De sleutelopslag heeft een andere sleutel dan eerst.',
    useThis: 'Deze sleutelopslag voortaan gebruiken',
  },
  lock: {
    title: 'Vergrendelen',
    now: 'Nu vergrendelen',
    nowHint: 'Je wachtwoordzin opent het weer. Je kunt ook op {{keys}} drukken.',
    needsPassphrase: 'Stel eerst een wachtwoordzin in: die opent Token Desk weer.',
    byItself: 'Vanzelf vergrendelen:',
    idle: 'Als niemand de computer aanraakt',
    never: 'Nooit',
    minutes_one: 'Na {{count}} minuut',
    minutes_other: 'Na {{count}} minuten',
    refused: 'Token Desk is niet vergrendeld',
    wouldBeLost: 'Er staat iets alleen in het geheugen, en dat zou verloren gaan.',
    typingLost:
      'Token Desk vergrendelde zichzelf terwijl er getypt werd. Wat niet opgeslagen was, is weg.',
    onScreenLock: 'Als het scherm vergrendeld wordt',
    onScreenLockLinux: 'Niet elke Linux-desktop laat weten dat het scherm op slot is.',
    idleTime: {
      'never-reported':
        'Dit werkt niet op deze desktop: hij laat programma’s niet weten hoelang de computer niet is aangeraakt.',
      unreliable:
        'Dit kan hier te vroeg of helemaal niet gebeuren: op deze desktop ziet Token Desk maar een deel van wat je typt en klikt.',
    },
    onSleep: 'Als de computer gaat slapen',
  },
  closed:
    'Hier valt niets te kiezen zolang je opgeslagen geheime gegevens op slot zitten. Antwoordt de sleutelopslag van deze computer weer, kies dan hierboven “Opnieuw proberen”.',
  said: {
    passphraseSet: 'Wachtwoordzin ingesteld.',
    passphraseRemoved: 'Wachtwoordzin verwijderd.',
    protectedNow: 'Je geheime gegevens zijn nu beschermd en opgeslagen.',
  },
}
