import { type AnswerCase, answering, jwtOf, obtained } from './answer-case.ts'

const opaque = { access_token: 'abcDEF123exampletoken', token_type: 'Bearer', expires_in: 3600 }
const wanted = { accessToken: 'abcDEF123exampletoken', expiresIn: 3600 }
const jwt = jwtOf({ sub: 'alice' })
const refreshJwt = jwtOf({ jti: '1' })
const missing = ['expires-in-missing', 'token-type-missing'] as const

const wrapped: readonly AnswerCase[] = [
  answering(
    'a token inside result, beside success',
    'field report, 2026-11-30',
    { result: opaque, success: true },
    obtained(wanted, ['nested', 'extra-fields']),
  ),
  ...['response', 'payload', 'token', 'Data', 'd', 'authentication'].map((name) =>
    answering(
      `a token inside ${name}`,
      'sibling of a field report',
      { [name]: opaque },
      obtained(wanted, ['nested']),
    ),
  ),
]

const alone: readonly AnswerCase[] = [
  answering(
    'a JWT alone, in plain text',
    'field report, 2026-11-30',
    {},
    obtained({ accessToken: jwt }, ['bare-token', ...missing]),
    { body: jwt, headers: { 'content-type': 'text/plain' } },
  ),
  answering(
    'a JWT alone, with a line break',
    'sibling of a field report',
    {},
    obtained({ accessToken: jwt }, ['bare-token', ...missing]),
    { body: `${jwt}\r\n`, headers: {} },
  ),
  answering(
    'a JWT alone, as a JSON string',
    'sibling of a field report',
    {},
    obtained({ accessToken: jwt }, ['bare-token', ...missing]),
    { body: JSON.stringify(jwt) },
  ),
]

const named: readonly AnswerCase[] = [
  answering(
    'access and refresh, both JWTs',
    'field report, 2026-11-30',
    { access: jwt, refresh: refreshJwt },
    obtained({ accessToken: jwt, refreshToken: refreshJwt }, ['member-names', ...missing]),
  ),
  ...['jwt', 'authToken', 'auth_token', 'accessJwt', 'bearerToken'].map((name) =>
    answering(
      `a JWT called ${name}`,
      'sibling of a field report',
      { [name]: jwt },
      obtained({ accessToken: jwt }, ['member-names', ...missing]),
    ),
  ),
]

const surrounded: readonly AnswerCase[] = [
  answering(
    'a scheme before the token',
    'field report, 2026-11-30',
    { ...opaque, access_token: `Bearer ${opaque.access_token}` },
    obtained(wanted, ['token-surroundings']),
  ),
  answering(
    'a scheme in small letters before the token',
    'sibling of a field report',
    { ...opaque, access_token: `bearer  ${opaque.access_token}` },
    obtained(wanted, ['token-surroundings']),
  ),
  answering(
    'a line break after the token',
    'sibling of a field report',
    { ...opaque, access_token: `${opaque.access_token}\r\n` },
    obtained(wanted, ['token-surroundings']),
  ),
  answering(
    'a scheme before and a line break after the token',
    'sibling of a field report',
    { ...opaque, access_token: `Bearer ${opaque.access_token}\n` },
    obtained(wanted, ['token-surroundings']),
  ),
  answering(
    'a line break after the refresh token',
    'sibling of a field report',
    { ...opaque, refresh_token: 'r-1\n' },
    obtained({ ...wanted, refreshToken: 'r-1' }, ['token-surroundings']),
  ),
]

/** Tokens at another place or under another name than RFC 6749 §5.1 has, or with more around them. */
export const otherPlaces: readonly AnswerCase[] = [...wrapped, ...alone, ...named, ...surrounded]
