import type { WordsLike } from '../../../shared/words-like.ts'
import type { backup as english } from '../en/backup.ts'

export const backup: WordsLike<typeof english> = {
  title: 'Back-up',
  intro: 'Bewaar al je profielen in één bestand en zet ze terug op deze computer of op een andere.',
  close: 'Sluiten',
  link: {
    title: 'Back-up',
    hint: 'Bewaar een kopie van al je profielen in één bestand, of zet ze terug.',
    open: 'Back-up maken of terugzetten',
  },
  write: {
    title: 'Back-up maken',
    what: 'Het bestand bevat je profielen met hun wachtwoorden en client secrets, beveiligd met een eigen wachtwoordzin. Tokens zitten er niet in. Na het terugzetten haal je met één klik nieuwe op.',
    keep: 'Onthoud deze wachtwoordzin, of bewaar hem op een veilige plek. Zonder die zin kan niemand de back-up openen, wij ook niet.',
    nothing:
      'Er is nu niets om een back-up van te maken: je hebt geen opgeslagen profielen, of ze zijn allemaal vergrendeld.',
    current: 'Huidige wachtwoordzin van Token Desk',
    passphrase: 'Wachtwoordzin voor de back-up',
    button: 'Back-up opslaan',
    done_one: '{{count}} profiel is opgeslagen in “{{fileName}}”.',
    done_other: '{{count}} profielen zijn opgeslagen in “{{fileName}}”.',
    notIncluded_one:
      '{{count}} profiel zit niet in de back-up, omdat de geheime gegevens ervan vergrendeld zijn:',
    notIncluded_other:
      '{{count}} profielen zitten niet in de back-up, omdat hun geheime gegevens vergrendeld zijn:',
    unreadable_one:
      '{{count}} profiel kon niet worden gelezen, dus dat zit ook niet in de back-up.',
    unreadable_other:
      '{{count}} profielen konden niet worden gelezen, dus die zitten ook niet in de back-up.',
    withoutRefreshToken_one:
      '{{count}} profiel zit zonder refresh token in de back-up, omdat een refresh token maar op één plek werkt. Na het terugzetten heb je een nieuw token van je aanbieder nodig:',
    withoutRefreshToken_other:
      '{{count}} profielen zitten zonder refresh token in de back-up, omdat een refresh token maar op één plek werkt. Na het terugzetten heb je nieuwe tokens van je aanbieders nodig:',
  },
  restore: {
    open: 'Een back-up terugzetten',
    title: 'Terugzetten',
    what: 'Je ziet eerst wat er zou veranderen.',
    choose: 'Back-upbestand kiezen',
    chooseOther: 'Ander bestand kiezen',
    chosen: 'Typ de wachtwoordzin van “{{fileName}}”.',
    openFile: 'Back-up openen',
    cancel: 'Annuleren',
    memoryOnly:
      'Deze computer kan geheime gegevens niet veilig bewaren. Wat je terugzet, is weg als je Token Desk sluit. Wil je het bewaren, stel dan eerst onder “Beveiliging” een wachtwoordzin in.',
    madeAt: 'Datum van deze back-up: {{when}}.',
    nothingInIt: 'Er zitten geen profielen in deze back-up.',
    fresh_one: '{{count}} profiel dat je hier niet hebt',
    fresh_other: '{{count}} profielen die je hier niet hebt',
    same_one: '{{count}} profiel dat hier hetzelfde is',
    same_other: '{{count}} profielen die hier hetzelfde zijn',
    different_one: '{{count}} profiel met andere gegevens dan hier',
    different_other: '{{count}} profielen met andere gegevens dan hier',
    locked_one: '{{count}} profiel dat hier vergrendeld is en blijft zoals het is',
    locked_other: '{{count}} profielen die hier vergrendeld zijn en blijven zoals ze zijn',
    missing_one: '{{count}} profiel hier dat niet in de back-up zit',
    missing_other: '{{count}} profielen hier die niet in de back-up zitten',
    notIncluded_one: '{{count}} profiel kon niet worden gelezen toen deze back-up werd gemaakt',
    notIncluded_other:
      '{{count}} profielen konden niet worden gelezen toen deze back-up werd gemaakt',
    withoutRefreshToken_one: '{{count}} profiel heeft daarna een nieuw refresh token nodig',
    withoutRefreshToken_other: '{{count}} profielen hebben daarna een nieuw refresh token nodig',
    elsewhere_one: '{{count}} profiel zou een ander adres gebruiken',
    elsewhere_other: '{{count}} profielen zouden andere adressen gebruiken',
    elsewhereWhat:
      'Na het terugzetten zouden geheime gegevens of tokens naar deze servers gaan. Controleer of je ze kent:',
    more_one: 'en nog {{count}}',
    more_other: 'en nog {{count}}',
    how: 'Wat moet er gebeuren?',
    merge: 'Toevoegen aan wat ik heb',
    mergeHint: 'Hier wordt niets verwijderd.',
    replace: 'Alles vervangen',
    replaceHint_one:
      'Alles wordt weer zoals in de back-up. {{count}} profiel dat er niet in zit, wordt verwijderd.',
    replaceHint_other:
      'Alles wordt weer zoals in de back-up. {{count}} profielen die er niet in zitten, worden verwijderd.',
    differentTitle: 'Profielen met andere gegevens',
    keepMine: 'De mijne houden',
    takeBackup: 'Die uit de back-up gebruiken',
    button: 'Terugzetten',
    nothingToDo: 'Er valt niets terug te zetten: je hebt alles al.',
    confirmTitle_one: '{{count}} profiel verwijderen?',
    confirmTitle_other: '{{count}} profielen verwijderen?',
    confirmWhat:
      'Deze zitten niet in de back-up. Hun geheime gegevens en tokens worden definitief van deze computer verwijderd:',
    confirmNo: 'Annuleren',
    confirmYes_one: 'Alles vervangen en {{count}} verwijderen',
    confirmYes_other: 'Alles vervangen en {{count}} verwijderen',
    done: 'Teruggezet: {{added}} toegevoegd, {{changed}} gewijzigd, {{removed}} verwijderd.',
    tokens: 'Kies een profiel en haal een token op om te controleren of het werkt.',
    stopped:
      'Het terugzetten is te vroeg gestopt: {{added}} toegevoegd, {{changed}} gewijzigd, {{removed}} verwijderd. De rest is niet veranderd. Je kunt het nog eens terugzetten.',
  },
}
