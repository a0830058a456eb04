import type { ProfileSettings } from '../../../src/shared/settings/index.ts'
import { makeSettings, type SettingsOptions } from './settings.ts'

export const signInEndpoints = {
  authorizationEndpoint: 'https://login.example.com/authorize',
  deviceAuthorizationEndpoint: 'https://login.example.com/device_authorization',
}

/** Builds settings of a public client whose user signs in with a browser, or with a code. */
export function signInSettings(
  kind: 'authorizationCode' | 'deviceCode',
  options: Partial<SettingsOptions> = {},
  redirectAddress = 'http://127.0.0.1:17842/callback',
): ProfileSettings {
  const { server, ...settings } = makeSettings(options)
  const browser = {
    redirectAddress,
    codeChallengeMethod: 'S256',
    responseMode: 'query',
    expectsIssuer: false,
    sendsOrigin: false,
  } as const
  return {
    ...settings,
    client: { id: 'the-client', authentication: { method: 'none' } },
    grant: kind === 'deviceCode' ? { kind } : { kind, ...browser },
    server: { ...server, ...signInEndpoints },
  }
}
