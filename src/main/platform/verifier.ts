import type { Verifier } from '../engine/ports.ts'

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
