/** For whom and for what a token is. */
export const holder = {
  app: 'The app itself, no person',
  bySubject: 'a number or name that the server knows this user by',
  byIdToken: 'from the ID token that came with it',
  asTyped: 'as you typed it; only the server can read the token',
  asAsked: 'as you asked for it; the token does not say',
  unknown: 'Only the server knows.',
  notSaid: 'The token does not say.',
} as const
