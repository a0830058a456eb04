import { semansysRefusals } from '../../../src/main/presets/semansys.ts'
import { socialIdRefusals } from '../../../src/main/presets/social-id.ts'
import { type AnswerCase, json, refused } from './answer-case.ts'
import { failure, guarded, html, obstacle } from './failure-case.ts'
import { failuresOfIdentity } from './failures-of-identity.ts'
import { failuresOfServices } from './failures-of-services.ts'
import { refusalsOfSignIns } from './refusals-of-sign-ins.ts'

const empty = {}
const semansys = (each: AnswerCase): AnswerCase => ({ ...each, rules: semansysRefusals })
const socialId = (each: AnswerCase): AnswerCase => ({ ...each, rules: socialIdRefusals })

const providers: readonly AnswerCase[] = [
  semansys(
    failure(
      'Semansys: a parameter is wrong',
      'Semansys documentation',
      'password',
      400,
      '',
      'bad-request',
      { headers: empty },
    ),
  ),
  semansys(
    failure(
      'Semansys: wrong client',
      'Semansys documentation',
      'password',
      401,
      '',
      'client-refused',
      { headers: empty },
    ),
  ),
  semansys(
    failure('Semansys: wrong user', 'Semansys documentation', 'password', 403, '', 'user-refused', {
      headers: empty,
    }),
  ),
  semansys(
    obstacle(
      'Semansys: a firewall in between',
      'Azure Application Gateway, 403',
      403,
      '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>',
      'web-page',
    ),
  ),
  socialId(
    failure(
      'Social ID: the client does not match',
      'Social ID documentation',
      'password',
      401,
      {
        error: 'invalid_client',
        error_description: 'not given, or the combination does not match',
      },
      'client-refused',
      { code: 'invalid_client' },
    ),
  ),
  socialId(
    failure(
      'Social ID: a parameter is missing',
      'Social ID documentation',
      'password',
      400,
      { error: 'invalid_request', error_description: 'username/email_address or password' },
      'bad-request',
      { code: 'invalid_request' },
    ),
  ),
  socialId(
    failure(
      'Social ID: another grant',
      'Social ID documentation',
      'clientCredentials',
      400,
      { code: 'unsupported_grant_type', description: 'x' },
      'grant-not-allowed',
      { code: 'unsupported_grant_type' },
    ),
  ),
  socialId(
    failure(
      'Social ID: its server',
      'Social ID documentation',
      'password',
      500,
      { error: 'internal_server_error' },
      'server-trouble',
      { code: 'internal_server_error' },
    ),
  ),
]

const loginForm =
  '<!DOCTYPE html><html><head><title>Welcome</title></head><body><form method="post"><input name="user"><input type="password" name="pw"></form></body></html>'

const bare: readonly AnswerCase[] = [
  failure(
    'nothing under 400 at a refresh',
    'RFC 6749 §5.2 asks for a code',
    'refreshToken',
    400,
    '',
    'bad-request',
    { headers: empty },
  ),
  failure(
    'nothing under 401 at a refresh',
    'RFC 6749 §5.2 asks for a code',
    'refreshToken',
    401,
    '',
    'client-refused',
    { headers: empty },
  ),
  failure(
    'nothing under 403 at a refresh',
    'RFC 6749 §5.2 asks for a code',
    'refreshToken',
    403,
    '',
    'bad-request',
    { headers: empty },
  ),
  failure(
    'nothing under 403 for a user',
    'RFC 6749 §5.2 asks for a code',
    'password',
    403,
    '',
    'user-refused',
    { headers: empty },
  ),
  failure('nothing under 408', 'RFC 9110 §15.5.9', 'password', 408, '', 'server-trouble', {
    headers: empty,
  }),
  failure('nothing under 425', 'RFC 8470 §5.2', 'refreshToken', 425, '', 'server-trouble', {
    headers: empty,
  }),
  failure(
    'a wait until a date under 503',
    'RFC 9110 §10.2.3',
    'refreshToken',
    503,
    '',
    'server-trouble',
    {
      retryAfterSeconds: 90,
      headers: {
        date: 'Sat, 21 Nov 2026 11:00:00 GMT',
        'retry-after': 'Saturday, 21-Nov-26 11:01:30 GMT',
      },
    },
  ),
  failure(
    'a limiter that calls too many requests invalid',
    'RFC 6585 §4',
    'refreshToken',
    429,
    { error: 'invalid_request', error_description: 'Too many requests' },
    'rate-limited',
    { code: 'invalid_request' },
  ),
  failure(
    'a limiter that refuses the grant of a refresh',
    'RFC 6585 §4',
    'refreshToken',
    429,
    { error: 'invalid_grant', error_description: 'Too many failed refreshes' },
    'rate-limited',
    { code: 'invalid_grant' },
  ),
  failure(
    'trouble that is called an invalid request',
    'RFC 9110 §15.6.4',
    'refreshToken',
    503,
    { error: 'invalid_request', error_description: 'Upstream unavailable' },
    'server-trouble',
    { code: 'invalid_request' },
  ),
  failure(
    'a wrong user that is called an invalid request',
    'RFC 6749 §5.2',
    'password',
    400,
    { error: 'invalid_request', error_description: 'Invalid credentials for user' },
    'user-refused',
    { code: 'invalid_request' },
  ),
  failure(
    'user credentials that are called an invalid request',
    'RFC 6749 §5.2',
    'password',
    400,
    { error: 'invalid_request', error_description: 'The user credentials were incorrect.' },
    'user-refused',
    { code: 'invalid_request' },
  ),
  failure('a wait of a day under 429', 'RFC 6585 §4', 'refreshToken', 429, '', 'rate-limited', {
    retryAfterSeconds: 3600,
    headers: { 'retry-after': '86400' },
  }),
  failure(
    'a device is told to slow down',
    'RFC 8628 §3.5',
    'refreshToken',
    400,
    { error: 'slow_down' },
    'rate-limited',
    { code: 'slow_down' },
  ),
  failure('a challenge for the client', 'RFC 6749 §5.2', 'password', 401, '', 'client-refused', {
    headers: { 'www-authenticate': 'Basic realm="token"' },
  }),
  failure('a code in the challenge alone', 'RFC 6750 §3', 'password', 401, '', 'user-refused', {
    code: 'invalid_grant',
    headers: {
      'www-authenticate': 'Bearer realm="a, b", error="invalid_grant", error_description="no"',
    },
  }),
]

const inTheWay: readonly AnswerCase[] = [
  obstacle(
    'a hotspot that asks for a sign-in',
    'RFC 6585 §6',
    511,
    '<html><head><title>Network Authentication Required</title><meta http-equiv="refresh" content="0; url=https://login.example.net/"></head></html>',
    'sign-in-page',
  ),
  obstacle('a sign-in form under 403', 'Zscaler, Cisco Umbrella', 403, loginForm, 'sign-in-page'),
  obstacle('a sign-in form under 401', 'Cloudflare Access', 401, loginForm, 'sign-in-page'),
  obstacle(
    'a sign-in form where the endpoint should be',
    'Django admin behind a catch-all route',
    404,
    loginForm,
    'sign-in-page',
  ),
  obstacle('a gateway that asks for Kerberos', 'RFC 4559 §4', 401, '', 'sign-in-address', {
    'www-authenticate': 'Negotiate',
  }),
  obstacle(
    'a gateway of Windows',
    'IIS, Windows authentication',
    401,
    '<html><h1>401</h1></html>',
    'sign-in-address',
    { 'content-type': 'text/html', 'www-authenticate': 'Negotiate, NTLM, Basic realm="intranet"' },
  ),
  guarded(
    'a firewall with a page',
    'Cloudflare 1020',
    403,
    '<!DOCTYPE html><html><head><title>Access denied</title></head><body>Sorry, you have been blocked</body></html>',
    'blocked',
    { headers: html },
  ),
  obstacle(
    'no such page',
    'nginx, 404',
    404,
    '<html><head><title>404 Not Found</title></head></html>',
    'web-page',
  ),
  obstacle(
    'no such route',
    'Kong, no route matched',
    404,
    '{"message":"no Route matched with those values"}',
    'something-else',
    json,
  ),
  obstacle('no such method', 'RFC 9110 §15.5.6', 405, '', 'nothing', { allow: 'GET' }),
  {
    name: 'a proxy that asks for a sign-in',
    seen: 'RFC 9110 §15.5.8',
    grantType: 'password',
    status: 407,
    headers: { ...html, 'proxy-authenticate': 'Basic realm="proxy"' },
    body: loginForm,
    wanted: refused({ kind: 'unreachable', reason: 'proxy' }),
  },
  {
    name: 'a redirect that says why, with a secret in its query',
    seen: 'RFC 9110 §15.4.8',
    grantType: 'password',
    status: 307,
    headers: {
      location: 'https://login.example.com/token?client_secret=planted-client-secret-4d1f#x',
    },
    body: '',
    wanted: refused({ kind: 'moved', status: 307, location: 'https://login.example.com/token' }),
  },
  {
    name: 'a redirect with a secret in its path',
    seen: 'Apache mod_rewrite, echo of the query',
    grantType: 'password',
    status: 302,
    headers: { location: 'https://login.example.com/planted%2Dclient%2Dsecret%2D4d1f' },
    body: '',
    wanted: refused({ kind: 'moved', status: 302, location: null }),
  },
]

const echoes: readonly AnswerCase[] = [
  failure(
    'an echo of the password in the code',
    'home-made servers',
    'password',
    400,
    { error: 'bad_planted-password-9c2e' },
    'bad-request',
  ),
  failure(
    'an echo of the whole request',
    'debug mode of frameworks',
    'password',
    500,
    {
      error: 'Exception',
      request: {
        body: 'grant_type=password&password=planted-password-9c2e',
        headers: { authorization: 'Basic bXktaWQ6cGxhbnRlZC1jbGllbnQtc2VjcmV0LTRkMWY=' },
      },
    },
    'server-trouble',
    { code: 'Exception' },
  ),
  failure(
    'an echo of a dead refresh token',
    'Spring Security OAuth',
    'refreshToken',
    400,
    {
      error: 'invalid_grant',
      error_description: 'Invalid refresh token: planted-refresh-token-7a3b',
    },
    'needs-sign-in',
    { code: 'invalid_grant' },
  ),
]

/** Answers without a token, of servers and of gateways in front of them. */
export const failures: readonly AnswerCase[] = [
  ...failuresOfIdentity,
  ...failuresOfServices,
  ...refusalsOfSignIns,
  ...providers,
  ...bare,
  ...inTheWay,
  ...echoes,
]
