import { UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { jwtExpiry, jwtIssuedAt, readJwt, tokenFormat } from '../../../../src/main/oauth/jwt/jwt.ts'
import type { Claim, TokenContents } from '../../../../src/shared/token.ts'
import { encoded, jweOf, jwtOf } from '../../../support/tokens/make-token.ts'
import { standardTokens } from '../../../support/tokens/standard-tokens.ts'

const now = Date.UTC(2026, 0, 15)
const seconds = now / 1000

function read(token: string): Extract<TokenContents, { format: 'jwt' }> {
  const contents = readJwt(token, now)
  if (contents.format !== 'jwt') throw new Error(`read as ${contents.format}`)
  return contents
}
const notesOf = (claims: string, header?: string) => read(jwtOf(claims, header)).notes
const claimIn = (claims: string): Claim | undefined => read(jwtOf(claims)).claims[0]
const asObject = (claims: readonly Claim[]) =>
  Object.fromEntries(claims.map(({ name, value }) => [name, value]))

describe('a token that a standard prints is read as printed:', () => {
  it.each(standardTokens)('$where', ({ token, format, header, claims, notes }) => {
    const contents = readJwt(token, now)
    expect(contents).toMatchObject({ format, notes })
    expect(tokenFormat(token)).toBe(format)
    if (contents.format === 'opaque') throw new Error('nothing was read')
    expect(asObject(contents.header)).toEqual(header)
    expect(asObject(contents.format === 'jwt' ? contents.claims : [])).toEqual(claims)
  })
})

describe('a JWT', () => {
  it('shows header and claims in their order, times as dates', () => {
    const token = jwtOf('{"sub":"ada","1":true,"exp":1767229200,"aud":["a","b"]}')
    const plain = { exactly: null, repeated: false, date: null }
    expect(readJwt(token, now)).toEqual({
      format: 'jwt',
      header: [
        { name: 'alg', value: 'HS256', ...plain },
        { name: 'typ', value: 'JWT', ...plain },
      ],
      claims: [
        { name: 'sub', value: 'ada', ...plain },
        { name: '1', value: true, ...plain },
        { name: 'exp', value: 1767229200, ...plain, date: 1767229200000 },
        { name: 'aud', value: ['a', 'b'], ...plain },
      ],
      notes: [],
    })
  })

  it.each(['none', 'None', 'NONE', 'nOnE'])('with alg %s is not signed', (alg) => {
    expect(notesOf('{}', `{"alg":"${alg}"}`)).toEqual(['unsigned'])
  })

  it('without a signature is not signed, with any alg', () => {
    expect(read(`${encoded('{"alg":"RS256"}')}.${encoded('{}')}.`).notes).toEqual(['unsigned'])
    expect(read(new UnsecuredJWT({ sub: 'ada' }).encode()).notes).toEqual(['unsigned'])
  })

  it('may stand on padding or on the other alphabet of base64', () => {
    const part = (text: string) => Buffer.from(text).toString('base64')
    const token = `${part('{"alg":"ES256"}')}.${part('{"name":"¿¿¿>>>"}')}.c2ln`
    expect(token).toMatch(/[+/].*=/)
    expect(asObject(read(token).claims)).toEqual({ name: '¿¿¿>>>' })
  })
})

describe('a payload without claims is noted, and the header shown:', () => {
  it.each([
    ['a text', 'Hello', 'payload-not-json'],
    ['a list', '[1]', 'payload-not-json'],
    ['half an object', '{"a":1', 'payload-not-json'],
    ['a comma too many', '{"a":1,}', 'payload-not-json'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'payload-not-utf8'],
    ['half a surrogate pair', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'payload-not-utf8'],
    ['65 levels', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`, 'payload-too-deep'],
    ['a million levels', '{"a":'.repeat(200_000), 'payload-too-deep'],
    ['5001 values', `{"a":[${'1,'.repeat(5000)}1]}`, 'payload-too-large'],
  ])('%s', (_, payload, note) => {
    expect(read(jwtOf(payload))).toMatchObject({
      header: [{ name: 'alg' }, { name: 'typ' }],
      claims: [],
      notes: [note],
    })
  })

  it('one that is not base64url', () => {
    expect(read(`${encoded('{"alg":"ES256"}')}.a$b.c2ln`).notes).toEqual(['payload-not-json'])
    expect(read(`${encoded('{"alg":"ES256"}')}.abcde.c2ln`).notes).toEqual(['payload-not-json'])
  })

  it('and the next token is read as ever', () => {
    expect(read(jwtOf(Uint8Array.of(0x7b, 0xc3))).notes).toEqual(['payload-not-utf8'])
    expect(read(jwtOf('{"name":"Zoë"}'))).toMatchObject({ claims: [{ value: 'Zoë' }] })
  })

  it('but 64 levels and a mebibyte are read', () => {
    const deep = `${'{"a":'.repeat(64)}1${'}'.repeat(64)}`
    expect(notesOf(deep)).toEqual([])
    expect(claimIn(`{"a":"${'x'.repeat(1_048_576)}"}`)?.value).toHaveLength(1_048_576)
  })
})

describe('a payload that is not encoded (RFC 7797)', () => {
  const header = encoded('{"alg":"HS256","b64":false,"crit":["b64"]}')

  it('is read as it stands, even with dots in it', () => {
    const contents = read(`${header}.{"iss":"https://a.example","v":1.5}.c2ln`)
    expect(contents.notes).toEqual(['payload-not-encoded'])
    expect(asObject(contents.claims)).toEqual({ iss: 'https://a.example', v: 1.5 })
  })

  it('is none where the header does not make it critical (§6)', () => {
    const careless = encoded('{"alg":"HS256","b64":false}')
    expect(read(`${careless}.${encoded('{"iss":"x"}')}.c2ln`).notes).toEqual([])
  })
})

describe('numbers are shown exactly:', () => {
  it.each([
    ['beyond 2^53', '12345678901234567890'],
    ['one beyond 2^53', '9007199254740993'],
    ['negative', '-9007199254740993'],
    ['with more digits than JavaScript keeps', '0.12345678901234567890'],
    ['too large for JavaScript', '1e400'],
    ['too small for JavaScript', '1e-400'],
    ['in a list', '[1, 12345678901234567890]'],
    ['deep inside', '{"a": {"b": [9007199254740993]}}'],
  ])('%s', (_, source) => {
    expect(claimIn(`{ "n" : ${source} , "m" : 1 }`)?.exactly).toBe(source)
  })

  it.each(['0', '-1', '1.5', '9007199254740992', '1767225600', '1e5', '0.1', '1.0', '1E-7'])(
    '%s needs no more than JavaScript has',
    (source) => expect(claimIn(`{"n":${source}}`)?.exactly).toBeNull(),
  )

  it('digits inside a text are no number', () => {
    expect(claimIn('{"n":"12345678901234567890, \\"9007199254740993"}')?.exactly).toBeNull()
  })

  it('a value that JavaScript can not hold has its own text only', () => {
    expect(claimIn('{"n":[1e400]}')).toMatchObject({ value: null, exactly: '[1e400]' })
    const source = '{"__proto__":{"admin":true}}'
    expect(claimIn(`{"n":${source}}`)).toMatchObject({ value: null, exactly: source })
  })
})

describe('repeated names', () => {
  it('are all shown and marked', () => {
    const { claims, notes } = read(jwtOf('{"sub":"a","iss":"b","s\\u0075b":"c"}'))
    expect(claims.map(({ name, value, repeated }) => [name, value, repeated])).toEqual([
      ['sub', 'a', true],
      ['iss', 'b', false],
      ['sub', 'c', true],
    ])
    expect(notes).toEqual(['repeated-names'])
  })

  it('are noted in the header of any token', () => {
    expect(notesOf('{}', '{"alg":"HS256","alg":"none"}')).toEqual(['unsigned', 'repeated-names'])
    expect(readJwt(jweOf('{"alg":"dir","enc":"A256GCM","enc":"x"}'), now)).toMatchObject({
      format: 'encrypted',
      notes: ['repeated-names'],
    })
  })

  it('inside of a claim show its own text', () => {
    const source = '{"role":"user","role":"admin"}'
    expect(claimIn(`{"cnf":[${source}]}`)).toMatchObject({
      exactly: `[${source}]`,
      repeated: false,
    })
    expect(notesOf(`{"cnf":[${source}]}`)).toEqual(['repeated-names'])
    expect(notesOf('{"a":[{"x":1},{"x":1}],"b":{"x":1}}')).toEqual([])
  })
})

describe('a date', () => {
  it.each(['exp', 'nbf', 'iat', 'auth_time', 'updated_at', 'toe'])('stands in %s', (name) => {
    expect(claimIn(`{"${name}":1}`)?.date).toBe(1000)
  })

  const earlier = seconds - 60
  it.each([
    ['a float', `${earlier}.25`, now - 59_750],
    ['with an exponent', '1.7e9', 1_700_000_000_000],
  ])('may be %s', (_, source, date) => {
    expect(read(jwtOf(`{"iat":${source}}`))).toMatchObject({ claims: [{ date }], notes: [] })
  })

  it.each([
    ['text', `"${seconds}"`, now],
    ['text with a fraction', `"${seconds}.5"`, now + 500],
    ['milliseconds', `${now}`, now],
    ['milliseconds as text', `"${now}"`, now],
    ['a date in UTC', '"2026-01-15T00:00:00Z"', now],
    ['a date elsewhere', '"2026-01-15T01:30:00.250+01:30"', now + 250],
    ['negative', '-86400', -86_400_000],
    ['0, which may mean never', '0', 0],
    ['a date without its zone', '"2026-01-15T00:00:00"', null],
    ['a day that does not exist', '"2026-02-29T00:00:00Z"', null],
    ['a word', '"tomorrow"', null],
    ['null', 'null', null],
    ['a list', '[1]', null],
  ])('that is %s is unusual', (_, source, date) => {
    expect(read(jwtOf(`{"updated_at":${source}}`))).toMatchObject({
      claims: [{ date }],
      notes: ['unusual-dates'],
    })
  })

  it.each([
    ['the year 10000', '253402300800'],
    ['thirteen nines', '9999999999999'],
    ['nanoseconds', '1768435200000000000'],
    ['before the year 0', '-62167219201'],
    ['1e300', '1e300'],
    ['1e400', '1e400'],
    ['-1e400', '-1e400'],
  ])('that is %s is in no calendar', (_, source) => {
    const token = jwtOf(`{"exp":${source}}`)
    expect(read(token)).toMatchObject({ claims: [{ date: null }], notes: ['impossible-dates'] })
    expect(jwtExpiry(token)).toBeNull()
  })

  it('may be the last second of the year 9999, and the first of the year 0', () => {
    expect(claimIn('{"exp":253402300799}')?.date).toBe(253_402_300_799_000)
    expect(claimIn('{"exp":-62167219200}')?.date).toBe(-62_167_219_200_000)
  })

  it('of a start in the future is noted, with a minute for clocks that differ', () => {
    expect(notesOf(`{"nbf":${seconds + 61}}`)).toEqual(['not-yet-valid'])
    expect(notesOf(`{"nbf":${seconds + 60}}`)).toEqual([])
    expect(notesOf(`{"nbf":"${seconds + 3600}"}`)).toEqual(['not-yet-valid', 'unusual-dates'])
  })

  it('of an expiry before the time of issue is noted', () => {
    expect(notesOf('{"iat":1700000001,"exp":1700000000}')).toEqual(['ends-before-issued'])
    expect(notesOf('{"iat":1700000000,"exp":1700000000}')).toEqual([])
  })
})

describe('when a JWT begins and ends', () => {
  it('is its exp', () => {
    const token = jwtOf('{"exp":1767229200,"iat":"1767225600"}')
    expect(jwtExpiry(token)).toBe(1767229200000)
    expect(jwtIssuedAt(token)).toBe(1767225600000)
  })

  it('is unknown if exp is missing or repeated', () => {
    for (const token of ['opaque', jwtOf('{}'), jwtOf('{"exp":1,"exp":2,"iat":1,"iat":1}')]) {
      expect([jwtExpiry(token), jwtIssuedAt(token)]).toEqual([null, null])
    }
  })
})

describe('an encrypted token', () => {
  it('shows its header and nothing else', () => {
    expect(readJwt(jweOf('{"alg":"dir","enc":"A256GCM","exp":1767229200}'), now)).toEqual({
      format: 'encrypted',
      header: [
        { name: 'alg', value: 'dir', exactly: null, repeated: false, date: null },
        { name: 'enc', value: 'A256GCM', exactly: null, repeated: false, date: null },
        { name: 'exp', value: 1767229200, exactly: null, repeated: false, date: 1767229200000 },
      ],
      notes: [],
    })
  })
})

describe('opaque is', () => {
  const header = encoded('{"alg":"HS256"}')
  it.each([
    ['nothing', ''],
    ['a word', 'abcdef'],
    ['two parts', `${header}.${header}`],
    ['four parts', `${header}.a.b.c`],
    ['six parts', `${header}.a.b.c.d.e`],
    ['a header that is no object', `${encoded('[]')}.${encoded('{}')}.a`],
    ['a header that is no JSON', `${encoded('{')}.${encoded('{}')}.a`],
    ['a header that is no UTF-8', `${encoded(Uint8Array.of(0xff))}.${encoded('{}')}.a`],
    ['a header too deep', jwtOf('{}', `{"alg":${'['.repeat(70)}${']'.repeat(70)}}`)],
    ['a signed text of another kind', `${encoded('{"user":1}')}.Zm9v.c2ln`],
    ['an empty header', `.${header}.a`],
  ])('%s', (_, token) => {
    expect(readJwt(token, now)).toEqual({ format: 'opaque', length: token.length })
    expect(tokenFormat(token)).toBe('opaque')
  })
})
