import fc from 'fast-check'
import { UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { isJwt, jwtExpiry, readJwt } from '../../../src/main/oauth/jwt.ts'
import { tokenContents } from '../../../src/shared/token.ts'

const part = (text: string) => Buffer.from(text).toString('base64url')
const jwtOf = (claims: string, header = '{"alg":"HS256","typ":"JWT"}') =>
  `${part(header)}.${part(claims)}.${part('signature')}`

describe('a JWT', () => {
  it('shows header and claims in their order, times as dates', () => {
    const token = jwtOf('{"sub":"ada","exp":1767229200,"iat":1767225600.5,"aud":["a","b"]}')
    expect(readJwt(token)).toEqual({
      format: 'jwt',
      header: [
        { name: 'alg', value: 'HS256', date: null },
        { name: 'typ', value: 'JWT', date: null },
      ],
      claims: [
        { name: 'sub', value: 'ada', date: null },
        { name: 'exp', value: 1767229200, date: 1767229200000 },
        { name: 'iat', value: 1767225600.5, date: 1767225600500 },
        { name: 'aud', value: ['a', 'b'], date: null },
      ],
    })
  })

  it.each(['exp', 'nbf', 'iat', 'auth_time', 'updated_at'])('%s is a date', (name) => {
    expect(readJwt(jwtOf(`{"${name}":1}`))).toMatchObject({ claims: [{ date: 1000 }] })
  })

  it('a date that is none is a mere value', () => {
    for (const value of ['"1767229200"', '1e300', '-1e300', 'null', '[1]']) {
      const token = jwtOf(`{"exp":${value}}`)
      expect(readJwt(token)).toMatchObject({ format: 'jwt', claims: [{ name: 'exp', date: null }] })
      expect(jwtExpiry(token)).toBeNull()
    }
  })

  it('without a signature is one as well (RFC 7519 §6)', () => {
    const token = new UnsecuredJWT({ sub: 'ada' }).encode()
    expect(isJwt(token)).toBe(true)
  })

  it('ends when it says', () => {
    expect(jwtExpiry(jwtOf('{"exp":1767229200}'))).toBe(1767229200000)
    expect(jwtExpiry(jwtOf('{}'))).toBeNull()
    expect(jwtExpiry('opaque')).toBeNull()
  })
})

describe('opaque is', () => {
  const object = part('{}')
  it.each([
    ['a word', 'abcdef'],
    ['two parts', `${object}.${object}`],
    ['five parts, which are encrypted', `${object}.${object}.a.b.c`],
    ['a header that is no object', `${part('[]')}.${object}.a`],
    ['claims that are no object', `${object}.${part('"x"')}.a`],
    ['no JSON', `${object}.${part('{')}.a`],
    ['no UTF-8', `${object}.${Buffer.from([0x22, 0xff, 0x22]).toString('base64url')}.a`],
    ['standard base64', `${object}.e30=.a`],
    ['spaces', `${object}. ${object}.a`],
    ['an empty part', `.${object}.a`],
    ['nesting without end', jwtOf(`{"a":${'['.repeat(70)}${']'.repeat(70)}}`)],
  ])('%s', (_, token) => {
    expect(readJwt(token)).toEqual({ format: 'opaque', length: token.length })
    expect(isJwt(token)).toBe(false)
  })
})

describe('whatever stands in a token', () => {
  it('is read without a crash and fits what the window accepts', () => {
    const text = fc.oneof(fc.json(), fc.string())
    const any = fc.oneof(
      fc.tuple(text, text).map(([header, claims]) => jwtOf(claims, header)),
      fc.string({ minLength: 1 }),
      fc
        .array(fc.base64String(), { minLength: 1, maxLength: 6 })
        .map((parts) => `${parts.join('.')}x`),
    )
    fc.assert(fc.property(any, (token) => void tokenContents.parse(readJwt(token))))
  })
})
