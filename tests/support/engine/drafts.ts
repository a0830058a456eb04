import { type ProfileDraft, profileDraft } from '../../../src/shared/profile.ts'

type Settings = ProfileDraft['settings']

export const settings: Settings = {
  name: 'Billing',
  presetId: 'any-server',
  tokenEndpoint: 'https://auth.example/token',
  refreshEndpoint: '',
  grantType: 'password',
  clientAuthentication: 'basic',
  basicEncoding: 'form',
  bodyFormat: 'form',
  clientId: 'the-client',
  userName: 'ada@example.org',
  userNameField: 'username',
  scope: 'read write',
  audience: '',
  resource: '',
  extraParameters: [],
  extraHeaders: [],
  group: '',
  tag: null,
  apiAddress: '',
  keepFresh: true,
}

/** A draft as a page would send it: password grant with Basic, unless told otherwise. */
export function draftOf(
  changes: Partial<Settings> = {},
  secrets: ProfileDraft['secrets'] = {
    clientSecret: 'the-client-secret',
    password: 'the-password',
  },
): ProfileDraft {
  return profileDraft.parse({ settings: { ...settings, ...changes }, secrets })
}
