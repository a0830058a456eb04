export const licences = {
  open: 'Licences',
  title: 'Licences',
  intro:
    'Token Desk contains the work of many others. These are their terms. Electron brings Chromium and Node.js with it; their terms are in the file LICENSES.chromium.html beside the program.',
  close: 'Close',
} as const
