import { z } from 'zod'

/**
 * What came of asking for a token: every answer the protocol and the network
 * foresee. It carries evidence that is safe to show, never a body, a secret or a token.
 */
const status = z.number().int().min(100).max(999)

/** The server's own `error` code (RFC 6749 §5.2), if it sent one that is a plain word. */
const oauthError = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/)
  .nullable()

const refusal = { status, oauthError }

/** How long the server asks to wait, at most an hour; `null`: it did not say. */
const retryAfterSeconds = z.number().int().min(0).max(3600).nullable()

export const answerLooks = [
  'web-page',
  /** A web page that asks for a password, or a gateway that wants the user to sign in. */
  'sign-in-page',
  /** XML where JSON was asked for; it may hold a token. */
  'xml',
  /** The address is for people who sign in (RFC 6749 §3.1, RFC 4559), not for programs (§3.2). */
  'sign-in-address',
  /** An answer of the usual shape with a word such as `null` in the place of the token. */
  'no-token',
  'nothing',
  'something-else',
] as const

/** Reasons for which a gateway, a firewall or an API-key guard in front of a server refuses. */
export const gatewayReasons = [
  /** Its rules took the request for an attack, or it does not say why. */
  'blocked',
  /** It has no route for the address. */
  'no-route',
  /** It wants a key of its own, which is not the client secret. */
  'api-key',
  /** It lets in certain network addresses only. */
  'network-address',
] as const
export type GatewayReason = (typeof gatewayReasons)[number]

export const unreachableReasons = [
  'name-not-found',
  'connection-refused',
  'connection-lost',
  'timeout',
  'proxy',
  /** Something answered, and not in TLS: often http where https was asked for. */
  'no-secure-connection',
  /** The server wants to see a certificate of this computer, which the app shows to none. */
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
  /** A gateway refused; the server behind it saw neither client nor user. */
  z.strictObject({
    kind: z.literal('gateway-refused'),
    ...refusal,
    reason: z.enum(gatewayReasons),
  }),
  z.strictObject({
    kind: z.literal('moved'),
    status,
    /** Where to: origin and path only, a query may hold a secret. */
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

/** Something a server did differently from the standard and that was forgiven. */
export const deviations = [
  'content-type',
  'byte-order-mark',
  'trailing-comma',
  'form-encoded',
  'member-names',
  'nested',
  /** The body is the token alone, without a name. */
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
  /** A part of the answer repeated a secret; it was left out. */
  'secret-repeated',
  'extra-fields',
] as const
export const deviation = z.enum(deviations)
export type Deviation = z.infer<typeof deviation>
