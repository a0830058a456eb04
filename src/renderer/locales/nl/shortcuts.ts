import type { WordsLike } from '../../../shared/words-like.ts'
import type { shortcuts as english } from '../en/shortcuts.ts'

export const shortcuts: WordsLike<typeof english> = {
  open: 'Sneltoetsen',
  title: 'Sneltoetsen',
  close: 'Sluiten',
  everywhere: 'Overal',
  inList: 'In de lijst met profielen',
  key: {
    Mod: 'Ctrl',
    Space: 'Spatie',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Home: 'Home',
    End: 'End',
    Enter: 'Enter',
  },
  what: {
    palette: 'Een profiel zoeken of iets doen',
    search: 'In de lijst zoeken',
    'new-profile': 'Nieuw profiel',
    'edit-profile': 'Het getoonde profiel bewerken',
    'get-token': 'Het token ervan ophalen of verlengen',
    'copy-header': 'De header ervan kopiëren, als er niets geselecteerd is',
    lock: 'Nu vergrendelen',
    shortcuts: 'Deze sneltoetsen tonen',
    'list-move': 'Door de lijst gaan',
    'list-copy': 'De header kopiëren en het profiel tonen',
    'list-open': 'Het profiel tonen',
    'list-folder': 'Een map sluiten of openen',
  },
}
