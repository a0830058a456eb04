import { describe, expect, it } from 'vitest'
import { readJwt } from '../../../../src/main/oauth/jwt/jwt.ts'
import { readPasted } from '../../../../src/main/oauth/jwt/pasted-token.ts'
import { timeOf } from '../../../support/pace/time-of.ts'
import { encoded, jweOf, jwtOf } from '../../../support/tokens/make-token.ts'
import { standardTokens } from '../../../support/tokens/standard-tokens.ts'

const now = Date.UTC(2026, 0, 15)
const token = jwtOf('{"iss":"https://login.example","sub":"ada lovelace"}')
const other = jwtOf('{"iss":"other"}')
const wrapped = (text: string, lineBreak: string) =>
  text.replace(/.{20}/g, (line) => `${line}${lineBreak}`)

describe('a pasted token is read', () => {
  it.each([
    ['alone', token],
    ['after Bearer', `Bearer ${token}`],
    ['after bearer', `bearer   ${token}`],
    ['as a header', `Authorization: Bearer ${token}`],
    ['as a header without spaces', `authorization:Bearer ${token}`],
    ['as a quoted header', `"Authorization: Bearer ${token}",`],
    ['in quotes', `"${token}"`],
    ['in single quotes', `'${token}';`],
    ['in typographic quotes', `“${token}”`],
    ['in backticks', `\`${token}\``],
    ['with space around it', `\n\t ${token} \r\n`],
    ['broken into lines', wrapped(token, '\n')],
    ['broken into lines as a mail does', `> Bearer\r\n${wrapped(token, '\r\n')}`.slice(2)],
    ['with indented lines', wrapped(token, '\n    ')],
    ['with invisible characters', `\ufeff${wrapped(token, '\u200b')}\u00a0`],
    ['as a member of JSON', `"access_token": "${token}",`],
    ['as a whole answer', `{"id_token":"${other}","access_token":"${token}","expires_in":60}`],
    ['as a line of YAML', `access_token: ${token}`],
    ['as an address', `https://app.example/#access_token=${token}&token_type=bearer`],
    ['as a command', `curl -H 'Authorization: Bearer ${token}' https://api.example/x`],
    ['in a sentence', `My token is ${token}. Can you read it?`],
  ])('%s', (_, text) => {
    expect(readPasted(text, now)).toEqual(readJwt(token, now))
  })

  it('when it is encrypted', () => {
    const jwe = jweOf('{"alg":"dir","enc":"A256GCM"}')
    for (const text of [`Bearer ${wrapped(jwe, '\n')}`, `{"access_token": "${jwe}"}`]) {
      expect(readPasted(text, now)).toEqual(readJwt(jwe, now))
    }
  })

  it('with the spaces of a payload that is not encoded', () => {
    const header = encoded('{"alg":"HS256","b64":false,"crit":["b64"]}')
    expect(readPasted(`Bearer ${header}.{"sub":"ada lovelace"}.c2ln\n`, now)).toMatchObject({
      claims: [{ name: 'sub', value: 'ada lovelace' }],
    })
  })

  it('as the standards print them, line by line', () => {
    for (const { token: printed } of standardTokens) {
      const lines = wrapped(printed.replaceAll('.', '.\n'), '\n     ')
      // Before any of them ended.
      expect(readPasted(lines, 0)).toEqual(readJwt(printed, 0))
    }
  })
})

describe('a pasted text that can not be read', () => {
  it.each([
    ['nothing', '', 0],
    ['space', ' \n ', 0],
    ['an opaque token after Bearer', 'Bearer  0123 4567', 8],
    ['an opaque token in quotes', '"01234567",', 8],
    ['quotes only', '""""', 0],
    ['an opaque token in lines', 'abcdefghij\nklmnopqrst\n', 20],
    ['an opaque token in indented lines', 'abcdefghij\n  klmnopqrst', 20],
    ['an opaque token in pieces', '0123 4567 89ab cdef', 16],
    ['a token in a sentence', `My token is ${'a1b2'.repeat(12)}`, 57],
    ['half of an answer', '{"access_token":"0123', 21],
    ['an answer without a token', '{"access_token":""}', 19],
    ['an answer with something before it', 'x{"access_token":"01234567"}', 28],
  ])('is opaque, as long as what counts of it: %s', (_, text, length) => {
    expect(readPasted(text, now)).toEqual({ format: 'opaque', length })
  })
})

describe('a pasted text that is no token alone', () => {
  const opaque = '0123456789abcdef0123456789abcdef'

  it.each([
    ['in one line', `{"access_token":"${opaque}","token_type":"Bearer","expires_in":60}`],
    [
      'in lines',
      `\ufeff {\r\n  "token_type": "Bearer",\r\n  "access_token" : "${opaque}"\r\n}\r\n`,
    ],
    ['as a script prints it', `{'access_token': '${opaque}', 'expires_in': 60}`],
    ['with a token for the app itself', `{"access_token":"${opaque}","id_token":"${token}"}`],
  ])('is a server’s answer, of which nothing comes back: %s', (_, text) => {
    expect(readPasted(text, now)).toEqual({ format: 'answer' })
  })

  it('is read where the answer’s token can be', () => {
    const text = `{"access_token":"Bearer ${token}","id_token":"${other}"}`
    expect(readPasted(text, now)).toEqual(readJwt(token, now))
  })

  it.each([
    'not a token',
    'Please paste the token here.',
    'Where do I find it? I asked Bob at 10 o’clock',
    'Bearer tokens are great',
    '{ "error": "invalid_client", "error_description": "no such client" }',
    'une clé secrète',
  ])('is words: %s', (text) => {
    expect(readPasted(text, now)).toEqual({ format: 'words' })
  })
})

describe('the end of a pasted token', () => {
  const notesAt = (at: number, claims: string) => {
    const contents = readPasted(`Bearer ${jwtOf(claims)}`, at)
    return contents.format === 'jwt' ? contents.notes : null
  }
  const claims = `{"nbf":${now / 1000 + 3600},"exp":${now / 1000}}`

  it('is noted once it has passed, by the clock of this computer', () => {
    expect(notesAt(now - 1, claims)).toEqual(['not-yet-valid'])
    expect(notesAt(now, claims)).toEqual(['not-yet-valid', 'ended'])
    expect(notesAt(now, '{"exp":1,"exp":2}')).toEqual(['repeated-names'])
    expect(notesAt(now, '{}')).toEqual([])
  })

  it('is not the only thing by which a wrong clock shows: it may begin in the future', () => {
    const issuedAt = (at: number) => `{"iat":${at / 1000}}`
    expect(notesAt(now, issuedAt(now + 61_000))).toEqual(['issued-in-future'])
    expect(notesAt(now, issuedAt(now + 60_000))).toEqual([])
    expect(readJwt(jwtOf(issuedAt(now + 61_000)), now)).toMatchObject({ notes: [] })
  })

  it('is not noted for a profile’s own token, whose expiry follows the server’s clock', () => {
    expect(readJwt(jwtOf(claims), now)).toMatchObject({ notes: ['not-yet-valid'] })
  })
})

it.each([
  ['schemes in a row', 'Bearerey'],
  ['beginnings of tokens', 'ey.'],
  ['beginnings of answers', '{"access_token":'],
  ['words', 'word. '],
])('a long text of %s is read in a time that grows with its length', (_, part) => {
  const text = part.repeat(99_000 / part.length)
  expect(timeOf(() => readPasted(text, now), 500)).toBeLessThan(500)
})
