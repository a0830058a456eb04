import type { Preset } from '../../shared/preset.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'

/** Social ID marketing API: the user is named by exactly one of two parameters. */
export const socialId: Preset = {
  id: 'social-id',
  name: 'Social ID',
  domains: ['socialidnow.com'],
  fields: ['tokenEndpoint', 'clientId', 'clientSecret', 'userNameField', 'userName', 'password'],
  tokenEndpointTemplate: null,
  apiAddress: null,
  grantTypes: ['password'],
  clientAuthentications: ['basic'],
  userNameFields: ['username', 'email_address'],
  defaults: {
    server: { tokenEndpoint: 'https://api.socialidnow.com/v2/marketing/oauth/token' },
    client: { authentication: { method: 'basic', encoding: 'raw' } },
    grant: { kind: 'password', userNameField: 'username' },
    request: {},
  },
}

/** The codes of its documentation; the last three name the status in words. */
export const socialIdRefusals: readonly RefusalRule[] = [
  { code: 'invalid_client', means: 'client-refused' },
  // A parameter is missing: `grant_type`, the user's name or the password.
  { code: 'invalid_request', grantType: 'password', means: 'bad-request' },
  // Ours always has a refresh token, so the one it has is of no use any more.
  { code: 'invalid_request', grantType: 'refreshToken', means: 'needs-sign-in' },
  { code: 'unsupported_grant_type', means: 'grant-not-allowed' },
  { code: 'bad_request', means: 'bad-request' },
  { code: 'unauthorized', means: 'client-refused' },
  { code: 'internal_server_error', means: 'server-trouble' },
]
