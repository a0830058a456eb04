import {
  constants,
  createHmac,
  createPrivateKey,
  type KeyObject,
  type SignKeyObjectInput,
  sign,
} from 'node:crypto'
import type { Signature, Signer, SigningKey } from '../../../src/main/engine/ports.ts'

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const kinds: Readonly<Record<string, readonly string[]>> = {
  rsa: ['RS256', 'PS256'],
  ec: ['ES256'],
  ed25519: ['EdDSA'],
}

function isSuitable(key: KeyObject, algorithm: string): boolean {
  const { modulusLength = 2048, namedCurve = 'prime256v1' } = key.asymmetricKeyDetails ?? {}
  const isOfKind = kinds[key.asymmetricKeyType ?? '']?.includes(algorithm) === true
  return isOfKind && modulusLength >= 2048 && namedCurve === 'prime256v1'
}

function signed(input: string, key: KeyObject, algorithm: string): Buffer {
  const hash = algorithm === 'EdDSA' ? null : 'sha256'
  const options: SignKeyObjectInput = { key, dsaEncoding: 'ieee-p1363' }
  if (algorithm === 'PS256') {
    options.padding = constants.RSA_PKCS1_PSS_PADDING
    options.saltLength = constants.RSA_PSS_SALTLEN_DIGEST
  }
  return sign(hash, Buffer.from(input), options)
}

function signatureOf(input: string, { algorithm, key, passphrase }: SigningKey): Buffer | string {
  if (algorithm === 'HS256') {
    return key === '' ? 'unsuitable' : createHmac('sha256', key).update(input).digest()
  }
  const isEncrypted = key.includes('ENCRYPTED')
  if (isEncrypted && passphrase === undefined) return 'passphrase-missing'
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey({ key, ...(isEncrypted ? { passphrase } : {}) })
  } catch {
    return isEncrypted ? 'passphrase-wrong' : 'unreadable'
  }
  return isSuitable(privateKey, algorithm) ? signed(input, privateKey, algorithm) : 'unsuitable'
}

/** Signs by Node's own functions, without jose. */
export function createFakeSigner(): Signer {
  return {
    signJwt: async ({ header, claims }, key): Promise<Signature> => {
      const input = `${encoded({ ...header, alg: key.algorithm })}.${encoded(claims)}`
      const signature = signatureOf(input, key)
      return typeof signature === 'string'
        ? ({ kind: 'key-unusable', reason: signature } as Signature)
        : { kind: 'signed', jwt: `${input}.${signature.toString('base64url')}` }
    },
  }
}
