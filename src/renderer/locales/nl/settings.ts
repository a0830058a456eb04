import type { WordsLike } from '../../../shared/words-like.ts'
import type { settings as english } from '../en/settings.ts'

export const settings: WordsLike<typeof english> = {
  open: 'Instellingen',
  title: 'Instellingen',
  close: 'Sluiten',
  clear: {
    label: 'Klembord leegmaken',
    hint: 'Een token dat je hebt gekopieerd, wordt van het klembord gehaald, tenzij je daarna iets anders hebt gekopieerd.',
    seconds: 'Na {{count}} seconden',
    minutes_one: 'Na {{count}} minuut',
    minutes_other: 'Na {{count}} minuten',
    atClose: 'Pas als ik Token Desk sluit',
  },
  parts: {
    copying: 'Kopiëren',
    appearance: 'Weergave',
    tray: 'Systeemvak',
    menuBar: 'Menubalk',
    notifications: 'Meldingen',
  },
  tray: {
    show: 'Token Desk in het systeemvak tonen',
    showInMenuBar: 'Token Desk in de menubalk tonen',
    showHint: 'Kopieer met één klik een header uit het menu, zonder het venster te openen.',
    keep: 'Actief blijven als ik het venster sluit',
    keepHint:
      'Token Desk blijft je tokens dan verlengen. Met het pictogram in het systeemvak open je het venster weer.',
    missing:
      'Deze desktop heeft geen systeemvak. Als je het venster sluit, sluit dus ook Token Desk. Op GNOME voegt de extensie “AppIndicator” er een toe.',
  },
  notifications: {
    trouble: 'Melden als een token niet meer verlengd kan worden',
    troubleHint: 'Bijvoorbeeld als je opnieuw moet inloggen. Eén keer per token.',
    beforeEnd: 'Melden voordat een token verloopt',
    beforeEndHint: 'Alleen als het niet automatisch wordt verlengd.',
    never: 'Nooit',
    minutes: '{{count}} minuten van tevoren',
    refused:
      'Deze computer heeft de laatste melding niet getoond. Controleer in de instellingen ervan of Token Desk meldingen mag tonen.',
    refusedOnMac:
      'Deze Mac heeft de laatste melding niet getoond. Controleer in Systeeminstellingen of Token Desk meldingen mag tonen. Een niet-ondertekend exemplaar van Token Desk kan er geen tonen.',
  },
  theme: {
    label: 'Licht of donker',
    system: 'Hetzelfde als deze computer',
    light: 'Licht',
    dark: 'Donker',
  },
  language: {
    label: 'Taal',
    system: 'Hetzelfde als deze computer ({{language}})',
  },
  about: {
    title: 'Over Token Desk',
    version: 'Versie {{version}}',
  },
}
