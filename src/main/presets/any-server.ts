import { type Preset, presetFields } from '../../shared/preset.ts'
import { clientAuthentications, grantTypes } from '../../shared/profile.ts'

/** Whatever else speaks OAuth 2.0: every field is shown, nothing is fixed. */
export const anyServer: Preset = {
  id: 'any-server',
  name: 'Any OAuth 2.0 server',
  domains: [],
  fields: [...presetFields],
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
}
