import type { Preset } from '../../shared/preset.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'

/** Semansys XBRL reporting API; its documentation names the pre-production endpoint. */
export const semansys: Preset = {
  id: 'semansys',
  name: 'Semansys',
  domains: ['semansys.com'],
  fields: ['tokenEndpoint', 'clientId', 'clientSecret', 'userName', 'password'],
  tokenEndpointTemplate: null,
  apiAddress: 'https://api.semansys.com/',
  grantTypes: ['password'],
  clientAuthentications: ['body'],
  userNameFields: ['username'],
  defaults: {
    tokenEndpoint: 'https://oidc-pre.semansys.com/connect/token',
    grantType: 'password',
    clientAuthentication: 'body',
    basicEncoding: 'form',
    userNameField: 'username',
    scope: '',
  },
}

/** Its documentation tells errors by the status alone. */
export const semansysRefusals: readonly RefusalRule[] = [
  { status: 400, means: 'bad-request' },
  { status: 401, means: 'client-refused' },
  { status: 403, grantType: 'password', means: 'user-refused' },
]
