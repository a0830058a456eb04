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
      'Tokens blijven dan geldig. Het pictogram in het systeemvak brengt het venster terug.',
    missing:
      'Deze desktop heeft geen systeemvak. Als je het venster sluit, sluit dus ook Token Desk. Op GNOME voegt de extensie “AppIndicator” er een toe.',
  },
  notifications: {
    trouble: 'Melden als een token niet meer geldig kan blijven',
    troubleHint: 'Bijvoorbeeld als je opnieuw moet inloggen. Eén keer per token.',
    beforeEnd: 'Melden voordat een token verloopt',
    beforeEndHint: 'Alleen als het niet vanzelf wordt vernieuwd.',
    never: 'Nooit',
    minutes: '{{count}} minuten van tevoren',
    refused:
      'Deze computer heeft de laatste melding niet getoond. Kijk in zijn eigen instellingen of Token Desk meldingen mag tonen.',
    refusedOnMac:
      'Deze Mac heeft de laatste melding niet getoond. Kijk in de systeeminstellingen of Token Desk meldingen mag tonen. Een kopie die de maker niet heeft ondertekend, kan er geen tonen.',
  },
  theme: {
    label: 'Licht of donker',
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
