import type { WordsLike } from '../../../shared/words-like.ts'
import type { palette as english } from '../en/palette.ts'

export const palette: WordsLike<typeof english> = {
  label: 'Een profiel zoeken of iets doen',
  placeholder: 'Typ een naam, of wat je wilt doen',
  results: 'Wat je kunt doen',
  none: 'Niets past bij “{{search}}”.',
  count_one: '{{count}} resultaat',
  count_other: '{{count}} resultaten',
  profile: {
    copy: 'Header kopiëren: {{name}}',
    get: 'Token ophalen: {{name}}',
    renew: 'Verlengen: {{name}}',
    signIn: 'Inloggen: {{name}}',
    open: 'Tonen: {{name}}',
  },
  do: {
    'new-profile': 'Nieuw profiel',
    import: 'Een cURL-commando plakken of een bestand openen',
    settings: 'Instellingen',
    security: 'Beveiliging en wachtwoordzin',
    lock: 'Nu vergrendelen',
    inspect: 'Een token bekijken',
    backup: 'Back-up maken of terugzetten',
    shortcuts: 'Sneltoetsen',
    licences: 'Licenties',
  },
}
