import { encoded, jwtOf } from './make-token.ts'

const mebibyte = 1_048_576
/** So many bytes become a mebibyte of base64url. */
const room = mebibyte * 0.75 - 100

const fill = (unit: string, size = room) => unit.repeat(Math.floor(size / unit.length))
const list = (unit: string) => jwtOf(`{"a":[${fill(unit)}1]}`)

/** Texts of a mebibyte, each made to be slow in its own way. */
export const hugeTokens: Readonly<Record<string, string>> = {
  'one long text': jwtOf(`{"a":"${'x'.repeat(room)}"}`),
  'escaped quotation marks': jwtOf(`{"a":"${fill('\\"')}"}`),
  backslashes: jwtOf(`{"a":"${fill('\\\\')}"}`),
  'a list of digits': list('1,'),
  'a list of floats': list('1.5,'),
  'a list of large numbers': list('12345678901234567891,'),
  'a list of exponents': list('1e305,'),
  'a list of objects': list('{"a":1},'),
  'a list of lists': list('[],'),
  'lists in lists': list(`${'['.repeat(60)}${']'.repeat(60)},`),
  'one number': jwtOf(`{"exp":${'9'.repeat(room)}}`),
  'one number as text': jwtOf(`{"exp":"${'9'.repeat(room)}"}`),
  'one name over and over': jwtOf(`{${fill('"a":1,')}"a":1}`),
  'as many values as are read, and a text': jwtOf(
    `{${'"a":{"b":1},'.repeat(1600)}"c":"${'x'.repeat(room - 20_000)}"}`,
  ),
  'as many large numbers as are read': jwtOf(`{"a":[${fill(`${'7'.repeat(159)},`)}1]}`),
  'brackets without end': jwtOf('['.repeat(room)),
  'zero bytes': jwtOf(new Uint8Array(room)),
  'a header': `${encoded(`{"alg":"none","x":[${fill('1,')}1]}`)}..`,
  'a payload as it stands': `${encoded('{"alg":"HS256","b64":false,"crit":["b64"]}')}.{"a":"${fill('a.', mebibyte)}"}.c`,
  padding: `${encoded('{"alg":"HS256"}')}.${'='.repeat(mebibyte)}.c`,
  dots: '.'.repeat(mebibyte),
  'beginnings of tokens': fill('ey', mebibyte),
  'beginnings of tokens, with dots': fill('eyA.', mebibyte),
  'tokens without sense': fill('eyJ.a.b ', mebibyte),
  'small tokens': fill(`${encoded('{"a":1}')}.a.b `, mebibyte),
  'the word Bearer': fill('Bearer ', mebibyte),
  'quotation marks': `${'"'.repeat(mebibyte)}x`,
  spaces: ' '.repeat(mebibyte),
  'invisible characters': '\u200b'.repeat(mebibyte),
}
