export const settings = {
  open: 'Settings',
  title: 'Settings',
  close: 'Close',
  clear: {
    label: 'Clear the clipboard',
    hint: 'A token that you copied is taken off the clipboard again, unless you copied something else since.',
    seconds: 'After {{count}} seconds',
    minutes_one: 'After {{count}} minute',
    minutes_other: 'After {{count}} minutes',
    atClose: 'Only when I close Token Desk',
  },
  parts: {
    copying: 'Copying',
    appearance: 'Appearance',
    tray: 'Tray',
    menuBar: 'Menu bar',
    notifications: 'Notifications',
  },
  tray: {
    show: 'Show Token Desk in the tray',
    showInMenuBar: 'Show Token Desk in the menu bar',
    showHint: 'Copy a header from its menu with one click, without opening the window.',
    keep: 'Keep running when I close the window',
    keepHint: 'Tokens are then kept fresh. The icon in the tray brings the window back.',
    missing:
      'This desktop has no tray, so closing the window closes Token Desk. On GNOME, the extension “AppIndicator” adds one.',
  },
  notifications: {
    trouble: 'Tell me when a token can’t be kept fresh any more',
    troubleHint: 'For example when you have to sign in again. Once for each token.',
    beforeEnd: 'Tell me before a token ends',
    beforeEndHint: 'Only if it is not renewed by itself.',
    never: 'Never',
    minutes: '{{count}} minutes before',
    refused:
      'This computer did not show the last notification. Check in its own settings whether Token Desk may show notifications.',
    refusedOnMac:
      'This Mac did not show the last notification. Check in the system settings whether Token Desk may show notifications. A copy that its maker did not sign can’t show any.',
  },
  theme: {
    label: 'Light or dark',
    system: 'As this computer',
    light: 'Light',
    dark: 'Dark',
  },
  language: {
    label: 'Language',
    system: 'As this computer ({{language}})',
  },
  about: {
    title: 'About Token Desk',
    version: 'Version {{version}}',
  },
} as const
