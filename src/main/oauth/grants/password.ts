import { given } from '../../../shared/given.ts'
import { neededSecret } from '../request/parameters.ts'
import type { GrantDefinition } from './definition.ts'

export const password: GrantDefinition<'password'> = {
  // RFC 6749 §4.3.2; some servers rename the first.
  userParameters: ({ userName, userNameField }, secrets) => [
    [userNameField, userName],
    ['password', neededSecret(secrets, 'password')],
  ],
  owner: (grant) => grant,
  refused: 'user-refused',
  insufficient: 'grant-not-allowed',
  forbidden: 'user-refused',
  sendsToken: false,
  // Auth0 blocks an account after wrong passwords, and waiting does not help.
  blockedCodes: ['too_many_attempts'],
  isMeantBy: (received) => (received.userName ?? received.password) !== undefined,
  settingsIn: ({ userName, userNameField = 'username' }) => ({
    kind: 'password',
    ...given({ userName }),
    userNameField,
  }),
  mayBePublic: true,
}
