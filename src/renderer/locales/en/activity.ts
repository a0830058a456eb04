export const activity = {
  empty: 'Nothing has happened yet. Each attempt to get a token is listed here.',
  intro: 'What happened to this profile’s token, newest first. No secrets are kept here.',
  obtain: {
    user: 'You got a token',
    renewal: 'Token Desk got a token for you',
  },
  refresh: {
    user: 'You refreshed the token',
    renewal: 'Token Desk renewed the token for you',
  },
  foundWay: 'You tried the other ways; one worked and is remembered',
  failed: {
    obtain: 'Get token: {{what}}',
    refresh: 'Refresh: {{what}}',
    'other-ways': 'Try the other ways: {{what}}',
  },
  keptFresh: 'It would have ended soon, and “Keep token fresh” was on.',
  byRenewal: 'Token Desk tried it by itself, because “Keep token fresh” was on.',
  showAll: 'Show all {{count}} entries',
  oldest: 'These are the newest {{count}} entries; older ones are not kept.',
} as const
