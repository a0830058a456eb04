import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { CompactSign } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Verifier } from '../../../src/main/engine/ports.ts'

export interface VerifierUnderTest {
  readonly verifier: Verifier
  stop(): Promise<void>
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const shortRsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' })
const ed25519 = generateKeyPairSync('ed25519')

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

const publicOf = ({ publicKey }: Pair) =>
  publicKey.export({ format: 'jwk' }) as Record<string, string>

const sign = ({ privateKey }: Pair, alg: string) =>
  new CompactSign(new TextEncoder().encode('{"sub":"ada"}'))
    .setProtectedHeader({ alg })
    .sign(privateKey)

const cases: readonly (readonly [algorithm: string, pair: Pair])[] = [
  ['RS256', rsa],
  ['RS384', rsa],
  ['RS512', rsa],
  ['PS256', rsa],
  ['PS384', rsa],
  ['PS512', rsa],
  ['ES256', p256],
  ['ES384', p384],
  ['ES512', p521],
  ['EdDSA', ed25519],
  ['Ed25519', ed25519],
]

/** Changes one bit in the middle of the last part. */
function broken(jws: string): string {
  const start = jws.lastIndexOf('.') + 1
  const signature = Buffer.from(jws.slice(start), 'base64url')
  const at = signature.length >> 1
  signature[at] = (signature[at] ?? 0) ^ 1
  return jws.slice(0, start) + signature.toString('base64url')
}

export function describeVerifier(name: string, start: () => Promise<VerifierUnderTest>): void {
  describe(`verifier: ${name}`, () => {
    let under: VerifierUnderTest | undefined
    beforeAll(async () => {
      under = await start()
    })
    afterAll(() => under?.stop())
    const verify: Verifier['verify'] = (...call) => {
      if (under === undefined) throw new Error('used before the tests began')
      return under.verifier.verify(...call)
    }

    it.each(cases)('knows a %s signature from a false one', async (algorithm, pair) => {
      const jws = await sign(pair, algorithm)
      expect(await verify(jws, publicOf(pair), algorithm)).toBe('genuine')
      expect(await verify(broken(jws), publicOf(pair), algorithm)).toBe('not-genuine')
      const [head, , tail] = jws.split('.')
      const changed = [head, Buffer.from('{"sub":"eve"}').toString('base64url'), tail].join('.')
      expect(await verify(changed, publicOf(pair), algorithm)).toBe('not-genuine')
    })

    it('does not take another key of the same kind', async () => {
      expect(await verify(await sign(rsa, 'RS256'), publicOf(otherRsa), 'RS256')).toBe(
        'not-genuine',
      )
    })

    it('refuses the signature of an elliptic curve that has another length', async () => {
      const jws = await sign(p256, 'ES256')
      expect(await verify(`${jws}AAAA`, publicOf(p256), 'ES256')).toBe('not-genuine')
    })

    it.each([
      ['a key of another kind', publicOf(p256), 'RS256'],
      ['a curve of another algorithm', publicOf(p384), 'ES256'],
      ['a key that is too short', publicOf(shortRsa), 'RS256'],
      ['a key without its numbers', { kty: 'RSA' }, 'RS256'],
      ['a key of noise', { kty: 'EC', crv: 'P-256', x: 'AAAA', y: '!' }, 'ES256'],
    ])('can’t use %s', async (_, key, algorithm) => {
      const jws = await sign(algorithm === 'RS256' ? rsa : p256, algorithm)
      expect(await verify(jws, key, algorithm)).toBe('key-unusable')
    })

    it('says that a text is no signed token', async () => {
      const jws = await sign(rsa, 'RS256')
      expect(await verify(`${jws.slice(0, -4)}!§!`, publicOf(rsa), 'RS256')).toBe('malformed')
      expect(await verify(`${jws}.more`, publicOf(rsa), 'RS256')).toBe('malformed')
    })
  })
}
