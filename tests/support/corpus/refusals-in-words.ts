import type { AnswerCase } from './answer-case.ts'
import { answering, refused } from './answer-case.ts'
import { failure, html, obstacle } from './failure-case.ts'

const text = { 'content-type': 'text/plain' } as const
const plain = (headers: AnswerCase['headers'] = text, code: string | null = null) => ({
  headers,
  code,
})

const deadRefreshTokens: readonly AnswerCase[] = [
  failure(
    'plain text: a dead refresh token',
    'field report, 2026-11-30',
    'refreshToken',
    400,
    'Invalid grant: refresh token is invalid',
    'needs-sign-in',
    plain(),
  ),
  failure(
    'plain text called HTML: a dead refresh token',
    'field report, 2026-11-30',
    'refreshToken',
    400,
    'Invalid grant: refresh token has expired',
    'needs-sign-in',
    plain(html),
  ),
  failure(
    'plain text under 401: a dead refresh token',
    'field report, 2026-11-30',
    'refreshToken',
    401,
    'refresh token expired',
    'needs-sign-in',
    plain(),
  ),
  failure(
    'plain text without a type: a dead refresh token',
    'sibling of a field report',
    'refreshToken',
    403,
    'The refresh token was revoked.',
    'needs-sign-in',
    plain({}),
  ),
  failure(
    'plain text: the code alone',
    'RFC 6749 §5.2 without JSON',
    'refreshToken',
    400,
    'invalid_grant',
    'needs-sign-in',
    plain(text, 'invalid_grant'),
  ),
  failure(
    'a JSON string: a dead refresh token',
    'ASP.NET, BadRequest("…")',
    'refreshToken',
    400,
    '"Invalid refresh token"',
    'needs-sign-in',
    plain({ 'content-type': 'application/json' }),
  ),
  failure(
    'a page of Tomcat: a dead refresh token',
    'Apache Tomcat, error report',
    'refreshToken',
    401,
    '<html><head><title>HTTP Status 401</title></head><body><h1>HTTP Status 401 – Invalid refresh token (expired): x</h1></body></html>',
    'needs-sign-in',
    plain(html),
  ),
  failure(
    'a page with the code in it',
    'JSON inside a page',
    'refreshToken',
    400,
    '<html><body><pre>{"error":"invalid_grant"}</pre></body></html>',
    'needs-sign-in',
    plain(html, 'invalid_grant'),
  ),
  obstacle(
    'a page that says nothing of the kind',
    'sibling of a field report',
    400,
    '<html><body>Please refresh this page. Your token of appreciation is not valid here.</body></html>',
    'web-page',
  ),
]

const pages: readonly AnswerCase[] = [
  obstacle(
    'a page of a website about errors, under 200',
    'sibling of a field report',
    200,
    '<html><body>When the refresh token is expired, the server says invalid_grant.</body></html>',
    'web-page',
  ),
  obstacle(
    'a page of a portal that has a code of some product in it',
    'sibling of a field report',
    400,
    '<html><body>session_expired</body></html>',
    'web-page',
  ),
]

const users: readonly AnswerCase[] = [
  failure(
    'plain text: a wrong user',
    'field report, 2026-11-30',
    'password',
    400,
    'Invalid username or password',
    'user-refused',
    plain(),
  ),
  failure(
    'plain text called HTML: a wrong user',
    'sibling of a field report',
    'password',
    401,
    'Invalid username or password.',
    'user-refused',
    plain(html),
  ),
  failure(
    'plain text: a locked user',
    'sibling of a field report',
    'password',
    401,
    'User account is locked',
    'user-refused',
    plain(),
  ),
  failure(
    'Simple JWT: no such user',
    'django-rest-framework-simplejwt, serializers',
    'password',
    401,
    { detail: 'No active account found with the given credentials', code: 'no_active_account' },
    'user-refused',
    { code: 'no_active_account' },
  ),
  failure(
    'Simple JWT: no such user, without its code',
    'django-rest-framework-simplejwt, serializers',
    'password',
    401,
    { detail: 'No active account found with the given credentials' },
    'user-refused',
  ),
  failure(
    'Django REST framework: a wrong user',
    'encode/django-rest-framework, AuthTokenSerializer',
    'password',
    400,
    { non_field_errors: ['Unable to log in with provided credentials.'] },
    'user-refused',
  ),
  failure(
    'Laravel: a wrong user',
    'laravel/laravel, auth.failed',
    'password',
    422,
    { message: 'These credentials do not match our records.' },
    'user-refused',
  ),
  failure(
    'Devise: a wrong user',
    'heartcombo/devise, devise.failure.invalid',
    'password',
    401,
    { error: 'Invalid Email or password.' },
    'user-refused',
  ),
]

const nested: readonly AnswerCase[] = [
  failure(
    'errors inside a response',
    'field report, 2026-11-30',
    'clientCredentials',
    400,
    { response: { errors: [{ code: '10401', message: 'ClientId is Invalid' }] } },
    'client-refused',
    { code: '10401' },
  ),
  failure(
    'errors inside a response under 200',
    'field report, 2026-11-30',
    'clientCredentials',
    200,
    { response: { errors: [{ code: '10401', message: 'ClientId is Invalid' }] } },
    'client-refused',
    { code: '10401' },
  ),
  failure(
    'an error inside a result',
    'sibling of a field report',
    'password',
    400,
    { result: { error: 'invalid_grant' } },
    'user-refused',
    { code: 'invalid_grant' },
  ),
  failure(
    'an error three levels down',
    'sibling of a field report',
    'refreshToken',
    400,
    { envelope: { body: { error: { code: 'invalid_grant', message: 'x' } } } },
    'needs-sign-in',
    { code: 'invalid_grant' },
  ),
  failure(
    'a message inside a result',
    'sibling of a field report',
    'clientCredentials',
    401,
    { result: { name: 'jane', message: 'Client authentication failed' } },
    'client-refused',
  ),
  failure(
    'plain text under 200',
    'sibling of a field report',
    'password',
    200,
    'Invalid username or password',
    'user-refused',
    plain(),
  ),
]

const fields = { token_type: 'Bearer', expires_in: 3600 }
const inPlace = (access_token: string) => ({ ...fields, access_token })
const noToken = refused({ kind: 'not-an-oauth-answer', status: 200, looksLike: 'no-token' })

const inPlaceOfTheToken: readonly AnswerCase[] = [
  failure(
    'an error text in the place of the token',
    'field report, 2026-11-30',
    'password',
    200,
    {
      access_token: 'error: invalid username or password',
      refresh_token: '',
      token_type: '',
      expires_in: 0,
    },
    'user-refused',
  ),
  failure(
    'a code in the place of the token',
    'sibling of a field report',
    'clientCredentials',
    200,
    inPlace('invalid_client'),
    'client-refused',
    { code: 'invalid_client' },
  ),
  failure(
    'Unauthorized in the place of the token',
    'sibling of a field report',
    'clientCredentials',
    200,
    inPlace('Unauthorized'),
    'client-refused',
  ),
  failure(
    'Forbidden in the place of the token',
    'sibling of a field report',
    'password',
    200,
    inPlace('Forbidden'),
    'user-refused',
  ),
  failure(
    'a sentence in the place of the token',
    'sibling of a field report',
    'clientCredentials',
    200,
    inPlace('Please contact your administrator'),
    'bad-request',
  ),
  answering(
    'the word null in the place of the token',
    'field report, 2026-11-30',
    { ...inPlace('null'), refresh_token: 'null' },
    noToken,
  ),
  ...['undefined', 'None', 'NaN', ' ', '(null)', 'Bearer', 'Bearer null', '[object Object]'].map(
    (word) =>
      answering(
        `the word “${word}” in the place of the token`,
        'sibling of a field report',
        inPlace(word),
        noToken,
      ),
  ),
]

const scopes: readonly AnswerCase[] = [
  ...[
    'scope_invalid',
    'invalid_scopes',
    'scope_not_allowed',
    'InvalidScope',
    'missing-scope',
    'scopes.unknown',
  ].map((code) =>
    failure(
      `an unknown code about the scope: ${code}`,
      'RFC 6749 §5.2 in other words',
      'clientCredentials',
      400,
      { error: code },
      'scope-refused',
      { code },
    ),
  ),
  failure(
    'invalid_request about the scope',
    'sibling of a field report',
    'clientCredentials',
    400,
    { error: 'invalid_request', error_description: 'Missing parameter: scope' },
    'scope-refused',
    { code: 'invalid_request' },
  ),
  failure(
    'a text about the scope',
    'sibling of a field report',
    'clientCredentials',
    403,
    { message: "Scope 'orders' is not allowed for this application" },
    'scope-refused',
  ),
  failure(
    'a code that only begins like it',
    'sibling of a field report',
    'clientCredentials',
    401,
    { error: 'telescope_offline' },
    'client-refused',
    { code: 'telescope_offline' },
  ),
]

const clientAuthentication: readonly AnswerCase[] = [
  ...[
    'Client authentication must be sent in the Authorization header',
    'Only one authentication method may be used to authenticate the client',
    'Missing Authorization header',
    'client_secret_basic is required for this client',
    'Basic authentication is expected',
    'no client authentication mechanism provided',
    'The client credentials should be passed in the request body',
  ].map((error_description) =>
    failure(
      `invalid_request about the client: ${error_description}`,
      'RFC 6749 §2.3 and §5.2',
      'clientCredentials',
      400,
      { error: 'invalid_request', error_description },
      'client-refused',
      { code: 'invalid_request' },
    ),
  ),
  failure(
    'invalid_request about something else',
    'RFC 6749 §5.2',
    'clientCredentials',
    400,
    { error: 'invalid_request', error_description: 'Missing parameter: audience' },
    'bad-request',
    { code: 'invalid_request' },
  ),
]

const addresses: readonly AnswerCase[] = [
  ...[
    'Negotiate',
    'NTLM',
    'Kerberos',
    'Negotiate TlRM, NTLM',
    'Passport1.4 da-status=failed',
    'PAOS',
  ].map((scheme) =>
    obstacle(
      `single sign-on: ${scheme}`,
      'RFC 4559 §4, MS-NTHT, MS-PASS',
      401,
      '{"error":"unauthorized","message":"Full authentication is required to access this resource"}',
      'sign-in-address',
      { 'content-type': 'application/json', 'www-authenticate': scheme },
    ),
  ),
  obstacle(
    'an authorization endpoint that misses response_type',
    'RFC 6749 §4.1.1',
    400,
    '{"error":"invalid_request","error_description":"The required parameter response_type is missing"}',
    'sign-in-address',
    { 'content-type': 'application/json' },
  ),
  obstacle(
    'an authorization endpoint that knows no such response_type',
    'RFC 6749 §4.1.2.1',
    400,
    '{"error":"unsupported_response_type"}',
    'sign-in-address',
    { 'content-type': 'application/json' },
  ),
]

const markup: readonly AnswerCase[] = [
  answering(
    'XML with tokens',
    'field report, 2026-11-30',
    {},
    refused({ kind: 'not-an-oauth-answer', status: 200, looksLike: 'xml' }),
    {
      headers: { 'content-type': 'application/xml' },
      body: '<OAuth><access_token>access-example-one</access_token><refresh_token>refresh-example-two</refresh_token></OAuth>',
    },
  ),
  answering(
    'XML without a type',
    'sibling of a field report',
    {},
    refused({ kind: 'not-an-oauth-answer', status: 200, looksLike: 'xml' }),
    {
      headers: {},
      body: '<OAuth><access_token>access-example-one</access_token></OAuth>',
    },
  ),
  failure(
    'XML: a wrong client',
    'sibling of a field report',
    'clientCredentials',
    400,
    '<OAuth><error>invalid_client</error></OAuth>',
    'client-refused',
    plain({ 'content-type': 'text/xml' }, 'invalid_client'),
  ),
  failure(
    'XML: a dead refresh token',
    'sibling of a field report',
    'refreshToken',
    400,
    '<fault><message>The refresh token is expired</message></fault>',
    'needs-sign-in',
    plain({ 'content-type': 'application/xml' }),
  ),
]

/** Refusals that are no JSON of RFC 6749 §5.2, or say it in a code or a place of their own. */
export const refusalsInWords: readonly AnswerCase[] = [
  ...deadRefreshTokens,
  ...pages,
  ...users,
  ...nested,
  ...inPlaceOfTheToken,
  ...scopes,
  ...clientAuthentication,
  ...addresses,
  ...markup,
]
