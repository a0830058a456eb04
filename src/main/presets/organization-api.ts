import type { Preset } from '../../shared/preset.ts'

/** Organization API: every customer has a server address of their own. */
export const organizationApi: Preset = {
  id: 'organization-api',
  name: 'Organization API',
  domains: [],
  fields: ['tokenEndpoint', 'clientAuthentication', 'clientId', 'clientSecret'],
  tokenEndpointTemplate: 'https://{server}/oauth2/token',
  apiAddress: null,
  grantTypes: ['client_credentials'],
  clientAuthentications: ['basic', 'query'],
  userNameFields: [],
  defaults: {
    tokenEndpoint: '',
    grantType: 'client_credentials',
    clientAuthentication: 'basic',
    basicEncoding: 'raw',
    userNameField: 'username',
    scope: '',
  },
}
