/**
 * Metadata documents in the shapes of known products, with hosts and IDs of our own: the members
 * that a product publishes, and its habits (slashes, hosts, what is missing).
 */
type Document = Readonly<Record<string, unknown>>

export const tenantNumber = '0f3b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d'

/** Entra ID (v2.0): no list of grants, no PKCE methods, userinfo on another host. */
export function entra(tenant: string, issuerTenant = tenant): Document {
  const base = `https://login.microsoftonline.com/${tenant}`
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `https://login.microsoftonline.com/${issuerTenant}/v2.0`,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    mtls_endpoint_aliases: { token_endpoint: 'https://mtlsauth.microsoft.com/token' },
  }
}

/** Google: endpoints on three hosts; the device grant is listed. */
export const google: Document = {
  issuer: 'https://accounts.google.com',
  authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  device_authorization_endpoint: 'https://oauth2.googleapis.com/device/code',
  token_endpoint: 'https://oauth2.googleapis.com/token',
  userinfo_endpoint: 'https://openidconnect.googleapis.com/v1/userinfo',
  revocation_endpoint: 'https://oauth2.googleapis.com/revoke',
  jwks_uri: 'https://www.googleapis.com/oauth2/v3/certs',
  scopes_supported: ['openid', 'email', 'profile'],
  token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  code_challenge_methods_supported: ['plain', 'S256'],
  grant_types_supported: [
    'authorization_code',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:device_code',
  ],
}

/** Keycloak: everything, with `iss` in the redirect and optional pushed requests. */
export function keycloak(realm: string): Document {
  const base = `${realm}/protocol/openid-connect`
  return {
    issuer: realm,
    authorization_endpoint: `${base}/auth`,
    token_endpoint: `${base}/token`,
    introspection_endpoint: `${base}/token/introspect`,
    userinfo_endpoint: `${base}/userinfo`,
    end_session_endpoint: `${base}/logout`,
    jwks_uri: `${base}/certs`,
    revocation_endpoint: `${base}/revoke`,
    device_authorization_endpoint: `${base}/auth/device`,
    pushed_authorization_request_endpoint: `${base}/ext/par/request`,
    require_pushed_authorization_requests: false,
    authorization_response_iss_parameter_supported: true,
    grant_types_supported: [
      'authorization_code',
      'client_credentials',
      'implicit',
      'password',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:device_code',
    ],
    token_endpoint_auth_methods_supported: [
      'private_key_jwt',
      'client_secret_basic',
      'client_secret_post',
      'tls_client_auth',
      'client_secret_jwt',
    ],
    code_challenge_methods_supported: ['plain', 'S256'],
    response_modes_supported: ['query', 'fragment', 'form_post', 'query.jwt'],
    scopes_supported: ['openid', 'offline_access', 'roles'],
    mtls_endpoint_aliases: { token_endpoint: `${base}/token` },
  }
}

/** Auth0: the issuer ends in a slash, which people leave away. */
export const auth0: Document = {
  issuer: 'https://shop.eu.auth0.example/',
  authorization_endpoint: 'https://shop.eu.auth0.example/authorize',
  token_endpoint: 'https://shop.eu.auth0.example/oauth/token',
  device_authorization_endpoint: 'https://shop.eu.auth0.example/oauth/device/code',
  userinfo_endpoint: 'https://shop.eu.auth0.example/userinfo',
  jwks_uri: 'https://shop.eu.auth0.example/.well-known/jwks.json',
  revocation_endpoint: 'https://shop.eu.auth0.example/oauth/revoke',
  scopes_supported: ['openid', 'offline_access'],
  response_modes_supported: ['query', 'fragment', 'form_post'],
  code_challenge_methods_supported: ['S256', 'plain'],
  token_endpoint_auth_methods_supported: [
    'client_secret_basic',
    'client_secret_post',
    'private_key_jwt',
    'none',
  ],
}

/** Okta: an authorization server below the host; `none` is listed. */
export const okta: Document = {
  issuer: 'https://team.okta.example/oauth2/default',
  authorization_endpoint: 'https://team.okta.example/oauth2/default/v1/authorize',
  token_endpoint: 'https://team.okta.example/oauth2/default/v1/token',
  introspection_endpoint: 'https://team.okta.example/oauth2/default/v1/introspect',
  revocation_endpoint: 'https://team.okta.example/oauth2/default/v1/revoke',
  device_authorization_endpoint: 'https://team.okta.example/oauth2/default/v1/device/authorize',
  jwks_uri: 'https://team.okta.example/oauth2/default/v1/keys',
  grant_types_supported: ['authorization_code', 'refresh_token', 'password', 'client_credentials'],
  token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
  code_challenge_methods_supported: ['S256'],
}

/** GitLab: no device endpoint before some version, scopes with underscores. */
export const gitlab: Document = {
  issuer: 'https://gitlab.example',
  authorization_endpoint: 'https://gitlab.example/oauth/authorize',
  token_endpoint: 'https://gitlab.example/oauth/token',
  revocation_endpoint: 'https://gitlab.example/oauth/revoke',
  introspection_endpoint: 'https://gitlab.example/oauth/introspect',
  userinfo_endpoint: 'https://gitlab.example/oauth/userinfo',
  jwks_uri: 'https://gitlab.example/oauth/discovery/keys',
  scopes_supported: ['api', 'read_api', 'openid'],
  grant_types_supported: ['authorization_code', 'password', 'client_credentials', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['plain', 'S256'],
}

/** Mollie: RFC 8414 alone, the token endpoint on a sister host, no introspection. */
export const mollie: Document = {
  issuer: 'https://my.mollie.example',
  authorization_endpoint: 'https://my.mollie.example/oauth2/authorize',
  token_endpoint: 'https://api.mollie.example/oauth2/tokens',
  revocation_endpoint: 'https://api.mollie.example/oauth2/tokens',
  grant_types_supported: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['payments.read', 'organizations.read'],
}
