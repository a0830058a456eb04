/** What the icon in the tray or the menu bar says. */
export const tray = {
  tooltip: 'Token Desk',
  /** Alone in the menu, so that a locked app shows no name. */
  locked: 'Token Desk is locked – Open',
  /** Says what a click on the names below it does. */
  heading: 'Click a name to copy its header',
  noProfiles: 'No profiles yet',
  live: '{{name}}  –  {{left}} left',
  endUnknown: '{{name}}  –  end unknown',
  ended: '{{name}}  –  ended',
  needsSignIn: '{{name}}  –  sign in again',
  waitingForNetwork: '{{name}}  –  waiting for the network',
  failed: '{{name}}  –  the last request failed',
  noToken: '{{name}}  –  no token yet',
  showAll: 'Show all…',
  open: 'Open Token Desk',
  lock: 'Lock now',
  quit: 'Quit',
  left: {
    lessThanAMinute: 'less than 1 min',
    minutes: '{{count}} min',
    hours: '{{hours}} h {{minutes}} min',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
  },
  /** Asked once, when the window is closed and the app goes on. */
  closing: {
    message: 'Token Desk keeps running',
    detail:
      'Its icon stays in the tray. Click it to open the window again. To end Token Desk, choose Quit in its menu. You can change this under Settings.',
    keepRunning: 'Keep running',
    quit: 'Quit',
  },
} as const
