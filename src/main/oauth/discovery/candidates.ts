import { wholeAddress } from '../../../shared/api-address.ts'
import type { FieldProblem } from '../../../shared/field-problem.ts'
import { addressProblem, hasPartToFillIn } from '../../../shared/token-endpoint.ts'

/** An address where a server may publish its settings. */
export interface Candidate {
  readonly address: string
  /** The issuers that the document may name, the most likely first; none: any. */
  readonly issuers: readonly string[]
  /** The person typed the issuer, so a difference in its last slash is worth a word. */
  readonly isIssuerTyped: boolean
  /** Issuers that are looked for at other addresses, where this one is only a guess. */
  readonly otherGuesses?: readonly string[]
}

export type Candidates =
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'refused'; readonly problem: FieldProblem }

/** Requests that one typed address may cause. */
export const maxCandidates = 12

const openIdConnect = '/.well-known/openid-configuration'
const oauth = '/.well-known/oauth-authorization-server'

interface Address {
  /** Scheme and authority as typed: a URL class would add slashes, and issuers are compared. */
  readonly origin: string
  readonly path: string
  /** With its question mark. */
  readonly query: string
}

const withoutSlashes = (text: string) => text.replace(/\/+$/, '')

function partsOf(address: string): Address | null {
  const match = /^(https?:\/\/[^/?#\\]+)([^?#]*)(\?[^#]*)?/i.exec(address)
  if (match === null) return null
  const [, origin = '', path = '', query = ''] = match
  return { origin, path, query }
}

/** Completes what people leave away: `https://`, or `http://` on this computer. */
function withScheme(typed: string): string {
  if (wholeAddress(typed) === typed) return typed
  const plain = `http://${typed}`
  return addressProblem(plain) === undefined ? plain : wholeAddress(typed)
}

function problemOf(address: string): FieldProblem | undefined {
  if (/[\s\p{Cc}\\]/u.test(address)) return 'not-a-url'
  if (hasPartToFillIn(address)) return 'part-to-fill-in'
  return addressProblem(address)
}

/** Returns the issuer in the address of a document; `null` if the address has none of the suffixes. */
function issuerOfDocument({ origin, path }: Address): string | null {
  for (const suffix of [openIdConnect, oauth]) {
    const at = path.indexOf(suffix)
    if (at < 0) continue
    const rest = path.slice(at + suffix.length)
    if (rest !== '' && !rest.startsWith('/')) continue
    // RFC 8414 §3.1 puts the path of the issuer after it, OpenID Connect Discovery §4 before it.
    return `${origin}${path.slice(0, at)}${withoutSlashes(rest)}`
  }
  return null
}

/** Path of an endpoint of a known product, and the paths of the issuers that it may belong to. */
const knownPaths: readonly (readonly [endpoint: RegExp, issuers: readonly string[]])[] = [
  // Keycloak
  [/^(.*\/realms\/[^/]+)\/protocol\/openid-connect(?:\/.*)?$/i, ['$1']],
  // Entra ID, also with a policy of Azure AD B2C before `oauth2`
  [/^(\/.+)\/oauth2\/v2\.0\/[^/]+\/?$/i, ['$1/v2.0']],
  // Okta with an authorization server of the customer, and without
  [/^(.*\/oauth2\/[^/]+)\/v1\/[^/]+\/?$/i, ['$1']],
  [/^\/oauth2\/v1\/[^/]+\/?$/i, ['']],
]

/** The same for hosts of Entra ID, whose paths say little. */
const microsoftPaths: typeof knownPaths = [
  [/^(\/[^/]+)\/oauth2\/[^/]+\/?$/i, ['$1', '$1/v2.0']],
  [/^(\/[^/]+)\/?$/i, ['$1/v2.0', '$1']],
  [/^\/?$/, ['/common/v2.0']],
]

const isMicrosoftSignIn = (origin: string) =>
  /^https:\/\/login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|windows\.net)$/i.test(
    origin,
  )

/** The last part of a path that names an endpoint, not an issuer. */
const endpointName =
  /\/(?:authori[sz]e|authori[sz]ation|auth|token|login|sign-?in|device|device[-_]?code|device[-_]authori[sz]ation|userinfo|revoke|introspect|par|jwks|keys|certs)(?:\.\w+)?\/?$/i

/** Paths of issuers that an endpoint may belong to: the nearest folders, and the host. */
function foldersAbove(path: string): readonly string[] {
  const [, ...names] = withoutSlashes(path).split('/')
  const above = names.slice(0, -1).map((_, index) => `/${names.slice(0, index + 1).join('/')}`)
  return [...above.reverse().slice(0, 2), '']
}

/** Returns the issuers that an address may belong to if it is the address of an endpoint. */
function issuersOfEndpoint({ origin, path }: Address): readonly string[] {
  const paths = isMicrosoftSignIn(origin) ? [...knownPaths, ...microsoftPaths] : knownPaths
  for (const [endpoint, issuers] of paths) {
    const match = endpoint.exec(path)
    if (match === null) continue
    return issuers.map((issuer) => origin + issuer.replace('$1', match[1] ?? ''))
  }
  if (!endpointName.test(path)) return []
  return foldersAbove(path).map((folder) => origin + folder)
}

/**
 * Returns the places of an issuer's document: OpenID Connect Discovery §4 appends a suffix, RFC 8414
 * §3.1 inserts one after the host, and some servers do either with the suffix of the other.
 */
function placesOf(issuer: string): readonly string[] {
  const { origin, path } = partsOf(issuer) ?? { origin: issuer, path: '' }
  const folder = withoutSlashes(path)
  return [
    `${origin}${folder}${openIdConnect}`,
    `${origin}${oauth}${folder}`,
    `${origin}${openIdConnect}${folder}`,
    `${origin}${folder}${oauth}`,
  ]
}

/** The same with a slash at the end, which a few servers need where the issuer has one. */
const placesWithSlash = (issuer: string) => placesOf(issuer).map((address) => `${address}/`)

function candidatesOf(address: Address): readonly Candidate[] {
  const { origin, path, query } = address
  const typed = `${origin}${path}`
  const fromDocument = issuerOfDocument(address)
  if (fromDocument !== null || /\/\.well-known\/|\.json$/i.test(path)) {
    const issuers = fromDocument === null ? [] : [fromDocument]
    const others = issuers.flatMap(placesOf)
    return [`${typed}${query}`, ...others].map((each) => ({
      address: each,
      issuers,
      isIssuerTyped: false,
    }))
  }
  const guesses = issuersOfEndpoint(address)
  if (guesses.length === 0) {
    const places = [...placesOf(typed), ...placesWithSlash(typed)]
    return places.map((each) => ({ address: each, issuers: [typed], isIssuerTyped: true }))
  }
  const guessed = guesses.flatMap((issuer) =>
    placesOf(issuer).map((each) => ({
      address: each,
      // An issuer may end like an endpoint.
      issuers: [issuer, typed],
      isIssuerTyped: false,
      otherGuesses: guesses,
    })),
  )
  const [asTyped = typed] = placesOf(typed)
  return [...guessed, { address: asTyped, issuers: [typed], isIssuerTyped: false }]
}

/**
 * Returns where to look for the settings of the server that a person typed: an issuer, a host, the
 * address of a document, or that of an endpoint. In the order of the attempts, each address once.
 */
export function candidatesFor(text: string): Candidates {
  const [typed = ''] = text.trim().split('#')
  const address = withScheme(typed)
  const problem = typed === '' ? 'required' : problemOf(address)
  if (problem !== undefined) return { kind: 'refused', problem }
  const parts = partsOf(address)
  if (parts === null) return { kind: 'refused', problem: 'not-a-url' }
  const all = candidatesOf(parts)
  const addresses = all.map((each) => each.address)
  const candidates = all.filter((each, index) => addresses.indexOf(each.address) === index)
  return { kind: 'candidates', candidates: candidates.slice(0, maxCandidates) }
}
