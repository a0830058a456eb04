import type { ClientAuthentication } from '../../../shared/client-authentication/index.ts'
import type { FieldProblem } from '../../../shared/field-problem.ts'
import { codeChallengeMethods, responseModes } from '../../../shared/grants/authorization-code.ts'
import { type GrantKind, grantKinds, grants } from '../../../shared/grants/facts.ts'
import {
  type FoundEndpoint,
  type FoundSettings,
  type MetadataWarning,
  maxTypedAddress,
  type NoMetadataReason,
} from '../../../shared/server-metadata.ts'
import { addressProblem, hasPartToFillIn } from '../../../shared/token-endpoint.ts'
import { shownPlace } from '../errors/shown-evidence.ts'
import { decodeText } from '../formats/encodings.ts'
import { isWebPage } from '../formats/html.ts'
import { readJsonObject } from '../formats/json.ts'
import type { Candidate } from './candidates.ts'
import { compareIssuer, type IssuerMatch } from './issuer.ts'

/** Bytes. The documents of servers have 1 to 20 KB. */
export const maxMetadata = 256 * 1024

export type MetadataReading =
  | {
      readonly kind: 'found'
      readonly settings: FoundSettings
      readonly warnings: readonly MetadataWarning[]
    }
  | {
      readonly kind: 'issuer-mismatch'
      readonly document: string
      readonly expected: string
      readonly issuer: string
    }
  | { readonly kind: 'no-metadata'; readonly reason: NoMetadataReason }

type Members = ReadonlyMap<string, unknown>

/** The members that name addresses (RFC 8414 §2, RFC 8628 §4, RFC 9126 §5). */
const endpointMembers: Readonly<Record<FoundEndpoint, string>> = {
  tokenEndpoint: 'token_endpoint',
  authorizationEndpoint: 'authorization_endpoint',
  deviceAuthorizationEndpoint: 'device_authorization_endpoint',
  pushedAuthorizationRequestEndpoint: 'pushed_authorization_request_endpoint',
  revocationEndpoint: 'revocation_endpoint',
  introspectionEndpoint: 'introspection_endpoint',
  userinfoEndpoint: 'userinfo_endpoint',
  jwksUri: 'jwks_uri',
}
const endpointNames = Object.keys(endpointMembers) as FoundEndpoint[]

/** The members of which a repetition makes a document ambiguous. */
const membersThatCount: readonly string[] = ['issuer', ...Object.values(endpointMembers)]

/** Methods by the names of RFC 7591 §2, the one to suggest first. */
const authentications: Readonly<Record<string, ClientAuthentication>> = {
  // RFC 6749 §2.3.1: every server must take it from a client with a secret.
  client_secret_basic: { method: 'basic', encoding: 'form' },
  client_secret_post: { method: 'body' },
  none: { method: 'none' },
}

const maxListed = 1000
const maxScopes = 300

/** Returns the texts of a list, or of a text with spaces, which some servers publish instead. */
function textsIn(members: Members, name: string): readonly string[] | null {
  const value = members.get(name)
  if (typeof value === 'string') return value.split(' ').filter((each) => each !== '')
  if (!Array.isArray(value)) return null
  const texts = value.slice(0, maxListed).filter((each) => typeof each === 'string')
  return [...new Set(texts)]
}

/** Returns those of `known` that a list names, in the order of `known`; `null`: there is no list. */
function listed<Name extends string>(
  members: Members,
  name: string,
  known: readonly Name[],
): Name[] | null {
  const texts = textsIn(members, name)
  return texts === null ? null : known.filter((each) => texts.includes(each))
}

const hostOf = (address: string) => new URL(address).host
const isHttps = (address: string) => new URL(address).protocol === 'https:'

/** Returns why an address of the document can't be used. */
function endpointProblem(address: unknown, document: string): FieldProblem | undefined {
  if (typeof address !== 'string') return 'not-a-url'
  if (/[\s\p{Cc}\\]/u.test(address) || hasPartToFillIn(address)) return 'not-a-url'
  const problem = addressProblem(address)
  // Plain http is for this computer, which a server elsewhere knows nothing about.
  if (problem === undefined && isHttps(document) && !isHttps(address)) return 'not-https'
  return problem
}

interface Endpoints {
  readonly server: Partial<Record<FoundEndpoint, string>>
  readonly warnings: readonly MetadataWarning[]
}

/**
 * Returns the addresses that can be used, and a warning for each that can't. Where pushed
 * authorization requests are optional, those without them have fewer ways to fail.
 */
function readEndpoints(members: Members, document: string): Endpoints {
  const isPushing = members.get('require_pushed_authorization_requests') === true
  const server: Partial<Record<FoundEndpoint, string>> = {}
  const warnings: MetadataWarning[] = []
  for (const endpoint of endpointNames) {
    const address = members.get(endpointMembers[endpoint])
    if (address === undefined || address === null || address === '') continue
    if (endpoint === 'pushedAuthorizationRequestEndpoint' && !isPushing) continue
    const problem = endpointProblem(address, document)
    if (problem === undefined) server[endpoint] = String(address)
    else warnings.push({ kind: 'endpoint-refused', endpoint, problem })
  }
  return { server, warnings }
}

/** Returns a warning for each host that is neither one of `own` nor below it. */
function otherHosts({ server }: Endpoints, own: readonly string[]): readonly MetadataWarning[] {
  const byHost = new Map<string, FoundEndpoint[]>()
  for (const endpoint of endpointNames) {
    const address = server[endpoint]
    if (address === undefined) continue
    const host = hostOf(address)
    if (own.some((each) => host === each || host.endsWith(`.${each}`))) continue
    byHost.set(host, [...(byHost.get(host) ?? []), endpoint])
  }
  return [...byHost].map(([host, endpoints]) => ({ kind: 'other-host', host, endpoints }))
}

/** Returns the grants of this app that the server offers. */
function grantsOffered(members: Members, server: Endpoints['server']): GrantKind[] {
  const names = textsIn(members, 'grant_types_supported')
  return grantKinds.filter((kind) => {
    const { wireName, endpoints } = grants[kind]
    if (endpoints.some((endpoint) => server[endpoint] === undefined)) return false
    // Servers that name an endpoint of its own for a grant often forget it in the list.
    if (endpoints.some((endpoint) => endpoint === 'deviceAuthorizationEndpoint')) return true
    // RFC 8414 §2: without a list, authorization codes.
    return names === null ? endpoints.length > 0 : names.includes(wireName)
  })
}

/** RFC 6749 §3.3 */
const scope = /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/

const issuerWarnings = (
  match: IssuerMatch,
  issuer: string,
  isIssuerTyped: boolean,
): readonly MetadataWarning[] => {
  if (match === 'any-tenant') return [{ kind: 'any-tenant' }]
  if (match === 'tenant-number') return [{ kind: 'tenant-number', issuer }]
  if (match === 'not-compared') return [{ kind: 'issuer-not-compared', issuer }]
  return match === 'slash' && isIssuerTyped ? [{ kind: 'issuer-slash', issuer }] : []
}

/**
 * Returns the issuer for the settings. One of any tenant stands for all of them by the name in the
 * address, because a template is no address.
 */
function keptIssuer(issuer: string, match: IssuerMatch, document: string): string | null {
  if (match !== 'any-tenant') return issuer
  const [, tenant] = /^https:\/\/[^/]+\/(common|organizations)\/(?:v2\.0\/)?\./.exec(document) ?? []
  return tenant === undefined ? null : issuer.replace('{tenantid}', tenant)
}

function settingsOf(
  members: Members,
  { address, isIssuerTyped }: Candidate,
  issuer: string,
  match: IssuerMatch,
): MetadataReading {
  const endpoints = readEndpoints(members, address)
  const { server } = endpoints
  const kept = keptIssuer(issuer, match, address)
  const methods = textsIn(members, 'token_endpoint_auth_methods_supported')
  const challenges = listed(members, 'code_challenge_methods_supported', codeChallengeMethods)
  // RFC 8414 §2: without a list, `client_secret_basic`.
  const names = methods ?? ['client_secret_basic']
  const clientAuthentications = Object.entries(authentications)
    .filter(([name]) => names.includes(name))
    .map(([, authentication]) => authentication)
  const isIncomplete = server.tokenEndpoint === undefined
  const hasAliases = members.get('mtls_endpoint_aliases') !== undefined
  return {
    kind: 'found',
    settings: {
      document: withoutQuery(address),
      server: { ...server, ...(kept === null ? {} : { issuer: kept }) },
      grants: grantsOffered(members, server),
      listsGrants: textsIn(members, 'grant_types_supported') !== null,
      clientAuthentications,
      scopes: (textsIn(members, 'scopes_supported') ?? [])
        .filter((each) => scope.test(each))
        .slice(0, maxScopes),
      codeChallengeMethods: challenges,
      responseModes: listed(members, 'response_modes_supported', responseModes),
      expectsIssuer: members.get('authorization_response_iss_parameter_supported') === true,
    },
    warnings: [
      ...issuerWarnings(match, issuer, isIssuerTyped),
      ...endpoints.warnings,
      ...otherHosts(endpoints, [hostOf(issuer), hostOf(address)]),
      ...(isIncomplete ? [{ kind: 'no-token-endpoint' } as const] : []),
      ...(challenges?.includes('S256') ? [] : [{ kind: 's256-not-announced' } as const]),
      ...(clientAuthentications.length > 0 ? [] : [{ kind: 'no-known-authentication' } as const]),
      ...(hasAliases ? [{ kind: 'certificate-addresses-ignored' } as const] : []),
    ],
  }
}

const withoutQuery = (address: string) => address.split('?')[0] ?? ''

const noMetadata = (reason: NoMetadataReason): MetadataReading => ({ kind: 'no-metadata', reason })

/** Returns an issuer to show: of one that is no address, what can be printed. */
const shownIssuer = (issuer: string) =>
  shownPlace(issuer, []) === null
    ? issuer.replace(/\p{Cc}/gu, '').slice(0, 200)
    : issuer.slice(0, maxTypedAddress)

/**
 * Reads the document at a candidate's address (RFC 8414 §3.2, OpenID Connect Discovery §4.2). A
 * document of another issuer is never used (RFC 8414 §3.3). Never throws.
 */
export function readMetadata(
  { contentType, body }: { readonly contentType: string; readonly body: Uint8Array },
  candidate: Candidate,
): MetadataReading {
  if (body.length > maxMetadata) return noMetadata('too-large')
  const text = decodeText(body)
  if (text === undefined) return noMetadata('not-json')
  const reading = readJsonObject(text)
  if (reading.kind === 'too-deep') return noMetadata('too-deep')
  if (reading.kind !== 'object') {
    return noMetadata(isWebPage(text, contentType) ? 'web-page' : 'not-json')
  }
  const { members, repeated } = reading
  if (membersThatCount.some((name) => repeated.has(name))) return noMetadata('repeated-member')
  const issuer = members.get('issuer')
  const isMetadata = endpointNames.some(
    (name) => typeof members.get(endpointMembers[name]) === 'string',
  )
  if (typeof issuer !== 'string' || issuer === '' || !isMetadata) return noMetadata('not-metadata')
  const match = compareIssuer(candidate, issuer)
  if (match === 'looked-for-elsewhere') return noMetadata('not-metadata')
  if (
    match === 'mismatch' ||
    endpointProblem(issuer.replace('{tenantid}', ''), candidate.address)
  ) {
    const [expected = withoutQuery(candidate.address)] = candidate.issuers
    const document = withoutQuery(candidate.address)
    return { kind: 'issuer-mismatch', document, expected, issuer: shownIssuer(issuer) }
  }
  return settingsOf(members, candidate, issuer, match)
}
