import { generateKeyPairSync, type KeyObject, type SignKeyObjectInput, sign } from 'node:crypto'
import { encoded } from './make-token.ts'

/** A key of a server that a test plays: signs tokens, and is published. */
export interface TestKey {
  readonly jwk: Readonly<Record<string, string>>
  sign(claims: object, header?: object): string
}

function keyOf(privateKey: KeyObject, publicKey: KeyObject, alg: string, kid?: string): TestKey {
  const named = kid === undefined ? {} : { kid }
  const jwk = { ...(publicKey.export({ format: 'jwk' }) as Record<string, string>), ...named }
  return {
    jwk,
    sign: (claims, header = {}) => {
      const first = encoded(JSON.stringify({ alg, ...named, ...header }))
      const input = `${first}.${encoded(JSON.stringify(claims))}`
      const key: SignKeyObjectInput = { key: privateKey, dsaEncoding: 'ieee-p1363' }
      return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
    },
  }
}

export function makeEcKey(kid?: string): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return keyOf(privateKey, publicKey, 'ES256', kid)
}

export function makeRsaKey(kid?: string): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return keyOf(privateKey, publicKey, 'RS256', kid)
}
