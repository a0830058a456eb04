import type { Preset } from '../../shared/preset.ts'

/** Social ID marketing API: the user is named by exactly one of two parameters. */
export const socialId: Preset = {
  id: 'social-id',
  name: 'Social ID',
  fields: ['tokenEndpoint', 'clientId', 'clientSecret', 'userNameField', 'userName', 'password'],
  tokenEndpointTemplate: null,
  grantTypes: ['password'],
  clientAuthentications: ['basic'],
  userNameFields: ['username', 'email_address'],
  defaults: {
    tokenEndpoint: 'https://api.socialidnow.com/v2/marketing/oauth/token',
    grantType: 'password',
    clientAuthentication: 'basic',
    basicEncoding: 'raw',
    userNameField: 'username',
    scope: '',
  },
}
