import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Verifier } from '../../../src/main/engine/ports.ts'

const kinds: Readonly<Record<string, { readonly type: string; readonly curve?: string }>> = {
  RS: { type: 'rsa' },
  PS: { type: 'rsa' },
  ES256: { type: 'ec', curve: 'prime256v1' },
  ES384: { type: 'ec', curve: 'secp384r1' },
  ES512: { type: 'ec', curve: 'secp521r1' },
  Ed: { type: 'ed25519' },
}

function isSuitable(key: KeyObject, algorithm: string): boolean {
  const kind = kinds[algorithm] ?? kinds[algorithm.slice(0, 2)]
  const { modulusLength = 2048, namedCurve } = key.asymmetricKeyDetails ?? {}
  const isOfKind = key.asymmetricKeyType === kind?.type
  return isOfKind && modulusLength >= 2048 && (kind?.curve ?? namedCurve) === namedCurve
}

function isSignedBy(key: KeyObject, algorithm: string, input: string, signature: Buffer): boolean {
  const hash = algorithm.startsWith('Ed') ? null : `sha${algorithm.slice(2)}`
  const padding = algorithm.startsWith('PS')
    ? {
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      }
    : {}
  return verify(hash, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363', ...padding }, signature)
}

/** Verifies by Node's own functions, without jose. */
export function createFakeVerifier(): Verifier {
  return {
    verify: async (jws, jwk, algorithm) => {
      let key: KeyObject
      try {
        key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
      } catch {
        return 'key-unusable'
      }
      if (!isSuitable(key, algorithm)) return 'key-unusable'
      const end = jws.lastIndexOf('.')
      const encoded = jws.slice(end + 1)
      if (jws.split('.').length !== 3 || !/^[\w-]*$/.test(encoded)) return 'malformed'
      const signature = Buffer.from(encoded, 'base64url')
      return isSignedBy(key, algorithm, jws.slice(0, end), signature) ? 'genuine' : 'not-genuine'
    },
  }
}
