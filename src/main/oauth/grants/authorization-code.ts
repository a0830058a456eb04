import { defaultRedirectAddress } from '../../../shared/redirect-address.ts'
import type { GrantDefinition } from './definition.ts'

export const authorizationCode: GrantDefinition<'authorizationCode'> = {
  userParameters: () => [],
  // How the code comes back says nothing about who may use the token.
  owner: ({ kind, loginHint }) => ({ kind, loginHint }),
  refused: 'needs-sign-in',
  insufficient: 'needs-sign-in',
  sendsToken: false,
  blockedCodes: [],
  isMeantBy: () => false,
  settingsIn: () => ({
    kind: 'authorizationCode',
    redirectAddress: defaultRedirectAddress,
    codeChallengeMethod: 'S256',
    responseMode: 'query',
    expectsIssuer: false,
    sendsOrigin: false,
  }),
  mayBePublic: true,
}
