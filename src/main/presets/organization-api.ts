import type { Preset } from '../../shared/preset.ts'

/** Organization API: every customer has a server address of their own. */
export const organizationApi: Preset = {
  id: 'organization-api',
  name: 'Organization API',
  domains: [],
  fields: ['tokenEndpoint', 'clientAuthentication', 'clientId', 'clientSecret'],
  tokenEndpointTemplate: 'https://{server}/oauth2/token',
  apiAddress: null,
  grantTypes: ['clientCredentials'],
  clientAuthentications: ['basic', 'query'],
  userNameFields: [],
  defaults: {
    server: {},
    client: { authentication: { method: 'basic', encoding: 'raw' } },
    grant: { kind: 'clientCredentials' },
    request: {},
  },
}
