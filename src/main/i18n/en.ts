/** The English texts of main: menu, tray, notifications and dialogs. Another language is a file of this shape. */
export const en = {
  backupFiles: {
    backups: 'Backups',
    all: 'All files',
  },
  /** `{{app}}` is the name of the app. */
  menu: {
    file: 'File',
    lockNow: 'Lock now',
    close: 'Close window',
    quit: 'Quit {{app}}',
    exit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteAsText: 'Paste as plain text',
    delete: 'Delete',
    selectAll: 'Select all',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    reload: 'Reload',
    developerTools: 'Developer tools',
    window: 'Window',
    minimize: 'Minimise',
    zoom: 'Zoom',
    front: 'Bring all to front',
    about: 'About {{app}}',
    services: 'Services',
    hide: 'Hide {{app}}',
    hideOthers: 'Hide others',
    showAll: 'Show all',
  },
  /** Texts of the system's notifications: never a token or a secret. */
  notifications: {
    copied: {
      title: 'Copied',
      validFor: 'Copied. Valid for {{left}}.',
      endUnknown: 'Copied. The server didn’t say how long it lasts.',
      ended: 'Copied, but this token has expired and could not be renewed.',
    },
    copyInWindow: {
      title: 'Not copied yet',
      body: 'On this desktop, Token Desk can only copy in its own window. Click here to open it.',
    },
    notCopied: {
      title: 'Nothing was copied',
      body: 'Open Token Desk to see why.',
    },
    endsSoon: {
      title: '{{name}}: the token expires soon',
      body: 'It is valid for {{left}} and is not renewed automatically.',
      bodyNetwork: 'It is valid for {{left}}. Token Desk is waiting for the network to renew it.',
      bodySignIn: 'It is valid for {{left}}. To get a new one, you have to sign in.',
      action: 'Renew and copy',
    },
    needsSignIn: {
      title: '{{name}}: please sign in again',
      body: 'Its token can no longer be renewed. Open the profile to get a new one.',
      action: 'Open profile',
    },
    renewalFailed: {
      title: '{{name}}: the token was not renewed',
      body: 'Token Desk stopped trying. Open the profile to see why.',
      action: 'Open profile',
    },
    several: {
      title_one: '{{count}} profile needs your attention',
      title_other: '{{count}} profiles need your attention',
      body: 'Their tokens expire soon or can’t be renewed. Open Token Desk to see which.',
    },
  },
  pageGone: {
    title: 'The window has crashed several times',
    what: 'Token Desk tried to reopen it, and it crashed each time. Your profiles and tokens are safe.',
    help: 'If this keeps happening, quit and restart the computer.',
    again: 'Try again',
    quit: 'Quit Token Desk',
  },
  practice: {
    password: 'Practice server',
    browser: 'Practice: sign in with the browser',
    device: 'Practice: code for another device',
  },
  /** The page that the browser shows after a sign-in. Blank lines separate paragraphs. */
  redirectPage: {
    /** The answer may be a refusal, so the page must not speak of success. */
    accepted: {
      title: 'You can close this tab',
      body: 'Token Desk has the answer and continues in its own window.',
    },
    refused: {
      title: 'This sign-in is over, or belongs to another',
      body: 'Token Desk has not used this answer.\n\nGo back to Token Desk and start again there. If it still waits for a sign-in, finish that one. You can close this tab.',
    },
    unclear: {
      title: 'The service reported an error',
      body: 'It did not say which sign-in it means, so Token Desk still waits.\n\nGo back to Token Desk, cancel the sign-in and start it again there. You can close this tab.',
    },
    noAnswer: {
      title: 'One more step: paste the address',
      body: 'The answer may be in the address of this page, in a part that your browser keeps to itself.\n\nCopy the whole address from the top of this window. In Token Desk, choose “Paste the address you landed on”.\n\nThis address is as good as a password: give it to no one.',
    },
    otherAddress: {
      title: 'Token Desk waits at another address',
      body: 'The service sent you to an address that is not the redirect address of the profile.\n\nGo back to Token Desk. Compare the “Redirect address” with the one registered with the service: they must be the same, letter by letter.',
    },
  },
  start: {
    refused:
      'Token Desk does not start with {{switches}}, because that could let others read your secrets. Start it without.',
    refusedVariables:
      'Token Desk does not start while the environment variable {{variables}} is set, because that could let others read your secrets. Remove it and start again.',
  },
  /** Texts of the icon in the tray or the menu bar. */
  tray: {
    tooltip: 'Token Desk',
    /** Alone in the menu, so that a locked app shows no name. */
    locked: 'Token Desk is locked – Open',
    /** Explains a click on the names below it. */
    heading: 'Click a name to copy its header',
    noProfiles: 'No profiles yet',
    live: '{{name}}  –  {{left}} left',
    endUnknown: '{{name}}  –  no expiry given',
    ended: '{{name}}  –  expired',
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
    /** The question when the window is closed for the first time while the app goes on. */
    closing: {
      message: 'Token Desk keeps running',
      detail:
        'Its icon stays in the tray. Click it to open the window again. To stop Token Desk, choose Quit in the icon’s menu. You can change this under Settings.',
      keepRunning: 'Keep running',
      quit: 'Quit',
    },
  },
  unsaved: {
    title: 'Not everything is saved',
    what_one:
      'Token Desk could not save the last change to one profile. If you quit now, it is lost, and you may have to get new tokens.',
    what_other:
      'Token Desk could not save the last changes to {{count}} profiles. If you quit now, they are lost, and you may have to get new tokens.',
    help: 'Free up space on the disk, or connect the drive, and try again.',
    stay: 'Keep Token Desk open',
    quit: 'Quit without saving',
  },
} as const
