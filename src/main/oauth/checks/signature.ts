import type { UncheckableReason } from '../../../shared/token-checks.ts'
import { decodeText } from '../formats/encodings.ts'
import { isObject, readJsonObject } from '../formats/json.ts'
import { readJwt } from '../jwt/jwt.ts'

/** A public key as a server publishes it (RFC 7517 §4), reduced to what a verification needs. */
export type PublicKey = Readonly<Record<string, string>>

/** A key with the members by which it is chosen. */
export interface PublishedKey {
  readonly kid: string | null
  readonly alg: string | null
  readonly key: PublicKey
}

/** The signed token, as far as its header says how it is checked. */
export type SignedToken =
  | { readonly kind: 'signed'; readonly alg: string; readonly kid: string | null }
  | { readonly kind: 'not-checkable'; readonly why: UncheckableReason }

const entraIssuer =
  /^https:\/\/(?:sts\.windows\.net|sts\.chinacloudapi\.cn|login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|windows\.net))\//

/** RFC 7518 §3.1 and RFC 8037 §3.1: the kind of key that an algorithm takes. */
const keyKinds: Readonly<Record<string, { readonly kty: string; readonly crv?: string }>> = {
  RS256: { kty: 'RSA' },
  RS384: { kty: 'RSA' },
  RS512: { kty: 'RSA' },
  PS256: { kty: 'RSA' },
  PS384: { kty: 'RSA' },
  PS512: { kty: 'RSA' },
  ES256: { kty: 'EC', crv: 'P-256' },
  ES384: { kty: 'EC', crv: 'P-384' },
  ES512: { kty: 'EC', crv: 'P-521' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
  Ed25519: { kty: 'OKP', crv: 'Ed25519' },
}

const kindOf = (alg: string) => (Object.hasOwn(keyKinds, alg) ? keyKinds[alg] : undefined)

/**
 * Reads how a token is signed. Where a public key proves nothing, or no key fits, it says why. Of
 * the header's own keys and addresses (`jwk`, `jku`, `x5u`, `x5c`) nothing is used: the maker of
 * a false token writes them too (RFC 7515 §10).
 */
export function readSignedToken(token: string): SignedToken {
  const not = (why: UncheckableReason) => ({ kind: 'not-checkable', why }) as const
  const contents = readJwt(token, 0)
  if (contents.format !== 'jwt') return not(contents.format)
  const { header, claims, notes } = contents
  if (header.some(({ repeated }) => repeated)) return not('malformed')
  const memberOf = (name: string) => header.find((each) => each.name === name)?.value
  const alg = memberOf('alg')
  if (notes.includes('unsigned')) return not('unsigned')
  if (typeof alg !== 'string') return not('malformed')
  if (/^HS\d/.test(alg)) return not('shared-secret')
  const issuer = claims.find(({ name }) => name === 'iss')?.value
  if (memberOf('nonce') !== undefined && typeof issuer === 'string' && entraIssuer.test(issuer)) {
    return not('microsoft')
  }
  // RFC 7515 §4.1.11: an extension that is not understood makes the signature invalid to us.
  if (memberOf('crit') !== undefined) return not('extension')
  if (kindOf(alg) === undefined) return not('algorithm')
  const kid = memberOf('kid')
  return { kind: 'signed', alg, kid: typeof kid === 'string' ? kid : null }
}

const publicMembers = ['kty', 'crv', 'n', 'e', 'x', 'y'] as const

function mayVerify(jwk: Readonly<Record<string, unknown>>): boolean {
  const { use, key_ops: operations } = jwk
  if (use !== undefined && use !== 'sig') return false
  return !Array.isArray(operations) || operations.includes('verify')
}

/** A set of more keys is none that a server publishes. */
const maxKeys = 200

/** Returns the members of a JSON object; `null` for anything else. */
function membersOf(body: Uint8Array) {
  const reading = readJsonObject(decodeText(body) ?? '')
  return reading.kind === 'object' ? reading.members : null
}

/** Reads a set of keys (RFC 7517 §5); `null` if it is none. Unknown keys are left out. */
export function readKeySet(body: Uint8Array): readonly PublishedKey[] | null {
  const keys = membersOf(body)?.get('keys')
  if (!Array.isArray(keys)) return null
  return keys.slice(0, maxKeys).flatMap((jwk: unknown) => {
    if (!isObject(jwk) || !mayVerify(jwk)) return []
    const { kid, alg } = jwk
    const key = Object.fromEntries(
      publicMembers.flatMap((name) => {
        const value = jwk[name]
        return typeof value === 'string' ? [[name, value]] : []
      }),
    )
    return {
      kid: typeof kid === 'string' ? kid : null,
      alg: typeof alg === 'string' ? alg : null,
      key,
    }
  })
}

const isEdwards = (alg: string) => alg === 'EdDSA' || alg === 'Ed25519'
const isSameAlg = (one: string, other: string) =>
  one === other || (isEdwards(one) && isEdwards(other))

/**
 * Chooses the keys that may have made a signature: those with its `kid`, or where it names none,
 * all that fit its algorithm. A key without a `kid` may be any.
 */
export function fittingKeys(
  keys: readonly PublishedKey[],
  { alg, kid }: Extract<SignedToken, { kind: 'signed' }>,
): { readonly keys: readonly PublicKey[]; readonly areNamed: boolean } {
  const kind = kindOf(alg)
  const fitting = keys.filter(
    (each) =>
      each.key['kty'] === kind?.kty &&
      (kind?.crv === undefined || each.key['crv'] === kind.crv) &&
      (each.alg === null || isSameAlg(each.alg, alg)),
  )
  const named = fitting.filter((each) => each.kid === kid)
  if (kid === null) return { keys: fitting.map(({ key }) => key), areNamed: true }
  if (named.length > 0) return { keys: named.map(({ key }) => key), areNamed: true }
  return {
    keys: fitting.filter((each) => each.kid === null).map(({ key }) => key),
    areNamed: false,
  }
}
