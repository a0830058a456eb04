import { firstSettings } from '../../../src/shared/app-settings.ts'
import { type Snapshot } from '../../../src/shared/contract.ts'
import { type Preset, preset } from '../../../src/shared/preset.ts'
import { clientAuthentications, grantTypes } from '../../../src/shared/profile.ts'
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
    'basicEncoding',
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
  grantTypes: [...grantTypes],
  clientAuthentications: [...clientAuthentications],
  userNameFields: [],
  defaults: {
    tokenEndpoint: '',
    grantType: 'password',
    clientAuthentication: 'basic',
    basicEncoding: 'form',
    userNameField: 'username',
    scope: '',
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
  grantTypes: ['client_credentials'],
  clientAuthentications: ['basic'],
  userNameFields: [],
  defaults: {
    tokenEndpoint: '',
    grantType: 'client_credentials',
    clientAuthentication: 'basic',
    basicEncoding: 'raw',
    userNameField: 'username',
    scope: '',
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
