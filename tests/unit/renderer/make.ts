import { firstSettings } from '../../../src/shared/app-settings.ts'
import { authenticationMethods } from '../../../src/shared/client-authentication/facts.ts'
import type { Snapshot } from '../../../src/shared/contract.ts'
import { grantKinds } from '../../../src/shared/grants/facts.ts'
import { type Preset, preset } from '../../../src/shared/preset.ts'
import { type ProfileView, profileView } from '../../../src/shared/profile-view.ts'
import type { VaultView } from '../../../src/shared/vault-view.ts'
import type { SettingsOptions } from '../../support/profiles/settings.ts'
import { makeView } from '../../support/profiles/views.ts'

/** Builds the view of a profile of the user's own server, checked as the page checks it. */
export function makeProfile(
  number: number,
  over: Partial<ProfileView> = {},
  settings: Partial<SettingsOptions> = {},
): ProfileView {
  const view = makeView(
    number,
    { savedSecrets: ['clientSecret', 'password'], ...over },
    {
      name: `Profile ${number}`,
      presetId: 'own-server',
      tokenEndpoint: 'https://login.example.com/token',
      clientId: 'client',
      userName: 'jane',
      scope: '',
      ...settings,
    },
  )
  return profileView.parse(view)
}

/** A provider that leaves every choice to the user. */
export const openPreset: Preset = preset.parse({
  id: 'own-server',
  name: 'Own server',
  domains: [],
  fields: [
    'tokenEndpoint',
    'grantType',
    'clientAuthentication',
    'encoding',
    'clientId',
    'clientSecret',
    'userNameField',
    'userName',
    'password',
    'refreshToken',
    'scope',
    'audience',
    'resource',
    'bodyFormat',
    'refreshEndpoint',
    'extraHeaders',
    'extraParameters',
  ],
  tokenEndpointTemplate: null,
  apiAddress: null,
  grantTypes: [...grantKinds],
  clientAuthentications: [...authenticationMethods],
  userNameFields: [],
  defaults: {
    server: {},
    client: { authentication: { method: 'basic', encoding: 'form' } },
    grant: { kind: 'password', userNameField: 'username' },
    request: {},
  },
})

/** A provider where every customer has a server, and little is left to choose. */
export const strictPreset: Preset = preset.parse({
  id: 'strict',
  name: 'Strict provider',
  domains: ['strict.example'],
  fields: ['tokenEndpoint', 'clientId', 'clientSecret'],
  tokenEndpointTemplate: 'https://{server}/oauth2/token',
  apiAddress: 'https://api.strict.example/',
  grantTypes: ['clientCredentials'],
  clientAuthentications: ['basic'],
  userNameFields: [],
  defaults: {
    server: {},
    client: { authentication: { method: 'basic', encoding: 'raw' } },
    grant: { kind: 'clientCredentials' },
    request: {},
  },
})

export const safeVault: VaultView = {
  protection: { kind: 'key-store' },
  keys: { keyStore: 'stays', passphrase: 'none' },
  needsRestart: false,
  quarantined: 0,
  unreadable: 0,
  tooLarge: 0,
}

export function makeSnapshot(profiles: ProfileView[], revision = 1): Snapshot {
  return {
    revision,
    profiles,
    opening: null,
    presets: [openPreset, strictPreset],
    vault: safeVault,
    settings: firstSettings,
    version: '1.2.3',
    system: { language: 'en', region: 'GB' },
    lockNews: null,
  }
}
