import { z } from 'zod'

/**
 * The result of a token request: every response that the protocol and the network define, with
 * evidence that is safe to show, never a body, a secret or a token.
 */
const status = z.number().int().min(100).max(999)

/** The server's `error` code (RFC 6749 §5.2), if it is a plain word. */
const oauthError = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/)
  .nullable()

const refusal = { status, oauthError }

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
