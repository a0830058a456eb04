export const licences = {
  open: 'Licences',
  title: 'Licences',
  intro:
    'Token Desk contains the work of many others. These are their terms. Electron includes Chromium and Node.js. Their terms are in the file LICENSES.chromium.html next to the program.',
  close: 'Close',
} as const
