import type { GrantDefinition } from './definition.ts'

export const deviceCode: GrantDefinition<'deviceCode'> = {
  userParameters: () => [],
  owner: (grant) => grant,
  refused: 'needs-sign-in',
  insufficient: 'needs-sign-in',
  sendsToken: false,
  blockedCodes: [],
  isMeantBy: () => false,
  settingsIn: () => ({ kind: 'deviceCode' }),
  mayBePublic: true,
}
