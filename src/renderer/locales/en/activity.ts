export const activity = {
  empty: 'Nothing has happened yet. Each attempt to get a token is listed here.',
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
  byRenewal: '(Token Desk tried it by itself)',
} as const
