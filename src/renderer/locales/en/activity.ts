export const activity = {
  empty: 'Nothing has happened yet. Each attempt to get a token is listed here.',
  obtained: {
    user: 'You got a token',
    renewal: 'Token Desk got a token for you',
  },
  refreshed: {
    user: 'You refreshed the token',
    renewal: 'Token Desk renewed the token for you',
  },
  failedObtain: 'Get token: {{what}}',
  failedRefresh: 'Refresh: {{what}}',
  byRenewal: '(Token Desk tried it by itself)',
} as const
