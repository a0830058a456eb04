/** For whom and for what a token is. */
export const holder = {
  app: 'The app itself, not a person',
  bySubject: 'a number or name that the server knows this user by',
  byIdToken: 'from the ID token that came with it',
  asTyped: 'as you typed it; only the server can read the token',
  asAsked: 'as you requested it; the token doesn’t say',
  unknown: 'Only the server knows.',
  notSaid: 'The token doesn’t say.',
} as const
