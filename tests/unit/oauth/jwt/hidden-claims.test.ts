import { describe, expect, it } from 'vitest'
import { withoutSecrets } from '../../../../src/main/oauth/jwt/hidden-claims.ts'
import { readJwt } from '../../../../src/main/oauth/jwt/jwt.ts'
import { encodings } from '../../../support/corpus/leaks.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const secret = 'Correct-Horse-Battery-9'
const secrets = [
  { name: 'password', value: secret },
  { name: 'header X-Pin', value: '4711' },
]

function shown(claims: object, header: object = { alg: 'RS256' }) {
  const contents = readJwt(`${part(header)}.${part(claims)}.c2ln`, 0)
  return withoutSecrets(contents, secrets)
}

const claimsOf = (contents: ReturnType<typeof shown>) =>
  contents.format === 'jwt' ? contents.claims.map(({ name, value }) => [name, value]) : null

describe('the contents of a token', () => {
  it('shows no secret of the profile, wherever in it a server put one', () => {
    const contents = shown(
      { sub: 'ann', pwd: secret, list: ['a', secret], deep: { [secret]: { x: `p=${secret}!` } } },
      { alg: 'RS256', kid: secret },
    )
    expect(JSON.stringify(contents)).not.toContain('Horse')
    expect(claimsOf(contents)).toContainEqual(['sub', 'ann'])
    expect(claimsOf(contents)).toContainEqual(['pwd', '[password, 23 characters]'])
  })

  it('shows none in another encoding, in a number or in the text of a value', () => {
    const encode = encodings['base64'] ?? String
    expect(JSON.stringify(shown({ a: encode(secret) }))).not.toContain(encode(secret))
    expect(JSON.stringify(shown({ pin: 4711 }))).not.toContain('4711')
    expect(JSON.stringify(shown({ pin: 'x4711x' }))).not.toContain('4711')
    const twice = `{"a":{"b":1,"b":"${secret}"}}`
    const token = `${part({ alg: 'RS256' })}.${Buffer.from(twice).toString('base64url')}.c2ln`
    const contents = withoutSecrets(readJwt(token, 0), secrets)
    expect(JSON.stringify(contents)).not.toContain('Horse')
  })

  it('stays as it is where it shows none', () => {
    const token = `${part({ alg: 'RS256' })}.${part({ sub: 'ann', exp: 1, roles: ['a'] })}.c2ln`
    const contents = readJwt(token, 0)
    expect(withoutSecrets(contents, secrets)).toEqual(contents)
    expect(withoutSecrets({ format: 'opaque', length: 3 }, secrets)).toEqual({
      format: 'opaque',
      length: 3,
    })
  })
})
