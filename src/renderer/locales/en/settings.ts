export const settings = {
  open: 'Settings',
  title: 'Settings',
  close: 'Close',
  clear: {
    label: 'Clear the clipboard',
    hint: 'A token you copied is removed from the clipboard, unless you have copied something else since.',
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
    keepHint:
      'Token Desk then keeps renewing your tokens. The icon in the tray brings the window back.',
    missing:
      'This desktop has no tray, so closing the window closes Token Desk. On GNOME, the extension “AppIndicator” adds one.',
  },
  notifications: {
    trouble: 'Notify me when a token can no longer be renewed',
    troubleHint: 'For example, when you have to sign in again. Once for each token.',
    beforeEnd: 'Notify me before a token expires',
    beforeEndHint: 'Only if it isn’t renewed automatically.',
    never: 'Never',
    minutes: '{{count}} minutes before',
    refused:
      'This computer did not show the last notification. Check in its settings whether Token Desk may show notifications.',
    refusedOnMac:
      'This Mac did not show the last notification. Check in System Settings whether Token Desk may show notifications. An unsigned copy of Token Desk can’t show any.',
  },
  theme: {
    label: 'Light or dark',
    system: 'Same as this computer',
    light: 'Light',
    dark: 'Dark',
  },
  language: {
    label: 'Language',
    system: 'Same as this computer ({{language}})',
  },
  about: {
    title: 'About Token Desk',
    version: 'Version {{version}}',
  },
} as const
