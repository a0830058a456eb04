import { type GrantDefinition, namesUser } from './definition.ts'

export const clientCredentials: GrantDefinition<'clientCredentials'> = {
  userParameters: () => [],
  owner: (grant) => grant,
  refused: 'client-refused',
  insufficient: 'grant-not-allowed',
  forbidden: 'client-refused',
  sendsToken: false,
  blockedCodes: [],
  isMeantBy: (received) =>
    !namesUser(received) && (received.authorizationUrl ?? received.deviceUrl) === undefined,
  settingsIn: () => ({ kind: 'clientCredentials' }),
  // Only a public client names itself without a secret (RFC 6749 §2.1), and it may not run this.
  mayBePublic: false,
}
