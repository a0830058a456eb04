import { type GrantDefinition, namesUser } from './definition.ts'

export const deviceCode: GrantDefinition<'deviceCode'> = {
  userParameters: () => [],
  owner: (grant) => grant,
  refused: 'needs-sign-in',
  insufficient: 'needs-sign-in',
  sendsToken: false,
  blockedCodes: [],
  isMeantBy: (received) =>
    !namesUser(received) &&
    received.authorizationUrl === undefined &&
    received.deviceUrl !== undefined,
  settingsIn: () => ({ kind: 'deviceCode' }),
  mayBePublic: true,
}
