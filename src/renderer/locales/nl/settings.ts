import type { WordsLike } from '../../../shared/words-like.ts'
import type { settings as english } from '../en/settings.ts'

export const settings: WordsLike<typeof english> = {
  open: 'Instellingen',
  title: 'Instellingen',
  close: 'Sluiten',
  clear: {
    label: 'Klembord leegmaken',
    hint: 'Een token dat je kopieerde, gaat weer van het klembord af, tenzij je daarna iets anders kopieerde.',
    seconds: 'Na {{count}} seconden',
    minutes_one: 'Na {{count}} minuut',
    minutes_other: 'Na {{count}} minuten',
    atClose: 'Pas als ik Token Desk sluit',
  },
  theme: {
    label: 'Weergave',
    system: 'Zoals deze computer',
    light: 'Licht',
    dark: 'Donker',
  },
  language: {
    label: 'Taal',
    system: 'Zoals deze computer ({{language}})',
  },
  about: {
    title: 'Over Token Desk',
    version: 'Versie {{version}}',
  },
}
