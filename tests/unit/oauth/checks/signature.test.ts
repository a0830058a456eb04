import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fittingKeys,
  readKeySet,
  readSignedToken,
} from '../../../../src/main/oauth/checks/signature.ts'
import { seedOr, sized } from '../../../support/deep.ts'
import { encoded, jweOf, jwtOf } from '../../../support/tokens/make-token.ts'

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const claims = '{"iss":"https://auth.example","sub":"ada"}'
const headed = (header: object | string, payload = claims) =>
  readSignedToken(jwtOf(payload, typeof header === 'string' ? header : JSON.stringify(header)))
const not = (why: string) => ({ kind: 'not-checkable', why })

describe('a token', () => {
  it('says with which key it was signed', () => {
    expect(headed({ alg: 'RS256', kid: 'k1' })).toEqual({ kind: 'signed', alg: 'RS256', kid: 'k1' })
    expect(headed({ alg: 'EdDSA' })).toEqual({ kind: 'signed', alg: 'EdDSA', kid: null })
    // Numbers are no names.
    expect(headed({ alg: 'ES256', kid: 1 })).toMatchObject({ kid: null })
  })

  it('has no say in where the keys are', () => {
    const header = {
      alg: 'RS256',
      kid: 'k1',
      jku: 'https://evil.example/keys',
      x5u: 'https://evil.example/cert',
      jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
      x5c: ['AAAA'],
    }
    expect(headed(header)).toEqual({ kind: 'signed', alg: 'RS256', kid: 'k1' })
  })

  it.each([
    ['none', { alg: 'none' }, 'unsigned'],
    ['None', { alg: 'None' }, 'unsigned'],
    ['a shared secret', { alg: 'HS256' }, 'shared-secret'],
    ['an unknown algorithm', { alg: 'ES256K' }, 'algorithm'],
    ['the name of something in JavaScript', { alg: 'constructor' }, 'algorithm'],
    ['a number for the algorithm', { alg: 256 }, 'malformed'],
    ['an extension', { alg: 'RS256', crit: ['exp'], exp: 1 }, 'extension'],
    ['an empty list of extensions', { alg: 'RS256', crit: [] }, 'extension'],
    ['two algorithms', '{"alg":"RS256","alg":"none"}', 'malformed'],
  ])('with %s can’t be checked', (_, header, why) => {
    expect(headed(header)).toEqual(not(why))
  })

  it('that is opaque or encrypted can’t be checked', () => {
    expect(readSignedToken('f00dfeed')).toEqual(not('opaque'))
    expect(readSignedToken(jweOf('{"alg":"RSA-OAEP","enc":"A256GCM"}'))).toEqual(not('encrypted'))
    expect(readSignedToken(`${encoded('{"alg":"RS256"}')}.${encoded(claims)}.`)).toEqual(
      not('unsigned'),
    )
  })

  it.each([
    'https://sts.windows.net/tenant/',
    'https://login.microsoftonline.com/tenant/v2.0',
    'https://login.microsoftonline.us/tenant/v2.0',
  ])('of %s with a nonce in its header is for Microsoft alone to check', (iss) => {
    const payload = JSON.stringify({ iss })
    expect(headed({ alg: 'RS256', kid: 'k', nonce: 'n' }, payload)).toEqual(not('microsoft'))
    expect(headed({ alg: 'RS256', kid: 'k' }, payload)).toMatchObject({ kind: 'signed' })
  })

  it('of another issuer is checked in spite of a nonce', () => {
    for (const iss of ['https://auth.example', 'https://sts.windows.net.evil.example/']) {
      const header = { alg: 'RS256', nonce: 'n' }
      expect(headed(header, JSON.stringify({ iss }))).toMatchObject({ kind: 'signed' })
    }
  })
})

const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB' }
const ec = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }

describe('a set of keys', () => {
  it('is read without private parts, and without keys for other uses', () => {
    const keys = [
      { ...rsa, kid: 'a', alg: 'RS256', use: 'sig', d: 'private', p: 'private' },
      { ...rsa, kid: 'b', use: 'enc' },
      { ...rsa, kid: 'c', key_ops: ['encrypt'] },
      { ...ec, kid: 'd', key_ops: ['verify'] },
      'noise',
      null,
    ]
    expect(readKeySet(bytes({ keys }))).toEqual([
      { kid: 'a', alg: 'RS256', key: rsa },
      { kid: 'd', alg: null, key: ec },
    ])
  })

  it.each(['', '[]', '{}', '{"keys":{}}', 'keys', '{"keys":'])('is not %j', (text) => {
    expect(readKeySet(bytes(text))).toBeNull()
  })

  const published = readKeySet(
    bytes({
      keys: [
        { ...rsa, kid: 'r1' },
        { ...rsa, kid: 'r2', alg: 'PS256' },
        { ...ec, kid: 'e1' },
        { ...ec, crv: 'P-384', kid: 'e2' },
        { kty: 'OKP', crv: 'Ed25519', x: 'AA', alg: 'Ed25519', kid: 'o1' },
        { kty: 'oct', k: 'AA', kid: 's1' },
      ],
    }),
  )
  const count = (alg: string, kid: string | null) =>
    fittingKeys(published ?? [], { kind: 'signed', alg, kid }).keys.length

  it('offers the key of the name, and of the kind that the algorithm takes', () => {
    expect(count('RS256', 'r1')).toBe(1)
    expect(count('RS256', 'r2')).toBe(0)
    expect(count('RS256', 'e1')).toBe(0)
    expect(count('RS256', 'other')).toBe(0)
    expect(count('EdDSA', 'o1')).toBe(1)
  })

  it('offers all that fit to a token that names none', () => {
    expect(count('RS256', null)).toBe(1)
    expect(count('PS256', null)).toBe(2)
    expect(count('ES256', null)).toBe(1)
    expect(count('ES512', null)).toBe(0)
  })

  it('offers keys without a name, without saying that it is theirs', () => {
    const nameless = readKeySet(bytes({ keys: [rsa, rsa] })) ?? []
    expect(fittingKeys(nameless, { kind: 'signed', alg: 'RS256', kid: 'k1' })).toMatchObject({
      keys: [rsa, rsa],
      areNamed: false,
    })
  })
})

it('any text is read as a token and as keys without an error', () => {
  const header = fc.dictionary(
    fc.constantFrom('alg', 'kid', 'crit', 'nonce', 'b64', 'jku', 'typ'),
    fc.oneof(fc.constantFrom('RS256', 'none', 'HS256', '__proto__'), fc.jsonValue()),
  )
  const token = fc.oneof(
    fc.string(),
    header.map((each) => jwtOf(claims, JSON.stringify(each))),
  )
  const jwk = fc.dictionary(
    fc.constantFrom('kty', 'n', 'e', 'kid', 'alg', 'use', 'key_ops'),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(token, fc.array(jwk), (text, keys) => {
      const signed = readSignedToken(text)
      const read = readKeySet(bytes({ keys })) ?? []
      if (signed.kind === 'signed') fittingKeys(read, signed)
      for (const { key } of read) {
        expect(Object.values(key).every((each) => typeof each === 'string')).toBe(true)
      }
    }),
    { seed: seedOr(20_261_203), numRuns: sized({ usual: 500, deep: 10_000 }) },
  )
})
