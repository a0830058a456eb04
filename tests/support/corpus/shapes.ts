import { type AnswerCase, answering, obtained } from './answer-case.ts'

const fields = { access_token: 'aB-1.x', token_type: 'Bearer', expires_in: 3600 }
const text = JSON.stringify(fields)
const usual = { accessToken: 'aB-1.x', expiresIn: 3600 } as const
const typed = (type: string) => ({ headers: { 'content-type': type } })
const mebibyte = 2 ** 20

/** The same token with something beside it or instead. */
const withFields = (
  name: string,
  seen: string,
  more: object,
  ...wanted: Parameters<typeof obtained>
) => answering(name, seen, { ...fields, ...more }, obtained(...wanted))

/** A body that stands for itself. */
const withBody = (
  name: string,
  seen: string,
  body: string | Uint8Array,
  type: string,
  ...wanted: Parameters<typeof obtained>
): AnswerCase => answering(name, seen, {}, obtained(...wanted), { body, ...typed(type) })

const wrappers: readonly AnswerCase[] = [
  withBody(
    'JSON with a charset',
    'RFC 8259 §11: the type has no such parameter',
    text,
    'application/json; charset=UTF-8',
    usual,
  ),
  withBody('JSON under its type in capitals', 'RFC 9110 §8.3.1', text, 'Application/JSON', usual),
  withBody('JSON of a special kind', 'RFC 6839 §3.1', text, 'application/token+json', usual),
  withBody(
    'JSON with blanks around it',
    'RFC 8259 §2',
    `\r\n\t ${text}\n`,
    'application/json',
    usual,
  ),
  withBody('JSON called JavaScript', 'RFC 6749 §5.1', text, 'text/javascript', usual, [
    'content-type',
  ]),
  withBody('JSON called bytes', 'RFC 6749 §5.1', text, 'application/octet-stream', usual, [
    'content-type',
  ]),
  withBody('JSON called XML', 'RFC 6749 §5.1', text, 'application/xml', usual, ['content-type']),
  withBody(
    'JSON called a form',
    'RFC 6749 §5.1',
    text,
    'application/x-www-form-urlencoded',
    usual,
    ['content-type'],
  ),
  withBody(
    'JSON with a byte order mark',
    'RFC 8259 §8.1',
    `\ufeff${text}`,
    'application/json',
    usual,
    ['byte-order-mark'],
  ),
  withBody(
    'JSON with a byte order mark, a trailing comma and no proper type',
    'RFC 8259 §8.1 and §4, RFC 6749 §5.1',
    `\ufeff${text.slice(0, -1)}, }`,
    'text/json',
    usual,
    ['content-type', 'byte-order-mark', 'trailing-comma'],
  ),
  withBody(
    'a trailing comma in an array that nobody reads',
    'RFC 8259 §5',
    `${text.slice(0, -1)},"roles":["a","b",]}`,
    'application/json',
    usual,
    ['trailing-comma', 'extra-fields'],
  ),
  withBody(
    'commas and brackets inside a text are no trailing comma',
    'RFC 8259 §7',
    `${text.slice(0, -1)},"note":",}\\",]"}`,
    'application/json',
    usual,
    ['extra-fields'],
  ),
  withBody(
    'names written with escapes',
    'RFC 8259 §7 and §8.3',
    '{"access\\u005ftoken":"aB\\u002d1.x","token_type":"Bearer","expires_in":3600}',
    'application/json',
    usual,
  ),
  withBody(
    'an answer of exactly 1 MiB',
    'as large as an answer may be',
    `${text.slice(0, -1)},"pad":"${'x'.repeat(mebibyte - text.length - 9)}"}`,
    'application/json',
    usual,
    ['extra-fields'],
  ),
  withBody(
    'an answer that nests exactly 64 deep',
    'as deep as an answer may be',
    `${text.slice(0, -1)},"x":${'['.repeat(63)}${']'.repeat(63)}}`,
    'application/json',
    usual,
    ['extra-fields'],
  ),
  withBody(
    'brackets inside a text do not nest',
    'RFC 8259 §7',
    `${text.slice(0, -1)},"x":"${'['.repeat(500)}"}`,
    'application/json',
    usual,
    ['extra-fields'],
  ),
  { ...withFields('a token under 201', 'RFC 6749 §5.1 asks for 200', {}, usual), status: 201 },
  { ...withFields('a token under 203', 'RFC 9110 §15.3.4', {}, usual), status: 203 },
]

const form = 'application/x-www-form-urlencoded'

const forms: readonly AnswerCase[] = [
  withBody(
    'a form with escapes and plus signs',
    'WHATWG URL §5.1',
    'access_token=a%2Bb%3D&token_type=bearer&expires_in=60&scope=read+write',
    form,
    { accessToken: 'a+b=', tokenType: 'bearer', expiresIn: 60, scope: ['read', 'write'] },
    ['form-encoded', 'expires-in-text'],
  ),
  withBody(
    'a form under no type',
    'RFC 6749 §5.1',
    'access_token=aB-1.x&token_type=Bearer&expires_in=3600',
    '',
    usual,
    ['form-encoded', 'expires-in-text'],
  ),
  withBody(
    'a form under the type of JSON',
    'RFC 6749 §5.1',
    'token_type=Bearer&access_token=aB-1.x&expires_in=3600',
    'application/json',
    usual,
    ['form-encoded', 'expires-in-text'],
  ),
  withBody(
    'a form with an empty refresh token',
    'RFC 6749 appendix A.17',
    'access_token=aB-1.x&refresh_token=&token_type=Bearer&expires_in=3600',
    form,
    usual,
    ['form-encoded', 'expires-in-text', 'refresh-token-empty'],
  ),
  withBody(
    'a form with unescaped equals signs in the token',
    'seen with tokens in base64; WHATWG URL §5.1',
    'access_token=YWJj==&token_type=Bearer&expires_in=3600',
    form,
    { ...usual, accessToken: 'YWJj==' },
    ['form-encoded', 'expires-in-text'],
  ),
]

const names: readonly AnswerCase[] = [
  answering(
    'everything in Pascal case',
    'RFC 6749 §5.1; classes of .NET as they are',
    {
      AccessToken: 'aB-1.x',
      TokenType: 'Bearer',
      ExpiresIn: 3600,
      RefreshToken: 'r',
      Scope: 'a b',
    },
    obtained({ ...usual, refreshToken: 'r', scope: ['a', 'b'] }, ['member-names']),
  ),
  answering(
    'everything with hyphens',
    'RFC 6749 §5.1',
    { 'access-token': 'aB-1.x', 'token-type': 'Bearer', 'expires-in': 3600 },
    obtained(usual, ['member-names']),
  ),
  answering(
    'one name in camel case among proper ones',
    'RFC 6749 §5.1',
    { access_token: 'aB-1.x', token_type: 'Bearer', expiresIn: 3600, refreshToken: 'r' },
    obtained({ ...usual, refreshToken: 'r' }, ['member-names']),
  ),
  withFields(
    'the same token in camel case once more',
    'RFC 6749 §5.1',
    { accessToken: 'aB-1.x', tokenType: 'bearer' },
    usual,
    ['extra-fields'],
  ),
  withFields(
    'an object called token beside the token',
    'RFC 6749 §5.1: unknown members are ignored',
    { token: { id: 7 } },
    usual,
    ['extra-fields'],
  ),
  answering(
    'camel case inside data',
    'RFC 6749 §5.1',
    { success: true, data: { accessToken: 'aB-1.x', tokenType: 'Bearer', expiresIn: 3600 } },
    obtained(usual, ['member-names', 'nested', 'extra-fields']),
  ),
  answering(
    'the token inside data and its type outside',
    'RFC 6749 §5.1',
    { token_type: 'Bearer', data: { access_token: 'aB-1.x', expires_in: 3600 } },
    obtained(usual, ['nested']),
  ),
  answering(
    'a null token outside and the token inside data',
    'RFC 6749 §5.1',
    { access_token: null, data: { ...fields } },
    obtained(usual, ['nested']),
  ),
  withFields(
    'another token inside data is not the one that was asked for',
    'RFC 6749 §5.1: unknown members are ignored',
    { data: { token: 'of-a-form' } },
    usual,
    ['extra-fields'],
  ),
  withFields(
    'a member called __proto__',
    'RFC 8259 §4',
    JSON.parse('{"__proto__":{"error":"x"}}'),
    usual,
    ['extra-fields'],
  ),
  withBody(
    'a member that nobody knows, twice',
    'RFC 8259 §4: names should be unique',
    `{"x":1,"x":2,${text.slice(1)}`,
    'application/json',
    usual,
    ['extra-fields'],
  ),
  withFields(
    'an ID token beside it that is none',
    'OpenID Connect Core §3.1.3.3',
    { id_token: 'a.b.c' },
    { ...usual, hasUnreadableIdToken: true },
  ),
  withFields(
    'the kind of token and the rights in full',
    'RFC 8693 §2.2.1, RFC 9396 §7',
    {
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      authorization_details: [{ type: 'account' }],
    },
    usual,
  ),
  withFields(
    'an error that says that there is none: null',
    'RFC 6749 §5.2',
    { error: null },
    usual,
  ),
  withFields(
    'an error that says that there is none: nothing',
    'RFC 6749 §5.2',
    { error: '' },
    usual,
  ),
  withFields('ok: true beside the token', 'Slack and its imitators', { ok: true }, usual, [
    'extra-fields',
  ]),
]

export const shapes: readonly AnswerCase[] = [...wrappers, ...forms, ...names]
