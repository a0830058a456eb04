import type { GrantDefinition } from './definition.ts'

/** The refresh token itself is a parameter of every refresh, with each grant of a profile. */
export const refreshToken: GrantDefinition<'refreshToken'> = {
  userParameters: () => [],
  owner: (grant) => grant,
  refused: 'needs-sign-in',
  insufficient: 'needs-sign-in',
  sendsToken: true,
  blockedCodes: [],
  isMeantBy: (received) =>
    (received.userName ?? received.password) === undefined && received.refreshToken !== undefined,
  settingsIn: () => ({ kind: 'refreshToken' }),
  mayBePublic: true,
}
