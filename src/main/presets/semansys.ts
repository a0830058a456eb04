import type { Preset } from '../../shared/preset.ts'

/** Semansys XBRL reporting API; its documentation names the pre-production endpoint. */
export const semansys: Preset = {
  id: 'semansys',
  name: 'Semansys',
  fields: ['tokenEndpoint', 'clientId', 'clientSecret', 'userName', 'password'],
  tokenEndpointTemplate: null,
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
