import { z } from 'zod'
import { clientAuthentication } from './client-authentication/index.ts'
import { fieldProblems } from './field-problem.ts'
import { codeChallengeMethods, responseModes } from './grants/authorization-code.ts'
import { grantKinds } from './grants/facts.ts'
import { certificateProblems, unreachableReasons } from './outcome.ts'
import { server } from './settings/server.ts'

/** Characters of the address that a user types to find the settings of a server. */
export const maxTypedAddress = 2000

/** The addresses that a metadata document (RFC 8414 §2) may name. */
const foundEndpoints = [
  'tokenEndpoint',
  'authorizationEndpoint',
  'deviceAuthorizationEndpoint',
  'pushedAuthorizationRequestEndpoint',
  'revocationEndpoint',
  'introspectionEndpoint',
  'userinfoEndpoint',
  'jwksUri',
] as const satisfies readonly (keyof typeof server.shape)[]
export type FoundEndpoint = (typeof foundEndpoints)[number]

const endpointName = z.enum(foundEndpoints)

/** An address of another program, without query, fragment and user. */
const shownAddress = z.string().max(2000)

/** The settings that a server publishes, for the form. Absent members were not published. */
const foundSettings = z.strictObject({
  /** The address of the document. */
  document: shownAddress,
  /**
   * The `issuer` of any tenant (`any-tenant`) has `common` or `organizations` in it, or is absent.
   * The endpoint for pushed authorization requests is there only if the server demands them.
   */
  server: server.extend({ tokenEndpoint: server.shape.tokenEndpoint.exactOptional() }),
  /** The ways to a token that the server offers and this app has, in the order of the app. */
  grants: z.array(z.enum(grantKinds)),
  /** False: the server lists no grants, so others may work as well. */
  listsGrants: z.boolean(),
  /** The methods that the server takes and this app has; the first one is suggested. */
  clientAuthentications: z.array(clientAuthentication),
  /** Sorted as published; often incomplete. */
  scopes: z.array(z.string()),
  /** `null`: not published, which does not mean that the server has none. */
  codeChallengeMethods: z.array(z.enum(codeChallengeMethods)).nullable(),
  /** `null`: not published. */
  responseModes: z.array(z.enum(responseModes)).nullable(),
  /** The server says that each redirect names the issuer (RFC 9207 §3). */
  expectsIssuer: z.boolean(),
})
export type FoundSettings = z.infer<typeof foundSettings>

/** Facts about a document that a person should know before its settings are used. */
const metadataWarning = z.discriminatedUnion('kind', [
  /** The issuer differs from the typed address by a slash at its end; the document is right. */
  z.strictObject({ kind: z.literal('issuer-slash'), issuer: shownAddress }),
  /** The address does not say which issuer to expect, so this one could not be compared. */
  z.strictObject({ kind: z.literal('issuer-not-compared'), issuer: shownAddress }),
  /** Microsoft names the tenant by its number, where the address had a name. */
  z.strictObject({ kind: z.literal('tenant-number'), issuer: shownAddress }),
  /** The address is for accounts of any tenant (`common`), so the issuer is a template. */
  z.strictObject({ kind: z.literal('any-tenant') }),
  /** These addresses lead to another host than the issuer's. */
  z.strictObject({
    kind: z.literal('other-host'),
    host: z.string().max(300),
    endpoints: z.array(endpointName).min(1),
  }),
  /** An address that is not used, such as one with plain http (`not-https`). */
  z.strictObject({
    kind: z.literal('endpoint-refused'),
    endpoint: endpointName,
    problem: z.enum(fieldProblems),
  }),
  z.strictObject({ kind: z.literal('no-token-endpoint') }),
  /** The server does not say that it supports PKCE with S256; many that do don't. */
  z.strictObject({ kind: z.literal('s256-not-announced') }),
  /** It lists client authentication methods, and none of them is one of this app. */
  z.strictObject({ kind: z.literal('no-known-authentication') }),
  /** It has other addresses for clients with a certificate (RFC 8705 §5), which are not used. */
  z.strictObject({ kind: z.literal('certificate-addresses-ignored') }),
])
export type MetadataWarning = z.infer<typeof metadataWarning>

/** Reasons why an address is not that of a metadata document. */
const noMetadataReasons = [
  'not-there',
  'refused',
  'server-trouble',
  'moved',
  'web-page',
  'not-json',
  'too-large',
  'too-deep',
  /** A member that counts occurs twice. */
  'repeated-member',
  /** A JSON object without an issuer or any address, or of an issuer that is at home elsewhere. */
  'not-metadata',
] as const
export type NoMetadataReason = (typeof noMetadataReasons)[number]

const tried = z.strictObject({
  address: shownAddress,
  reason: z.enum(noMetadataReasons),
  status: z.number().int(),
})
export type TriedAddress = z.infer<typeof tried>

/** The result of looking for the settings of a server. */
export const findResult = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('found'),
    settings: foundSettings,
    warnings: z.array(metadataWarning),
  }),
  /**
   * A document is there, but it belongs to another issuer (RFC 8414 §3.3). Nothing of it may be
   * used; the person may type this issuer instead.
   */
  z.strictObject({
    kind: z.literal('issuer-mismatch'),
    document: shownAddress,
    expected: shownAddress,
    issuer: shownAddress,
  }),
  /** None of these addresses has a document. */
  z.strictObject({ kind: z.literal('not-found'), tried: z.array(tried) }),
  /** The document has another address (origin and path), to which no redirect is followed. */
  z.strictObject({
    kind: z.literal('moved'),
    address: shownAddress,
    status: z.number().int(),
    location: shownAddress,
  }),
  z.strictObject({
    kind: z.literal('unreachable'),
    host: z.string(),
    reason: z.enum(unreachableReasons),
  }),
  z.strictObject({
    kind: z.literal('certificate-not-trusted'),
    host: z.string(),
    problem: z.enum(certificateProblems),
  }),
  /** The typed text is no address that may be asked. */
  z.strictObject({ kind: z.literal('address-refused'), problem: z.enum(fieldProblems) }),
  z.strictObject({ kind: z.literal('cancelled') }),
])
export type FindResult = z.infer<typeof findResult>
