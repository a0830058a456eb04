import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { compactVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Signer, SigningAlgorithm } from '../../../src/main/engine/ports.ts'

export interface SignerUnderTest {
  readonly signer: Signer
  stop(): Promise<void>
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const shortRsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const ed25519 = generateKeyPairSync('ed25519')
const secret = 'a client secret of more than 32 bytes'
const passphrase = 'seven quiet herons'

const pkcs8 = ({ privateKey }: { readonly privateKey: KeyObject }) =>
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const encrypted = rsa.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
  .toString()
const olderEncrypted = rsa.privateKey
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase })
  .toString()

type Case = readonly [
  what: string,
  algorithm: SigningAlgorithm,
  key: string,
  publicKey: KeyObject | Uint8Array,
  passphrase: string | undefined,
]

const cases: readonly Case[] = [
  ['RS256 by PKCS #8', 'RS256', pkcs8(rsa), rsa.publicKey, undefined],
  [
    'RS256 by PKCS #1',
    'RS256',
    rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    rsa.publicKey,
    undefined,
  ],
  ['RS256 by an encrypted PKCS #8', 'RS256', encrypted, rsa.publicKey, passphrase],
  ['RS256 by an encrypted PKCS #1', 'RS256', olderEncrypted, rsa.publicKey, passphrase],
  ['PS256', 'PS256', pkcs8(rsa), rsa.publicKey, undefined],
  ['ES256 by PKCS #8', 'ES256', pkcs8(p256), p256.publicKey, undefined],
  [
    'ES256 by SEC 1',
    'ES256',
    p256.privateKey.export({ type: 'sec1', format: 'pem' }).toString(),
    p256.publicKey,
    undefined,
  ],
  ['EdDSA by Ed25519', 'EdDSA', pkcs8(ed25519), ed25519.publicKey, undefined],
  ['HS256', 'HS256', secret, new TextEncoder().encode(secret), undefined],
  ['RS256 with a passphrase that is not needed', 'RS256', pkcs8(rsa), rsa.publicKey, 'not needed'],
]

const jwt = {
  header: { kid: 'key-1', typ: 'JWT' },
  claims: { iss: 'the-client', sub: 'the-client', aud: 'https://auth.example', exp: 1_900_000_000 },
}

export function describeSigner(name: string, start: () => Promise<SignerUnderTest>): void {
  describe(`signer: ${name}`, () => {
    let under: SignerUnderTest | undefined
    beforeAll(async () => {
      under = await start()
    })
    afterAll(() => under?.stop())
    const signer = (): Signer => {
      if (under === undefined) throw new Error('used before the tests began')
      return under.signer
    }

    it.each(cases)('signs %s', async (_, algorithm, key, publicKey, phrase) => {
      const signature = await signer().signJwt(jwt, {
        algorithm,
        key,
        ...(phrase === undefined ? {} : { passphrase: phrase }),
      })
      if (signature.kind !== 'signed') return expect.fail(signature.reason)
      const { payload, protectedHeader } = await compactVerify(signature.jwt, publicKey)
      expect(protectedHeader).toEqual({ ...jwt.header, alg: algorithm })
      expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(jwt.claims)
    })

    it('signs with the algorithm of the key, not of the header', async () => {
      const { header, claims } = jwt
      const signature = await signer().signJwt(
        { header: { ...header, alg: 'none' }, claims },
        { algorithm: 'HS256', key: secret },
      )
      if (signature.kind !== 'signed') return expect.fail(signature.reason)
      const { protectedHeader } = await compactVerify(
        signature.jwt,
        new TextEncoder().encode(secret),
      )
      expect(protectedHeader.alg).toBe('HS256')
    })

    it.each<readonly [string, SigningAlgorithm, string, string | undefined, string]>([
      ['a text that is no key', 'RS256', 'hello', undefined, 'unreadable'],
      ['an empty text', 'ES256', '', undefined, 'unreadable'],
      [
        'a public key',
        'RS256',
        rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        undefined,
        'unreadable',
      ],
      ['a damaged key', 'RS256', pkcs8(rsa).replace('MII', 'AAA'), undefined, 'unreadable'],
      ['no passphrase', 'RS256', encrypted, undefined, 'passphrase-missing'],
      ['no passphrase for PKCS #1', 'RS256', olderEncrypted, undefined, 'passphrase-missing'],
      ['another passphrase', 'RS256', encrypted, 'another', 'passphrase-wrong'],
      ['another passphrase for PKCS #1', 'RS256', olderEncrypted, 'another', 'passphrase-wrong'],
      ['a short RSA key', 'RS256', pkcs8(shortRsa), undefined, 'unsuitable'],
      ['an EC key for RS256', 'RS256', pkcs8(p256), undefined, 'unsuitable'],
      ['an RSA key for ES256', 'ES256', pkcs8(rsa), undefined, 'unsuitable'],
      ['another curve', 'ES256', pkcs8(p384), undefined, 'unsuitable'],
      ['an RSA key for EdDSA', 'EdDSA', pkcs8(rsa), undefined, 'unsuitable'],
      ['an empty secret', 'HS256', '', undefined, 'unsuitable'],
    ])('does not sign with %s', async (_, algorithm, key, phrase, reason) => {
      const signature = await signer().signJwt(jwt, {
        algorithm,
        key,
        ...(phrase === undefined ? {} : { passphrase: phrase }),
      })
      expect(signature).toEqual({ kind: 'key-unusable', reason })
    })
  })
}
