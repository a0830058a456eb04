import { given } from '../../../shared/given.ts'
import { defaultRedirectAddress } from '../../../shared/redirect-address.ts'
import { type GrantDefinition, namesUser } from './definition.ts'

/** The origin (RFC 6454 §6.2) of a redirect address; `null` if it has none. A free port is left out. */
function originOf(redirectAddress: string): string | null {
  const { origin } = new URL(redirectAddress)
  return origin === 'null' ? null : origin.replace(/:0$/, '')
}

export const authorizationCode: GrantDefinition<'authorizationCode'> = {
  userParameters: () => [],
  headers: ({ sendsOrigin, redirectAddress }): Readonly<Record<string, string>> => {
    const origin = sendsOrigin ? originOf(redirectAddress) : null
    return origin === null ? {} : { origin }
  },
  // How the code comes back says nothing about who may use the token.
  owner: ({ kind, loginHint }) => ({ kind, loginHint }),
  refused: 'needs-sign-in',
  insufficient: 'needs-sign-in',
  sendsToken: false,
  blockedCodes: [],
  isMeantBy: (received) => !namesUser(received) && received.authorizationUrl !== undefined,
  settingsIn: ({ redirectAddress, codeChallengeMethod, responseMode, prompt, loginHint }) => ({
    kind: 'authorizationCode',
    redirectAddress: redirectAddress ?? defaultRedirectAddress,
    codeChallengeMethod: codeChallengeMethod ?? 'S256',
    responseMode: responseMode ?? 'query',
    ...given({ prompt, loginHint }),
    expectsIssuer: false,
    sendsOrigin: false,
  }),
  mayBePublic: true,
}
