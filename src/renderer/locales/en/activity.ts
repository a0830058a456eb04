export const activity = {
  empty: 'Nothing yet. Each attempt to get a token will be listed here.',
  intro: 'What happened to this profile’s token, newest first. No secrets are kept here.',
  obtain: {
    user: 'You got a token',
    renewal: 'Token Desk got a token for you',
  },
  refresh: {
    user: 'You renewed the token',
    renewal: 'Token Desk renewed the token for you',
  },
  foundMethod: 'You tried the other ways. One worked, and Token Desk remembers it',
  failed: {
    obtain: 'Get token: {{what}}',
    refresh: 'Renew: {{what}}',
    'other-methods': 'Try the other ways: {{what}}',
  },
  keptFresh: 'It was about to expire, and “Renew automatically” was on.',
  byRenewal: 'Token Desk tried this on its own, because “Renew automatically” was on.',
  showAll: 'Show all {{count}} entries',
  oldest: 'These are the newest {{count}} entries. Older ones are not kept.',
} as const
