export const updates = {
  part: 'New versions',
  title: 'Token Desk {{version}} is out',
  since: 'Version {{version}} came out on {{date}}. Download it from {{host}}.',
  now: 'It came out on {{date}}. You have version {{own}}. Download the new one from {{host}}.',
  openPage: 'Open the page',
  notNow: 'Not now',
  tell: 'Tell me about new versions',
  tellHint:
    'Token Desk then asks {{host}} once a day. It sends nothing else and never installs anything.',
  lookNow: 'Check now',
  result: {
    newest: 'You have the newest version.',
    'no-answer': 'Could not check: there was no answer. Check your internet connection.',
    'odd-answer': 'Could not check: the answer was not a list of versions. Try again another day.',
    'not-secure': 'Could not check: the server could not prove who it is.',
    'not-genuine':
      'Could not check: the answer does not come from the makers of this app, so it was ignored.',
    'out-of-date':
      'Could not check: the answer is too old. Check this computer’s date, or try again another day.',
  },
} as const
