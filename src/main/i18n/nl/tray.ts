import type { WordsLike } from '../../../shared/words-like.ts'
import type { tray as english } from '../en/tray.ts'

export const tray: WordsLike<typeof english> = {
  tooltip: 'Token Desk',
  locked: 'Token Desk is vergrendeld – Openen',
  heading: 'Klik op een naam om de header te kopiëren',
  noProfiles: 'Nog geen profielen',
  live: '{{name}}  –  nog {{left}}',
  endUnknown: '{{name}}  –  einde onbekend',
  ended: '{{name}}  –  verlopen',
  needsSignIn: '{{name}}  –  opnieuw inloggen',
  waitingForNetwork: '{{name}}  –  wacht op netwerk',
  failed: '{{name}}  –  het laatste verzoek is mislukt',
  noToken: '{{name}}  –  nog geen token',
  showAll: 'Alles tonen…',
  open: 'Token Desk openen',
  lock: 'Nu vergrendelen',
  quit: 'Afsluiten',
  left: {
    lessThanAMinute: 'minder dan 1 min',
    minutes: '{{count}} min',
    hours: '{{hours}} u {{minutes}} min',
    days_one: '{{count}} dag',
    days_other: '{{count}} dagen',
  },
  closing: {
    message: 'Token Desk blijft draaien',
    detail:
      'Het pictogram blijft in het systeemvak. Klik erop om het venster weer te openen. Kies in het menu ervan Afsluiten om Token Desk te stoppen. Je kunt dit veranderen onder Instellingen.',
    keepRunning: 'Laten draaien',
    quit: 'Afsluiten',
  },
}
