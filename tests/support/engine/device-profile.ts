import type { ProfileDraft } from '../../../src/shared/profile.ts'
import type { ProfileSettings } from '../../../src/shared/settings/index.ts'
import { makeSettings, type SettingsOptions } from '../profiles/settings.ts'

export const deviceEndpoint = 'https://auth.example/device'

/** Settings for a code on another device, of a public client unless the options differ. */
export function deviceSettings(
  changes: Partial<SettingsOptions> = {},
  endpoint = deviceEndpoint,
): ProfileSettings {
  const settings = makeSettings({
    grantType: 'deviceCode',
    clientAuthentication: 'none',
    ...changes,
  })
  return {
    ...settings,
    server: { ...settings.server, deviceAuthorizationEndpoint: endpoint },
  }
}

export const deviceDraft = (
  changes: Partial<SettingsOptions> = {},
  secrets: ProfileDraft['secrets'] = {},
): ProfileDraft => ({ settings: deviceSettings(changes), secrets })
