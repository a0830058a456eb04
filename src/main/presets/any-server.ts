import { authenticationMethods } from '../../shared/client-authentication/facts.ts'
import { grantKinds } from '../../shared/grants/facts.ts'
import { type Preset, presetFields } from '../../shared/preset.ts'

/** Any other OAuth 2.0 server: every field is shown, nothing is fixed. */
export const anyServer: Preset = {
  id: 'any-server',
  name: 'Any OAuth 2.0 server',
  domains: [],
  fields: [...presetFields],
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
}
