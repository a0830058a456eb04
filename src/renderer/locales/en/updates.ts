export const updates = {
  part: 'New versions',
  title: 'Token Desk {{version}} is out',
  since: 'Version {{version}} came out on {{date}}. You get it from {{host}}.',
  now: 'It came out on {{date}}. You have version {{own}}. You get the new one from {{host}}.',
  openPage: 'Open the page',
  notNow: 'Not now',
  tell: 'Tell me about new versions',
  tellHint:
    'Token Desk then asks {{host}} once a day. It sends nothing but this question, and never installs anything.',
  lookNow: 'Look now',
  result: {
    newest: 'You have the newest version.',
    'no-answer': 'Could not look: there was no answer. Check your internet connection.',
    'odd-answer': 'Could not look: the answer was not a list of versions. Try again another day.',
    'not-secure': 'Could not look: the server could not prove who it is.',
    'not-genuine':
      'Could not look: the answer does not come from the makers of this app, so it was ignored.',
    'out-of-date':
      'Could not look: the answer is too old. Check the date of this computer, or try again another day.',
  },
} as const
