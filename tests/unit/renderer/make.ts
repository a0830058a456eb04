import { firstSettings } from '../../../src/shared/app-settings.ts'
import type { Snapshot, VaultView } from '../../../src/shared/contract.ts'
import { type Preset, preset } from '../../../src/shared/preset.ts'
import { clientAuthentications, grantTypes } from '../../../src/shared/profile.ts'
import { type ProfileView, profileView } from '../../../src/shared/profile-view.ts'
import type { TokenView } from '../../../src/shared/token.ts'

export const noon = Date.UTC(2030, 0, 15, 12)
export const minute = 60_000

export const idOf = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export function makeToken(over: Partial<TokenView> = {}): TokenView {
  return {
    format: 'jwt',
    length: 800,
    tokenType: 'bearer',
    scope: ['read'],
    scopeFrom: 'answer',
    issuedAt: noon,
    expiresAt: noon + 60 * minute,
    expiryFrom: 'expires_in',
    clockOffset: null,
    obtainedBy: 'password',
    hasRefreshToken: true,
    issuedTo: null,
    madeWithOlderSettings: false,
    deviations: [],
    ...over,
  }
}

export function makeProfile(
  number: number,
  over: Partial<ProfileView> = {},
  settings: Partial<ProfileView['settings']> = {},
): ProfileView {
  return profileView.parse({
    id: idOf(number),
    lifetime: 'saved',
    settings: {
      name: `Profile ${number}`,
      presetId: 'own-server',
      tokenEndpoint: 'https://login.example.com/token',
      grantType: 'password',
      clientAuthentication: 'basic',
      basicEncoding: 'form',
      bodyFormat: 'form',
      refreshEndpoint: '',
      audience: '',
      resource: '',
      extraHeaders: [],
      group: '',
      tag: null,
      apiAddress: '',
      clientId: 'client',
      userName: 'jane',
      userNameField: 'username',
      scope: '',
      extraParameters: [],
      keepFresh: false,
      ...settings,
    },
    savedSecrets: ['clientSecret', 'password'],
    locked: false,
    token: null,
    tokenRun: null,
    needsSignIn: false,
    hasOtherMethods: false,
    hasReport: false,
    renewsAt: null,
    waitsForNetwork: false,
    lastUsed: null,
    activity: [],
    saved: true,
    isOlderGeneration: false,
    ...over,
  })
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
