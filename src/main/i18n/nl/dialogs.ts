import type { WordsLike } from '../../../shared/words-like.ts'
import type * as english from '../en/dialogs.ts'

export const unsaved: WordsLike<typeof english.unsaved> = {
  title: 'Nog niet alles is opgeslagen',
  what_one:
    'Token Desk kon de laatste wijziging van één profiel niet naar de schijf schrijven. Als je nu afsluit, ben je die kwijt en moet je misschien nieuwe tokens ophalen.',
  what_other:
    'Token Desk kon de laatste wijzigingen van {{count}} profielen niet naar de schijf schrijven. Als je nu afsluit, ben je die kwijt en moet je misschien nieuwe tokens ophalen.',
  help: 'Maak ruimte vrij op de schijf, of sluit de schijf aan, en probeer het opnieuw.',
  stay: 'Token Desk open houden',
  quit: 'Toch afsluiten en kwijtraken',
}

export const backupFiles: WordsLike<typeof english.backupFiles> = {
  backups: 'Back-ups',
  all: 'Alle bestanden',
}

export const start: WordsLike<typeof english.start> = {
  refused:
    'Token Desk start niet met {{switches}}, want dan zouden anderen je geheime gegevens kunnen lezen. Start het zonder.',
  refusedVariables:
    'Token Desk start niet zolang de omgevingsvariabele {{variables}} is ingesteld, omdat anderen zo je geheime gegevens zouden kunnen lezen. Verwijder die en start opnieuw.',
}

export const practice: WordsLike<typeof english.practice> = {
  name: 'Oefenserver',
}

export const pageGone: WordsLike<typeof english.pageGone> = {
  title: 'Het venster is een paar keer vastgelopen',
  what: 'Token Desk heeft het opnieuw geprobeerd te tonen, en het liep elke keer vast. Je profielen en tokens zijn veilig.',
  help: 'Blijft het misgaan, sluit Token Desk dan af en start de computer opnieuw op.',
  again: 'Probeer opnieuw',
  quit: 'Token Desk afsluiten',
}
