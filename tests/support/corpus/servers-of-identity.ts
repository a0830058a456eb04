import { type AnswerCase, answering, jwtOf, obtained, sentAt } from './answer-case.ts'

const seconds = sentAt / 1000
const hourJwt = jwtOf({ iss: 'https://id.example', iat: seconds, exp: seconds + 3600 })

/** Identity providers and gateways that run authorization servers for others. */
export const serversOfIdentity: readonly AnswerCase[] = [
  answering(
    'RFC 6750 shows a token with a refresh token',
    'RFC 6750 §4, example',
    {
      access_token: 'mF_9.B5f-4.1JqM',
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA',
    },
    obtained({
      accessToken: 'mF_9.B5f-4.1JqM',
      expiresIn: 3600,
      refreshToken: 'tGzv3JOkF0XG5Qx2TlKWIA',
    }),
  ),
  answering(
    'Okta issues a token for the client itself',
    'Okta, client credentials',
    { token_type: 'Bearer', expires_in: 3600, access_token: hourJwt, scope: 'orders.read' },
    obtained({ accessToken: hourJwt, expiresIn: 3600, scope: ['orders.read'] }),
  ),
  answering(
    'Auth0 issues a token of a day',
    'Auth0, client credentials',
    { access_token: hourJwt, scope: 'read:users', expires_in: 86400, token_type: 'Bearer' },
    obtained({ accessToken: hourJwt, expiresIn: 86400, scope: ['read:users'] }),
  ),
  answering(
    'Duende IdentityServer refreshes with a new refresh token and an ID token',
    'Duende IdentityServer, refresh; OpenID Connect Core §12.2',
    {
      id_token: hourJwt,
      access_token: hourJwt,
      expires_in: 3600,
      token_type: 'Bearer',
      refresh_token: '5F1C2D9B-1',
      scope: 'openid api1 offline_access',
    },
    obtained({
      accessToken: hourJwt,
      expiresIn: 3600,
      refreshToken: '5F1C2D9B-1',
      idToken: hourJwt,
      scope: ['openid', 'api1', 'offline_access'],
    }),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Keycloak tells about its session',
    'Keycloak, password grant',
    {
      access_token: hourJwt,
      expires_in: 300,
      refresh_expires_in: 1800,
      refresh_token: 'eyJhbGciOiJIUzUxMiJ9.e30.c2ln',
      token_type: 'Bearer',
      'not-before-policy': 0,
      session_state: '7a1c5a6e-8b1f-4a57-9f3c-0c8f1b1f6c11',
      scope: 'email profile',
    },
    obtained(
      {
        accessToken: hourJwt,
        expiresIn: 300,
        refreshToken: 'eyJhbGciOiJIUzUxMiJ9.e30.c2ln',
        refreshExpiresIn: 1800,
        scope: ['email', 'profile'],
      },
      ['extra-fields'],
    ),
    { grantType: 'password' },
  ),
  answering(
    'Microsoft Entra ID v2 repeats the life under another name',
    'Microsoft identity platform v2.0, client credentials',
    { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: hourJwt },
    obtained({ accessToken: hourJwt, expiresIn: 3599 }, ['extra-fields']),
  ),
  answering(
    'Microsoft Entra ID v1 writes every number as text',
    'Azure AD v1.0 token endpoint',
    {
      token_type: 'Bearer',
      expires_in: '3599',
      ext_expires_in: '3599',
      expires_on: String(seconds + 3599),
      not_before: String(seconds - 300),
      resource: 'https://management.example/',
      access_token: hourJwt,
    },
    obtained({ accessToken: hourJwt, expiresIn: 3599 }, ['expires-in-text', 'extra-fields']),
  ),
  answering(
    'Azure AD B2C gives an ID token and its own times',
    'Azure AD B2C, resource owner password',
    {
      access_token: hourJwt,
      token_type: 'Bearer',
      expires_in: '3600',
      refresh_token: 'eyJraWQiOiJjcGlt.e30.c2ln',
      id_token: hourJwt,
      not_before: seconds,
    },
    obtained(
      {
        accessToken: hourJwt,
        expiresIn: 3600,
        refreshToken: 'eyJraWQiOiJjcGlt.e30.c2ln',
        idToken: hourJwt,
      },
      ['expires-in-text', 'extra-fields'],
    ),
    { grantType: 'password' },
  ),
  answering(
    'SAP names the token once more',
    'SAP XSUAA and Cloud Foundry UAA',
    {
      access_token: hourJwt,
      token_type: 'bearer',
      expires_in: 43199,
      scope: 'uaa.resource',
      jti: '0c8f1b1f6c11',
    },
    obtained(
      { accessToken: hourJwt, tokenType: 'bearer', expiresIn: 43199, scope: ['uaa.resource'] },
      ['extra-fields'],
    ),
  ),
  answering(
    'WSO2 grants its default scope',
    'WSO2 Identity Server',
    {
      access_token: 'ca19a540f544777860e44e75f605d927',
      scope: 'default',
      token_type: 'Bearer',
      expires_in: 3600,
    },
    obtained({
      accessToken: 'ca19a540f544777860e44e75f605d927',
      expiresIn: 3600,
      scope: ['default'],
    }),
  ),
  answering(
    'Oracle IDCS issues a plain token',
    'Oracle Identity Cloud Service',
    { access_token: hourJwt, token_type: 'Bearer', expires_in: 3600 },
    obtained({ accessToken: hourJwt, expiresIn: 3600 }),
  ),
  answering(
    'PingFederate leaves out what it does not know',
    'PingFederate, client credentials',
    { access_token: 'NxPtlWtbm3x0ZE3l', token_type: 'Bearer', expires_in: 7199 },
    obtained({ accessToken: 'NxPtlWtbm3x0ZE3l', expiresIn: 7199 }),
  ),
  answering(
    'Spring Security OAuth forgets to name the type of its answer',
    'spring-security-oauth, issue 1268',
    { access_token: '6b2f0c3a-77aa-4d6e', token_type: 'bearer', expires_in: 43199, scope: 'read' },
    obtained(
      {
        accessToken: '6b2f0c3a-77aa-4d6e',
        tokenType: 'bearer',
        expiresIn: 43199,
        scope: ['read'],
      },
      ['content-type'],
    ),
    { headers: {} },
  ),
  answering(
    'Doorkeeper tells when the token was made',
    'Doorkeeper (Ruby)',
    { access_token: 'b1nF5', token_type: 'Bearer', expires_in: 7200, created_at: seconds },
    obtained({ accessToken: 'b1nF5', expiresIn: 7200 }, ['extra-fields']),
  ),
  answering(
    'ASP.NET OWIN writes dates under names with a dot',
    'Microsoft.Owin.Security.OAuth (Katana)',
    {
      access_token: 'AQAAANCMnd8BFdERjHoAwE',
      token_type: 'bearer',
      expires_in: 1209599,
      userName: 'ada@example.org',
      '.issued': 'Sat, 21 Nov 2026 12:00:00 GMT',
      '.expires': 'Sat, 05 Dec 2026 12:00:00 GMT',
    },
    obtained({ accessToken: 'AQAAANCMnd8BFdERjHoAwE', tokenType: 'bearer', expiresIn: 1209599 }, [
      'extra-fields',
    ]),
    { grantType: 'password' },
  ),
  answering(
    'ASP.NET Core Identity writes camel case',
    'Microsoft.AspNetCore.Authentication.BearerToken, AccessTokenResponse',
    { tokenType: 'Bearer', accessToken: 'CfDJ8Nb', expiresIn: 3600, refreshToken: 'CfDJ8Nr' },
    obtained({ accessToken: 'CfDJ8Nb', expiresIn: 3600, refreshToken: 'CfDJ8Nr' }, [
      'member-names',
    ]),
    { grantType: 'password' },
  ),
  answering(
    'Apigee calls it a BearerToken and writes numbers as text',
    'Apigee OAuthV2 policy, generated answer',
    {
      refresh_token_expires_in: '0',
      api_product_list: '[orders]',
      token_type: 'BearerToken',
      issued_at: String(sentAt),
      client_id: '5jUAdGv9pBouF0wOH5keAVI35GBtx3dT',
      access_token: '2Y8r7xN2VrEnqTXw9BqYJgGYbJ4p',
      scope: 'READ',
      expires_in: '1799',
      refresh_count: '0',
      status: 'approved',
    },
    obtained(
      {
        accessToken: '2Y8r7xN2VrEnqTXw9BqYJgGYbJ4p',
        tokenType: 'BearerToken',
        expiresIn: 1799,
        scope: ['READ'],
      },
      ['expires-in-text', 'token-type-case', 'extra-fields'],
    ),
  ),
  answering(
    'bshaffer oauth2-server-php demo answers JSON as text/html',
    'bshaffer/oauth2-demo-php, issue 11',
    { access_token: '9dd1', expires_in: 3600, token_type: 'bearer', scope: null },
    obtained({ accessToken: '9dd1', tokenType: 'bearer', expiresIn: 3600 }, ['content-type']),
    { headers: { 'content-type': 'text/html' } },
  ),
  answering(
    'WP OAuth Server writes a chosen life as text',
    'wordpress-oauth-server, issue 39',
    {
      access_token: 'abc123',
      expires_in: '86400',
      token_type: 'Bearer',
      scope: 'basic',
      refresh_token: 'def456',
    },
    obtained(
      { accessToken: 'abc123', expiresIn: 86400, scope: ['basic'], refreshToken: 'def456' },
      ['expires-in-text'],
    ),
    { grantType: 'password' },
  ),
]
