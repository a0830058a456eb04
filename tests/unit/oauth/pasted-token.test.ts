import { describe, expect, it } from 'vitest'
import { readJwt } from '../../../src/main/oauth/jwt.ts'
import { readPasted } from '../../../src/main/oauth/pasted-token.ts'
import { encoded, jweOf, jwtOf } from '../../support/tokens/make-token.ts'
import { standardTokens } from '../../support/tokens/standard-tokens.ts'

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
      expect(readPasted(lines, now)).toEqual(readJwt(printed, now))
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
    ['a sentence', 'not a token', 9],
  ])('is opaque, as long as what counts of it: %s', (_, text, length) => {
    expect(readPasted(text, now)).toEqual({ format: 'opaque', length })
  })
})
