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
  theme: {
    label: 'Appearance',
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
