import type { ProfileDraft } from '../../../src/shared/profile.ts'
import type { ProfileSettings } from '../../../src/shared/settings/index.ts'
import { makeSettings, type SettingsOptions } from '../profiles/settings.ts'

export const deviceEndpoint = 'https://auth.example/device'

/** Settings for a code on another device, of a public client unless the options differ. */
export const deviceSettings = (changes: Partial<SettingsOptions> = {}): ProfileSettings =>
  makeSettings({
    grantType: 'deviceCode',
    deviceAuthorizationEndpoint: deviceEndpoint,
    clientAuthentication: 'none',
    ...changes,
  })

export const deviceDraft = (
  changes: Partial<SettingsOptions> = {},
  secrets: ProfileDraft['secrets'] = {},
): ProfileDraft => ({ settings: deviceSettings(changes), secrets })
