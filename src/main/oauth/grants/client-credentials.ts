import type { GrantDefinition } from './definition.ts'

export const clientCredentials: GrantDefinition<'clientCredentials'> = {
  userParameters: () => [],
  owner: (grant) => grant,
  refused: 'client-refused',
  insufficient: 'grant-not-allowed',
  forbidden: 'client-refused',
  sendsToken: false,
  blockedCodes: [],
  isMeantBy: ({ userName, password, refreshToken }) =>
    (userName ?? password ?? refreshToken) === undefined,
  settingsIn: () => ({ kind: 'clientCredentials' }),
  // Only a public client names itself without a secret (RFC 6749 §2.1), and it may not run this.
  mayBePublic: false,
}
