import { z } from 'zod'

/**
 * The causes of a refusal that a person can do something about, where the server names one: each has
 * words of its own.
 */
export const refusalCauses = [
  /** The redirect address is not registered for the client. */
  'redirect-not-registered',
  /** The client is registered as one with a secret, and none was sent. */
  'secret-required',
  /** The client is registered as one without a secret, and one was sent. */
  'secret-not-allowed',
  'secret-wrong',
  'secret-expired',
  /** Token requests of this client must have an `Origin`. */
  'origin-required',
  'origin-not-allowed',
  /** The user has not yet agreed to what the app asks for. */
  'consent-required',
  /** Only an administrator can agree. */
  'administrator-required',
  /** The user is not among those who may use the app. */
  'user-not-assigned',
  /** The account belongs to another organization, or the server does not know it. */
  'account-unknown',
  /** A second factor, or a new sign-in, is due. */
  'more-proof-required',
  /** A policy of the organization forbids it from this device, place or way of signing in. */
  'policy',
  /** The account is locked or switched off. */
  'account-blocked',
  'password-expired',
  'client-unknown',
  /** The client is registered, and switched off. */
  'client-disabled',
  /** The address names an organization that the server does not know, or not for this client. */
  'tenant-unknown',
  /** The code was used already, its time has passed, or it belongs to another sign-in. */
  'code-expired',
  /** The server demands PKCE. */
  'pkce-required',
  'refresh-token-expired',
  'grant-switched-off',
] as const
export type RefusalCause = (typeof refusalCauses)[number]

/** Reasons why the response to a sign-in is not believed. */
export const doubts = [
  /** The redirect names another issuer than the profile (RFC 9207 §2.4), or none. */
  'issuer',
  /** The ID token can't be read. */
  'id-token-unreadable',
  'id-token-issuer',
  /** It is for another client. */
  'id-token-audience',
  /** It belongs to another sign-in. */
  'id-token-nonce',
  /** A renewal brought one for another person. */
  'id-token-subject',
  'id-token-times',
  'id-token-signature',
] as const
export type Doubt = (typeof doubts)[number]

/**
 * The result of a token request: every response that the protocol and the network define, with
 * evidence that is safe to show, never a body, a secret or a token.
 */
const status = z.number().int().min(100).max(999)

/** The server's `error` code (RFC 6749 §5.2), if it is a plain word. */
export const oauthError = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/)
  .nullable()

const refusal = {
  status,
  oauthError,
  /** A code of the server's product beside that of the standard, such as `AADSTS50011`. */
  providerCode: z
    .string()
    .regex(/^[A-Z0-9][A-Za-z0-9_.-]{1,63}$/)
    .exactOptional(),
  /** The cause, as such a code or the server’s words name it. */
  cause: z.enum(refusalCauses).exactOptional(),
}

/** Seconds that the server asked to wait, at most an hour; `null`: not specified. */
const retryAfterSeconds = z.number().int().min(0).max(3600).nullable()

export const answerLooks = [
  'web-page',
  /** A web page that asks for a password, or a gateway that wants the user to sign in. */
  'sign-in-page',
  /** XML instead of JSON; it may contain a token. */
  'xml',
  /** The address is for people who sign in (RFC 6749 §3.1, RFC 4559), not for clients (§3.2). */
  'sign-in-address',
  /** A token response with a word such as `null` instead of the token. */
  'no-token',
  'nothing',
  'something-else',
] as const

/** Reasons why a gateway, a firewall or an API-key guard in front of a server refuses. */
export const gatewayReasons = [
  /** Its rules classified the request as an attack, or it gives no reason. */
  'blocked',
  /** It has no route for the address. */
  'no-route',
  /** It requires its own API key, which is not the client secret. */
  'api-key',
  /** It accepts only certain network addresses. */
  'network-address',
] as const
export type GatewayReason = (typeof gatewayReasons)[number]

export const unreachableReasons = [
  'name-not-found',
  'connection-refused',
  'connection-lost',
  'timeout',
  'proxy',
  /** The response is not TLS: often http at an https address. */
  'no-secure-connection',
  /** The server requires a client certificate, which the app never sends. */
  'client-certificate',
  'offline',
  'other',
] as const
export const certificateProblems = ['expired', 'wrong-host', 'unknown-issuer', 'other'] as const
export const unsafeAnswers = [
  'token-characters',
  'token-type',
  'repeated-key',
  'not-utf8',
  'too-large',
  'too-deep',
] as const

/** Reasons why the app can't listen at a redirect address, if no other program uses its port. */
export const portProblems = [
  /** The system keeps the port for itself, or for administrators. */
  'reserved',
  /** The address is one of IPv6, which this computer does not use. */
  'no-ipv6',
  /** Another sign-in of the app waits at the same port. */
  'another-sign-in',
] as const
export type PortProblem = (typeof portProblems)[number]

export const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('obtained') }),
  z.strictObject({ kind: z.literal('client-refused'), ...refusal }),
  z.strictObject({ kind: z.literal('user-refused'), ...refusal }),
  z.strictObject({ kind: z.literal('needs-sign-in'), ...refusal }),
  z.strictObject({ kind: z.literal('grant-not-allowed'), ...refusal }),
  z.strictObject({ kind: z.literal('scope-refused'), ...refusal }),
  z.strictObject({ kind: z.literal('bad-request'), ...refusal }),
  z.strictObject({
    kind: z.literal('rate-limited'),
    ...refusal,
    retryAfterSeconds,
  }),
  z.strictObject({ kind: z.literal('server-trouble'), ...refusal, retryAfterSeconds }),
  /** A gateway refused; the server did not receive the request. */
  z.strictObject({
    kind: z.literal('gateway-refused'),
    ...refusal,
    reason: z.enum(gatewayReasons),
  }),
  z.strictObject({
    kind: z.literal('moved'),
    status,
    /** Target: origin and path only, because a query may contain a secret. */
    location: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('unreachable'), reason: z.enum(unreachableReasons) }),
  z.strictObject({
    kind: z.literal('certificate-not-trusted'),
    problem: z.enum(certificateProblems),
  }),
  z.strictObject({
    kind: z.literal('not-an-oauth-answer'),
    status,
    looksLike: z.enum(answerLooks),
  }),
  z.strictObject({ kind: z.literal('unsafe-answer'), status, reason: z.enum(unsafeAnswers) }),
  /** The user did not allow access (RFC 6749 §4.1.2.1, RFC 8628 §3.5). */
  z.strictObject({ kind: z.literal('denied'), oauthError }),
  /** The user did not sign in in time. */
  z.strictObject({ kind: z.literal('sign-in-expired') }),
  /** The redirect could not be awaited. Absent reason: another program uses the port. */
  z.strictObject({
    kind: z.literal('port-unavailable'),
    port: z.number().int(),
    reason: z.enum(portProblems).exactOptional(),
  }),
  /** The response to the sign-in may be that of another server or for another person. */
  z.strictObject({ kind: z.literal('not-believed'), doubt: z.enum(doubts) }),
  z.strictObject({ kind: z.literal('cancelled') }),
])
export type Outcome = z.infer<typeof outcome>
export type OutcomeKind = Outcome['kind']

/** Tolerated deviations of a server from the standard. */
export const deviations = [
  'content-type',
  'byte-order-mark',
  'trailing-comma',
  'form-encoded',
  'member-names',
  'nested',
  /** The body is the bare token. */
  'bare-token',
  /** `Bearer ` before the token, or a line break after it. */
  'token-surroundings',
  'expires-in-text',
  'expires-in-milliseconds',
  'expires-in-missing',
  'expires-in-absurd',
  'token-type-missing',
  'token-type-case',
  'scope-shape',
  'refresh-token-empty',
  /** A part of the response repeated a secret and was removed. */
  'secret-repeated',
  'extra-fields',
] as const
export const deviation = z.enum(deviations)
export type Deviation = z.infer<typeof deviation>
