import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { Signature, Signer, SigningAlgorithm, SigningKey, Verifier } from '../engine/ports.ts'

type Unusable = Extract<Signature, { kind: 'key-unusable' }>['reason']

/** RFC 7518 §3.3: "A key of size 2048 bits or larger MUST be used". */
const minRsaBits = 2048

function readPem({ key, passphrase }: SigningKey): KeyObject | Unusable {
  const isEncrypted = key.includes('ENCRYPTED')
  if (isEncrypted && passphrase === undefined) return 'passphrase-missing'
  try {
    return createPrivateKey({ key, format: 'pem', ...(isEncrypted ? { passphrase } : {}) })
  } catch (cause) {
    // BoringSSL and OpenSSL name a wrong passphrase differently; about one in 250 decrypts to
    // noise. An unsupported cipher has `UNSUPPORTED` in its code in both.
    const { code = '' } = cause as NodeJS.ErrnoException
    return isEncrypted && !code.includes('UNSUPPORTED') ? 'passphrase-wrong' : 'unreadable'
  }
}

function fits(algorithm: SigningAlgorithm, key: KeyObject): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = key
  switch (algorithm) {
    case 'RS256':
    case 'PS256':
      return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= minRsaBits
    case 'ES256':
      return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1'
    case 'EdDSA':
      return asymmetricKeyType === 'ed25519'
    default:
      return false
  }
}

function keyFor(signingKey: SigningKey): KeyObject | Uint8Array | Unusable {
  if (signingKey.algorithm === 'HS256') {
    return signingKey.key === '' ? 'unsuitable' : new TextEncoder().encode(signingKey.key)
  }
  const key = readPem(signingKey)
  if (typeof key === 'string') return key
  return fits(signingKey.algorithm, key) ? key : 'unsuitable'
}

/** Signs by jose, which is loaded with the first signature and not when the app starts. */
export function createSigner(): Signer {
  return {
    signJwt: async ({ header, claims }, signingKey) => {
      const key = keyFor(signingKey)
      if (typeof key === 'string') return { kind: 'key-unusable', reason: key }
      const { CompactSign } = await import('jose')
      const payload = new TextEncoder().encode(JSON.stringify(claims))
      const jwt = await new CompactSign(payload)
        .setProtectedHeader({ ...header, alg: signingKey.algorithm })
        .sign(key)
      return { kind: 'signed', jwt }
    },
  }
}

/** Verifies by jose, which is loaded with the first signature and not when the app starts. */
export function createVerifier(): Verifier {
  return {
    verify: async (jws, key, algorithm) => {
      const { compactVerify, errors, importJWK } = await import('jose')
      let publicKey: Awaited<ReturnType<typeof importJWK>>
      try {
        publicKey = await importJWK({ ...key }, algorithm)
      } catch {
        return 'key-unusable'
      }
      try {
        await compactVerify(jws, publicKey, { algorithms: [algorithm] })
        return 'genuine'
      } catch (cause) {
        if (cause instanceof errors.JWSSignatureVerificationFailed) return 'not-genuine'
        if (cause instanceof errors.JWSInvalid) return 'malformed'
        // RFC 7518 §3.3: jose refuses short keys, and keys of another kind.
        return 'key-unusable'
      }
    },
  }
}
