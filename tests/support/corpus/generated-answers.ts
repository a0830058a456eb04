import fc from 'fast-check'
import type { IssuedToken } from '../../../src/main/oauth/response/token-response.ts'
import { type Deviation, deviations } from '../../../src/shared/outcome.ts'

const encoder = new TextEncoder()
const oneOf = <const Values extends readonly unknown[]>(...values: Values) =>
  fc.constantFrom<Values[number][]>(...values)

const visibleCharacter = fc
  .integer({ min: 0x21, max: 0x7e })
  .map((code) => String.fromCharCode(code))
const visibleText = fc.string({ unit: visibleCharacter, minLength: 1, maxLength: 40 })
const word = fc.string({ unit: oneOf(...'abcxyz:./_-'), minLength: 1, maxLength: 8 })

const properNames = {
  access: 'access_token',
  type: 'token_type',
  life: 'expires_in',
  refresh: 'refresh_token',
  scope: 'scope',
}
const styles = {
  snake: properNames,
  camel: {
    access: 'accessToken',
    type: 'tokenType',
    life: 'expiresIn',
    refresh: 'refreshToken',
    scope: 'scope',
  },
  pascal: {
    access: 'AccessToken',
    type: 'TokenType',
    life: 'ExpiresIn',
    refresh: 'RefreshToken',
    scope: 'Scope',
  },
  short: { ...properNames, access: 'token', scope: 'scopes' },
} as const

/** A field as a server sends it, what is to be made of it, and what is noted. */
interface Sent<Value> {
  /** `undefined`: not sent. */
  readonly sent: unknown
  readonly means: Value
  readonly noted: readonly Deviation[]
}

function sends<Value>(sent: unknown, means: Value, ...noted: Deviation[]): Sent<Value> {
  return { sent, means, noted }
}

const life = fc.oneof(
  fc.integer({ min: 1, max: 100_000_000 }).map((seconds) => sends<number | null>(seconds, seconds)),
  fc
    .integer({ min: 1, max: 100_000_000 })
    .map((seconds) => sends<number | null>(String(seconds), seconds, 'expires-in-text')),
  oneOf(
    sends<number | null>(undefined, null, 'expires-in-missing'),
    sends<number | null>(null, null, 'expires-in-missing'),
    sends<number | null>(0, null, 'expires-in-absurd'),
    sends<number | null>(-3600, null, 'expires-in-absurd'),
    sends<number | null>(1e12, null, 'expires-in-absurd'),
    sends<number | null>('soon', null, 'expires-in-absurd'),
    sends<number | null>({}, null, 'expires-in-absurd'),
  ),
)

const type = oneOf(
  sends('Bearer', 'Bearer'),
  sends('bearer', 'bearer'),
  sends('BEARER', 'BEARER', 'token-type-case'),
  sends('BearerToken', 'BearerToken', 'token-type-case'),
  sends(undefined, 'Bearer', 'token-type-missing'),
  sends(null, 'Bearer', 'token-type-missing'),
  sends('', 'Bearer', 'token-type-missing'),
)

const scope = fc.oneof(
  oneOf(
    sends<readonly string[] | null>(undefined, null),
    sends<readonly string[] | null>(null, null),
  ),
  fc
    .array(word, { maxLength: 5 })
    .map((words) => sends<readonly string[] | null>(words.join(' '), words)),
  fc
    .array(word, { maxLength: 5 })
    .map((words) => sends<readonly string[] | null>(words, words, 'scope-shape')),
  fc
    .array(word, { minLength: 2, maxLength: 5 })
    .map((words) => sends<readonly string[] | null>(words.join(','), words, 'scope-shape')),
)

const refresh = fc.oneof(
  fc.constant(sends<string | null>(undefined, null)),
  visibleText.map((token) => sends<string | null>(token, token)),
  oneOf('', ' ', null, false).map((none) =>
    sends<string | null>(none, null, 'refresh-token-empty'),
  ),
)

/** An answer of which everything is known. */
export interface KnownAnswer {
  readonly type: string
  readonly text: string
  readonly hasMark: boolean
  readonly token: IssuedToken
  readonly deviations: readonly Deviation[]
}

export const bytesOf = ({ text, hasMark }: KnownAnswer) =>
  encoder.encode(hasMark ? `\ufeff${text}` : text)

const jsonTypes = ['application/json', 'application/json;charset=utf-8', 'application/vnd.x+json']
const otherTypes = [
  'text/html',
  'text/plain',
  'text/xml',
  '',
  'x',
  'application/x-www-form-urlencoded',
]

const extras = fc.dictionary(
  fc.string({ maxLength: 6 }).map((name) => `x-${name}`),
  fc.jsonValue({ maxDepth: 1 }),
  { maxKeys: 3 },
)

/** JSON that is right, or wrong in ways that are forgiven. */
export const forgivenAnswer: fc.Arbitrary<KnownAnswer> = fc
  .record({
    access: visibleText,
    type,
    life,
    scope,
    refresh,
    extras,
    style: oneOf('snake', 'snake', 'snake', 'camel', 'pascal', 'short'),
    isNested: fc.boolean(),
    mediaType: oneOf(...jsonTypes, ...otherTypes),
    hasMark: fc.boolean(),
    hasComma: fc.boolean(),
    space: oneOf(0, 2),
  })
  .map((made) => {
    const names = styles[made.style as keyof typeof styles]
    const members: [keyof typeof properNames, unknown][] = [
      ['access', made.access],
      ['type', made.type.sent],
      ['life', made.life.sent],
      ['refresh', made.refresh.sent],
      ['scope', made.scope.sent],
    ]
    const sent = members.filter(([, value]) => value !== undefined)
    const fields = {
      ...Object.fromEntries(sent.map(([key, value]) => [names[key], value])),
      ...made.extras,
    }
    const json = JSON.stringify(made.isNested ? { data: fields } : fields, null, made.space)
    const isRenamed = sent.some(([key]) => names[key] !== properNames[key])
    const noted = new Set<Deviation>([
      ...[made.type, made.life, made.scope, made.refresh].flatMap((field) => field.noted),
      ...(isRenamed ? (['member-names'] as const) : []),
      ...(made.isNested ? (['nested'] as const) : []),
      ...(Object.keys(made.extras).length > 0 ? (['extra-fields'] as const) : []),
      ...(jsonTypes.includes(made.mediaType) ? [] : (['content-type'] as const)),
      ...(made.hasMark ? (['byte-order-mark'] as const) : []),
      ...(made.hasComma ? (['trailing-comma'] as const) : []),
    ])
    return {
      type: made.mediaType,
      text: made.hasComma ? `${json.slice(0, -1)} ,\n}` : json,
      hasMark: made.hasMark,
      token: {
        accessToken: made.access,
        tokenType: made.type.means,
        refreshToken: made.refresh.means,
        scope: made.scope.means,
        expiresIn: made.life.means,
      },
      deviations: deviations.filter((deviation) => noted.has(deviation)),
    }
  })

/** Answers that must never be taken for a token: a right answer with one thing that spoils it. */
export const spoiledAnswer = fc
  .record({
    answer: forgivenAnswer,
    status: fc.constant(200),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    spoil: fc.oneof(
      oneOf('invalid_grant', 'invalid_client', 'access_denied').map((code) =>
        prepend({ error: code }),
      ),
      oneOf({ ok: false }, { error: true }, { success: false }).map(prepend),
      oneOf('mac', 'DPoP', 'pop', 'N_A', 'Basic', 'Bearer\u0000', 7, true).map((token_type) =>
        prepend({ token_type, TokenType: token_type, tokenType: token_type }),
      ),
      oneOf('a\nb', 'a b', '\t', 'é', '\u200b', 'a\u0000', '💶').map((bad) =>
        prepend({ 'access-token': bad }),
      ),
      oneOf('access_token', 'token_type', 'expires_in', 'refresh_token', 'scope', 'error').map(
        (name) => ({
          text: (text: string) => `{"${name}":null,"${name}":null,${text.trim().slice(1)}`,
        }),
      ),
      fc.integer({ min: 64, max: 300 }).map((depth) => ({
        text: (text: string) =>
          `{"x":${'['.repeat(depth)}${']'.repeat(depth)},${text.trim().slice(1)}`,
      })),
      oneOf('<html><body>', '<!doctype html>', '<p>', 'x', '/**/', '[', '"', '{', ")]}',\n").map(
        (start) => ({
          text: (text: string) => start + text,
        }),
      ),
      fc.constant({
        text: (text: string, at: number) => text.slice(0, Math.floor(at * (text.length - 1))),
      }),
      oneOf(0xff, 0xc0, 0x80, 0xfe, 0xed).map((byte) => ({ byte })),
      oneOf(100, 199, 300, 302, 400, 401, 403, 404, 429, 500, 503).map((status) => ({ status })),
    ),
  })
  .map(({ answer, at, spoil }) => {
    const isByte = 'byte' in spoil
    const spoilt = isByte ? prepend({ 'x-note': '' }) : spoil
    const text = 'text' in spoilt ? spoilt.text(answer.text, at) : answer.text
    const bytes = bytesOf({ ...answer, text })
    const inNote = '{"x-note":"'.length + (answer.hasMark ? 3 : 0)
    const cut = at < 0.5 ? inNote : Math.floor(at * bytes.length)
    return {
      status: 'status' in spoil ? spoil.status : 200,
      headers: { 'content-type': answer.type },
      // A lead byte before ASCII, or a follower after it, is no UTF-8 at any place.
      body: isByte
        ? new Uint8Array([...bytes.slice(0, cut), spoil.byte, 0x20, ...bytes.slice(cut)])
        : bytes,
    }
  })

function prepend(members: object) {
  const inner = JSON.stringify(members).slice(0, -1)
  return { text: (text: string) => `${inner},${text.trim().slice(1)}` }
}

const headers = fc.record({
  'content-type': fc.oneof(oneOf(...jsonTypes, ...otherTypes), fc.string({ maxLength: 20 })),
  'retry-after': fc.oneof(
    oneOf('5', '-1', 'Sat, 21 Nov 2026 12:00:00 GMT'),
    fc.string({ maxLength: 9 }),
  ),
  location: fc.oneof(oneOf('https://login.example/?x=1', '//', 'a:b'), fc.string({ maxLength: 9 })),
})

const status = fc.oneof(
  { weight: 4, arbitrary: oneOf(200, 200, 200, 201) },
  fc.integer({ min: 100, max: 999 }),
)

const nearlyRight = fc.oneof(
  fc.constantFrom<unknown[]>(
    'Bearer',
    'bearer',
    'mac',
    '3600',
    3600,
    -1,
    Number.MAX_VALUE,
    null,
    true,
    false,
    '',
    'invalid_grant',
    ' ',
  ),
  visibleText,
  fc.string({ maxLength: 6 }),
  fc.jsonValue({ maxDepth: 2 }),
)
const knownNames = oneOf(
  ...Object.values(styles).flatMap((names) => Object.values(names)),
  'error',
  'ok',
  'success',
  'code',
  'data',
  'issued_at',
  'expires_at',
  '__proto__',
  'x',
)

function edited(text: string, edits: readonly (readonly [number, number, string])[]): string {
  return edits.reduce((before, [at, removed, added]) => {
    const start = Math.floor(at * (before.length + 1))
    return before.slice(0, start) + added + before.slice(start + removed)
  }, text)
}
const edits = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.integer({ min: 0, max: 3 }),
    fc.oneof(
      oneOf('"', ',', '{', '}', '[', ']', ':', '\\', '<', '&', '='),
      fc.string({ maxLength: 2 }),
    ),
  ),
  { maxLength: 2 },
)

const members = fc.array(fc.tuple(knownNames, nearlyRight), { maxLength: 8 })
const jsonOf = (pairs: readonly (readonly [string, unknown])[]) =>
  `{${pairs.map(([name, value]) => `"${name}":${JSON.stringify(value) ?? 'null'}`).join(',')}}`

/** JSON with known names and all sorts of values, names repeated, nested, then scratched. */
export const jsonNoise = fc
  .record({ outer: members, inner: fc.option(members), edits, status, headers })
  .map(({ outer, inner, edits: scratches, ...rest }) => {
    const text = jsonOf(outer)
    const nested =
      inner === null
        ? text
        : `${text.slice(0, -1)}${outer.length > 0 ? ',' : ''}"data":${jsonOf(inner)}}`
    return { ...rest, body: encoder.encode(edited(nested, scratches)) }
  })

const soup = oneOf(
  ...['{', '}', '[', ']', ',', ':', ' ', '\n', '"', '\\', '\ufeff', 'null', '1e9', '<', '<html>'],
  ...['"access_token"', '"token_type"', '"a"', '"Bearer"', '"expires_in":', '"error":'],
  ...[
    'access_token',
    'token_type',
    'refresh_token',
    'error',
    '=',
    '&',
    '+',
    '%2B',
    '%ff',
    '%',
    'a',
    'Bearer',
  ],
  ...['access_token=a', '&token_type=bearer', '{"access_token":"a"', '"data":{'],
)

/** Bytes, scraps of JSON, of forms and of pages. */
export const byteNoise = fc.record({
  status,
  headers,
  body: fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(soup, { maxLength: 14 }).map((parts) => encoder.encode(parts.join(''))),
    fc
      .array(fc.tuple(knownNames, fc.oneof(visibleText, fc.string({ maxLength: 5 }))), {
        maxLength: 6,
      })
      .map((pairs) => encoder.encode(new URLSearchParams(pairs).toString())),
    fc
      .tuple(soup, fc.integer({ min: 0, max: 3000 }))
      .map(([part, times]) => encoder.encode(`{"access_token":"a",${part.repeat(times)}`)),
  ),
})
