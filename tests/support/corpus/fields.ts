import { type AnswerCase, answering, jwtOf, obtained, sentAt } from './answer-case.ts'

const seconds = sentAt / 1000
const token = 'aB-1.x'
const usual = { accessToken: token, expiresIn: 3600 } as const
const fields = { access_token: token, token_type: 'Bearer', expires_in: 3600 }

const withFields = (
  name: string,
  seen: string,
  more: object,
  ...wanted: Parameters<typeof obtained>
) => answering(name, seen, { ...fields, ...more }, obtained(...wanted))

const life = (
  name: string,
  expires_in: unknown,
  expiresIn: number | null,
  deviations: Parameters<typeof obtained>[1],
) =>
  withFields(
    name,
    'RFC 6749 §5.1 and appendix A.14',
    { expires_in },
    { accessToken: token, expiresIn },
    deviations,
  )

const hour = jwtOf({ iat: seconds, exp: seconds + 3600 })
const hourWithoutBeginning = jwtOf({ exp: seconds + 3600 })
const week = jwtOf({ iat: seconds, exp: seconds + 604800 })
const sixWeeks = jwtOf({ iat: seconds, exp: seconds + 3_600_000 })

const lives: readonly AnswerCase[] = [
  life('a life as text', '3600', 3600, ['expires-in-text']),
  life('a life with a fraction is cut', 3599.9, 3599, []),
  life('a life with an exponent', 3.6e3, 3600, []),
  life('a life of one second', 1, 1, []),
  life('a life of ninety days', 7_776_000, 7_776_000, []),
  life('a life of null', null, null, ['expires-in-missing']),
  life('a life of nothing as text', '0', null, ['expires-in-absurd']),
  life('a negative life', -1, null, ['expires-in-absurd']),
  life('a life of almost nothing', 0.4, null, ['expires-in-absurd']),
  life('a life of 68 years, as much as fits into 31 bits', 2_147_483_647, null, [
    'expires-in-absurd',
  ]),
  life('a life as a date', '2026-12-01T00:00:00Z', null, ['expires-in-absurd']),
  life('a life as an instant', seconds + 3600, null, ['expires-in-absurd']),
  life('a life with its unit', '3600s', null, ['expires-in-absurd']),
  life('a life as a word', 'never', null, ['expires-in-absurd']),
  life('a life of no text', '', null, ['expires-in-absurd']),
  life('a life of true', true, null, ['expires-in-absurd']),
  life('a life in an array', [3600], null, ['expires-in-absurd']),
  life('milliseconds that nothing proves are seconds', 3_600_000, 3_600_000, []),
  answering(
    'a life that no double holds',
    'RFC 8259 §6',
    {},
    obtained({ accessToken: token }, ['expires-in-absurd']),
    { body: `{"access_token":"${token}","token_type":"Bearer","expires_in":1e400}` },
  ),
  answering(
    'no life at all',
    'RFC 6749 §5.1: recommended',
    { access_token: token, token_type: 'Bearer' },
    obtained({ accessToken: token }, ['expires-in-missing']),
  ),
]

const inMilliseconds = (
  name: string,
  access_token: string,
  more: object,
  expiresIn: number,
  deviations: Parameters<typeof obtained>[1],
) =>
  answering(
    name,
    'RFC 6749 §5.1: seconds; RFC 7519 §4.1.4 and §4.1.6',
    { access_token, token_type: 'Bearer', ...more },
    obtained({ accessToken: access_token, expiresIn }, deviations),
  )

const proofs: readonly AnswerCase[] = [
  inMilliseconds('milliseconds, by exp and iat', hour, { expires_in: 3_600_000 }, 3600, [
    'expires-in-milliseconds',
  ]),
  inMilliseconds('milliseconds as text, by exp and iat', hour, { expires_in: '3600000' }, 3600, [
    'expires-in-text',
    'expires-in-milliseconds',
  ]),
  inMilliseconds(
    'milliseconds, by exp alone, counted from now',
    hourWithoutBeginning,
    { expires_in: 3_600_000 },
    3600,
    ['expires-in-milliseconds'],
  ),
  inMilliseconds(
    'milliseconds of a week, which would be nineteen years',
    week,
    { expires_in: 604_800_000 },
    604_800,
    ['expires-in-milliseconds'],
  ),
  inMilliseconds(
    'milliseconds, by exp and issued_at of a token made a while ago',
    jwtOf({ exp: seconds + 600 }),
    { expires_in: 3_600_000, issued_at: seconds - 3000 },
    3600,
    ['expires-in-milliseconds', 'extra-fields'],
  ),
  inMilliseconds(
    'milliseconds, by issued_at and expires_at beside an opaque token',
    token,
    { expires_in: 3_600_000, issued_at: String(sentAt), expires_at: String(sentAt + 3_600_000) },
    3600,
    ['expires-in-milliseconds', 'extra-fields'],
  ),
  inMilliseconds('seconds, where exp says the same', hour, { expires_in: 3600 }, 3600, []),
  inMilliseconds(
    'seconds of six weeks, where exp says the same',
    sixWeeks,
    { expires_in: 3_600_000 },
    3_600_000,
    [],
  ),
  inMilliseconds(
    'an issued_at in milliseconds proves nothing about the life',
    token,
    { expires_in: 3_600_000, issued_at: sentAt },
    3_600_000,
    ['extra-fields'],
  ),
]

const types: readonly AnswerCase[] = [
  withFields(
    'a type in capitals',
    'RFC 6749 §5.1: without case',
    { token_type: 'BEARER' },
    { ...usual, tokenType: 'BEARER' },
    ['token-type-case'],
  ),
  withFields(
    'a type in any case',
    'RFC 6749 §5.1: without case',
    { token_type: 'bEaReR' },
    { ...usual, tokenType: 'bEaReR' },
    ['token-type-case'],
  ),
  withFields(
    'a bearertoken in small letters',
    'Apigee and its imitators',
    { token_type: 'bearertoken' },
    { ...usual, tokenType: 'bearertoken' },
    ['token-type-case'],
  ),
  withFields('a type of null', 'RFC 6749 §5.1: required', { token_type: null }, usual, [
    'token-type-missing',
  ]),
  withFields('a type of no text', 'RFC 6749 §5.1: required', { token_type: '' }, usual, [
    'token-type-missing',
  ]),
]

const scope = (
  name: string,
  given: unknown,
  wanted: readonly string[] | null,
  deviations: Parameters<typeof obtained>[1] = ['scope-shape'],
) => withFields(name, 'RFC 6749 §3.3', { scope: given }, { ...usual, scope: wanted }, deviations)

const scopes: readonly AnswerCase[] = [
  scope('scopes with several spaces', ' read   write ', ['read', 'write'], []),
  scope('scopes with commas', 'read,write', ['read', 'write']),
  scope('scopes with commas and spaces', 'read, write, admin:org', ['read', 'write', 'admin:org']),
  scope('scopes that are addresses, with a comma', 'openid,https://api.example/a', [
    'openid',
    'https://api.example/a',
  ]),
  scope('a comma inside a word of a list with spaces', 'rows:a,b write', ['rows:a,b', 'write'], []),
  scope(
    'a comma inside the query of a word',
    'patient/Observation.rs?code=a,b',
    ['patient/Observation.rs?code=a,b'],
    [],
  ),
  scope('a comma inside brackets', 'accounts(1,2)', ['accounts(1,2)'], []),
  scope('an empty array of scopes', [], []),
  scope('an array whose words hold lists', ['read write', 'admin'], ['read', 'write', 'admin']),
  scope('an array of numbers', [1, 2], null),
  scope('a scope that is a number', 7, null),
  scope('a scope that is an object', { read: true }, null),
  scope('a scope that turns the text around', 'read \u202ewrite', ['read']),
]

const refresh = (
  name: string,
  refresh_token: unknown,
  wanted: string | null,
  deviations: Parameters<typeof obtained>[1],
): AnswerCase => ({
  ...withFields(
    name,
    'RFC 6749 §6 and appendix A.17',
    { refresh_token },
    { ...usual, refreshToken: wanted },
    deviations,
  ),
  grantType: 'refreshToken',
})

const refreshTokens: readonly AnswerCase[] = [
  refresh('a new refresh token', 'rotated-1', 'rotated-1', []),
  refresh('a refresh token with a space inside', 'two words', 'two words', []),
  refresh('a refresh token of no text', '', null, ['refresh-token-empty']),
  refresh('a refresh token of blanks', ' \t', null, ['refresh-token-empty']),
  refresh('a refresh token of null', null, null, ['refresh-token-empty']),
  refresh('a refresh token of false', false, null, ['refresh-token-empty']),
  refresh('a refresh token that is an object', {}, null, ['refresh-token-empty']),
]

export const fieldCases: readonly AnswerCase[] = [
  ...lives,
  ...proofs,
  ...types,
  ...scopes,
  ...refreshTokens,
]
