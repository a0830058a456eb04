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
    server: { tokenEndpoint: 'https://oidc-pre.semansys.com/connect/token' },
    client: { authentication: { method: 'body' } },
    grant: { kind: 'password', userNameField: 'username' },
    request: {},
  },
}

/** Its documentation names no error codes, only statuses. */
export const semansysRefusals: readonly RefusalRule[] = [
  { status: 400, means: 'bad-request' },
  { status: 401, means: 'client-refused' },
  { status: 403, grantType: 'password', means: 'user-refused' },
]
