import type { Outcome } from '../../../src/shared/outcome.ts'
import { type AnswerCase, answering, json, refused } from './answer-case.ts'

type Unsafe = Extract<Outcome, { kind: 'unsafe-answer' }>['reason']
type Looks = Extract<Outcome, { kind: 'not-an-oauth-answer' }>['looksLike']

const fields = { access_token: 'aB-1.x', token_type: 'Bearer', expires_in: 3600 }
const text = JSON.stringify(fields)
const more = (members: string) => `${text.slice(0, -1)},${members}}`

const unsafe = (reason: Unsafe) => refused({ kind: 'unsafe-answer', status: 200, reason })
const notOAuth = (looksLike: Looks, status = 200) =>
  refused({ kind: 'not-an-oauth-answer', status, looksLike })

const withFields = (name: string, seen: string, reason: Unsafe, beside: object) =>
  answering(name, seen, { ...fields, ...beside }, unsafe(reason))

const withBody = (
  name: string,
  seen: string,
  reason: Unsafe,
  body: string | Uint8Array,
  headers: AnswerCase['headers'] = json,
) => answering(name, seen, {}, unsafe(reason), { body, headers })

const characters = (name: string, access_token: string) =>
  withFields(name, 'RFC 6749 appendix A.12, RFC 6750 §2.1', 'token-characters', { access_token })

const badCharacters: readonly AnswerCase[] = [
  characters('a token that adds a header', 'aB\r\nX-Evil: 1'),
  characters('a token with a space', 'aB 1'),
  characters('a token that brings another scheme', 'Basic aB-1.x'),
  characters('a token with a tab', '\taB'),
  characters('a token with a NUL', 'aB\u0000'),
  characters('a token with a DEL', 'aB\u007f'),
  characters('a token with a Latin letter beyond ASCII', 'aBé'),
  characters('a token with a Cyrillic letter that looks Latin', '\u0430B'),
  characters('a token with an invisible character', 'aB\u200b1'),
  characters('a token with an emoji', 'aB💶'),
  withBody(
    'a token with half a character',
    'RFC 8259 §8.2',
    'token-characters',
    '{"access_token":"a\\ud83d","token_type":"Bearer"}',
  ),
  withFields('a refresh token with a line break', 'RFC 6749 appendix A.17', 'token-characters', {
    refresh_token: 'r\r\n1',
  }),
  withFields('a refresh token with an emoji', 'RFC 6749 appendix A.17', 'token-characters', {
    refresh_token: 'r💶',
  }),
  withBody(
    'a form whose token has plus signs that were not escaped',
    'WHATWG URL §5.1: a plus sign is a space; which one was meant, nobody knows',
    'token-characters',
    'access_token=YW+Jj&token_type=bearer',
    { 'content-type': 'application/x-www-form-urlencoded' },
  ),
  withBody(
    'a form whose token is not UTF-8',
    'WHATWG URL §5.1',
    'token-characters',
    'access_token=a%ff&token_type=bearer',
    { 'content-type': 'application/x-www-form-urlencoded' },
  ),
]

const type = (name: string, seen: string, token_type: unknown) =>
  withFields(name, seen, 'token-type', { token_type })

const badTypes: readonly AnswerCase[] = [
  type('a token that signs requests', 'draft-ietf-oauth-v2-http-mac', 'mac'),
  type('a token bound to a key that nobody asked for', 'RFC 9449 §5', 'DPoP'),
  type('a token that needs a proof', 'RFC 7800', 'pop'),
  type('a token that is no access token', 'RFC 8693 §2.2.1', 'N_A'),
  type('the type of an example', 'RFC 6749 §5.1, example', 'example'),
  type('a type with a space at its end', 'RFC 6749 §8.1', 'Bearer '),
  type('a type that is a number', 'RFC 6749 §5.1', 7),
  type('a type that is an array', 'RFC 6749 §5.1', ['Bearer']),
  answering(
    'a type outside that the token inside data does not have',
    'RFC 9449 §5',
    { token_type: 'DPoP', data: { access_token: 'aB-1.x' } },
    unsafe('token-type'),
  ),
]

const twice = (name: string) =>
  withBody(
    `${name} twice`,
    'RFC 8259 §4: names should be unique',
    'repeated-key',
    more(`"${name}":null,"${name}":null`),
  )

const contradictions: readonly AnswerCase[] = [
  ...['token_type', 'expires_in', 'refresh_token', 'scope', 'error', 'ok'].map(twice),
  withBody('two tokens of one name', 'RFC 8259 §4', 'repeated-key', more('"access_token":"other"')),
  withBody('the same token twice', 'RFC 8259 §4', 'repeated-key', more('"access_token":"aB-1.x"')),
  withBody(
    'two tokens, one written with escapes',
    'RFC 8259 §8.3',
    'repeated-key',
    more('"access\\u005ftoken":"other"'),
  ),
  withFields('two tokens, one in camel case', 'RFC 6749 §5.1', 'repeated-key', {
    accessToken: 'other',
  }),
  withFields(
    'two tokens, one called token',
    'Distribution token authentication: if they differ, nobody knows',
    'repeated-key',
    { token: 'other' },
  ),
  withFields('two lives', 'RFC 6749 §5.1', 'repeated-key', { expiresIn: 7200 }),
  withFields('two types', 'RFC 6749 §5.1', 'repeated-key', { tokenType: 'mac' }),
  answering(
    'one token outside as token, another inside data',
    'RFC 6749 §5.1',
    { token: 'other', data: fields },
    unsafe('repeated-key'),
  ),
  withBody('data twice', 'RFC 8259 §4', 'repeated-key', `{"data":{},"data":${text}}`),
  withBody(
    'two tokens inside data',
    'RFC 8259 §4',
    'repeated-key',
    `{"data":${more('"access_token":"other"')}}`,
  ),
  withBody(
    'a form with two tokens',
    'RFC 6749 §3.2: once at most',
    'repeated-key',
    'access_token=a&access_token=b&token_type=bearer',
    { 'content-type': 'application/x-www-form-urlencoded' },
  ),
]

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))),
  )
const mebibyte = 2 ** 20

const wrongBytes: readonly AnswerCase[] = [
  withBody(
    'a byte that UTF-8 does not know',
    'RFC 8259 §8.1',
    'not-utf8',
    bytes('{"access_token":"a', 0xff, '"}'),
  ),
  withBody(
    'JSON in Latin-1',
    'RFC 8259 §8.1',
    'not-utf8',
    Buffer.from(more('"name":"René"'), 'latin1'),
  ),
  withBody(
    'JSON in UTF-16',
    'RFC 8259 §8.1',
    'not-utf8',
    bytes(0xff, 0xfe, Buffer.from(text, 'utf16le').toString('latin1')),
  ),
  withBody(
    'a slash in two bytes',
    'RFC 3629 §3',
    'not-utf8',
    bytes('{"access_token":"a', 0xc0, 0xaf, '"}'),
  ),
  withBody(
    'a text that ends within a character',
    'RFC 3629 §3',
    'not-utf8',
    bytes(text, 0xf0, 0x9f),
  ),
  withBody(
    'one byte more than 1 MiB',
    'more than an answer may have',
    'too-large',
    more(`"pad":"${'x'.repeat(mebibyte - text.length - 8)}"`),
  ),
  withBody(
    'an answer that nests 65 deep',
    'deeper than an answer may',
    'too-deep',
    more(`"x":${'['.repeat(64)}${']'.repeat(64)}`),
  ),
  withBody(
    'half a million brackets',
    'deeper than an answer may',
    'too-deep',
    `{"a":${'['.repeat(500_000)}`,
  ),
]

const page = (
  name: string,
  seen: string,
  body: string | Uint8Array,
  looksLike: Looks,
  headers: AnswerCase['headers'],
) => answering(name, seen, {}, notOAuth(looksLike), { body, headers })
const html = { 'content-type': 'text/html; charset=utf-8' } as const

const pages: readonly AnswerCase[] = [
  page(
    'a page instead of an answer',
    'a reverse proxy at its start page',
    '<!DOCTYPE html><title>Welcome</title>',
    'web-page',
    html,
  ),
  page(
    'a page under the type of JSON',
    'a gateway that keeps the type',
    '\n<html><body>Busy</body></html>',
    'web-page',
    json,
  ),
  page(
    'a page that begins with a comment',
    'a content delivery network',
    '<!-- edge --><html><head></head></html>',
    'web-page',
    {},
  ),
  page(
    'a page in Latin-1',
    'an appliance',
    Buffer.from('<html>Größe</html>', 'latin1'),
    'web-page',
    html,
  ),
  page(
    'a page that asks for a password',
    'a captive portal; RFC 8952',
    '<html><form action="/login"><input name="u"><input type="password" name="p"></form></html>',
    'sign-in-page',
    html,
  ),
  page(
    'a page that posts a SAML request',
    'a gateway before the server; SAML 2.0 bindings §3.5',
    '<html><body onload="f()"><form method="post"><input type="hidden" name="SAMLRequest" value="x"></form></body></html>',
    'sign-in-page',
    html,
  ),
  page(
    'a page with a token in a script',
    'RFC 6749 §5.1',
    `<html><script>var t=${text}</script></html>`,
    'web-page',
    html,
  ),
  page(
    'a form under the type of HTML',
    'QQ Connect without fmt=json, Deezer',
    'access_token=aB-1.x&expires_in=7776000',
    'something-else',
    html,
  ),
  page(
    'a form field in HTML without a type',
    'RFC 6749 §5.1',
    '<p>access_token=aB-1.x&token_type=bearer</p>',
    'something-else',
    {},
  ),
  page(
    'an XML document',
    'SOAP and older gateways',
    '<?xml version="1.0"?><token>aB-1.x</token>',
    'xml',
    { 'content-type': 'text/xml' },
  ),
]

const other = (
  name: string,
  seen: string,
  body: string,
  looksLike: Looks = 'something-else',
  status = 200,
) => answering(name, seen, {}, notOAuth(looksLike, status), { body, status })

const noTokens: readonly AnswerCase[] = [
  other('no body', 'RFC 6749 §5.1', '', 'nothing'),
  other('no content', 'RFC 9110 §15.3.5', '', 'nothing', 204),
  other('blanks', 'RFC 6749 §5.1', ' \r\n\t', 'nothing'),
  other('a byte order mark and nothing else', 'RFC 8259 §8.1', '\ufeff', 'nothing'),
  other('a bare text in JSON', 'Magento 2 integration/admin/token', '"aB-1.x"'),
  other('a bare token', 'RFC 6749 §5.1', 'aB-1.x'),
  other('an array of tokens', 'RFC 6749 §5.1', `[${text}]`),
  other('null in JSON', 'RFC 6749 §5.1', 'null'),
  other('JSON that was cut off', 'a connection that broke', text.slice(0, -5)),
  other('JSON with a comment', 'RFC 8259 §2', `{/* ok */${text.slice(1)}`),
  other('JSON in single quotes', 'RFC 8259 §7', text.replaceAll('"', "'")),
  other('two objects', 'RFC 8259 §2', `${text}\n${text}`),
  other('a comma before the first member', 'RFC 8259 §4', `{,${text.slice(1)}`),
  other('two commas after the last member', 'RFC 8259 §4', `${text.slice(0, -1)},,}`),
  other('JSON inside a call', 'JSON with padding', `callback(${text})`),
  other(
    'JSON behind a guard against scripts',
    'Angular and Google, some years ago',
    `)]}',\n${text}`,
  ),
  other('an empty object', 'RFC 6749 §5.1: access_token is required', '{}'),
  other('an empty token', 'RFC 6749 appendix A.12', '{"access_token":"","token_type":"Bearer"}'),
  other('a token of null', 'RFC 6749 §5.1', '{"access_token":null,"token_type":"Bearer"}'),
  other(
    'a token that is a number',
    'RFC 6749 §5.1',
    '{"access_token":12345,"token_type":"Bearer"}',
  ),
  other('a token that is an object', 'RFC 6749 §5.1', `{"access_token":${text}}`),
  other(
    'an ID token and no access token',
    'OpenID Connect Core §3.1.3.3',
    '{"id_token":"a.b.c","token_type":"Bearer"}',
  ),
  other('a token two levels down', 'only one level is opened', `{"data":{"data":${text}}}`),
  other(
    'a token in an array in data',
    'Instagram API with Instagram Login',
    '{"data":[{"access_token":"IGQ","user_id":"1"}]}',
  ),
  other(
    'a token under a name of its own',
    'Feishu tenant_access_token/internal',
    '{"tenant_access_token":"t-1","expire":7140}',
  ),
  other('a redirect in JSON', 'a single-page login', '{"redirect":"https://login.example/"}'),
]

export const refusedCases: readonly AnswerCase[] = [
  ...badCharacters,
  ...badTypes,
  ...contradictions,
  ...wrongBytes,
  ...pages,
  ...noTokens,
]
