import { z } from 'zod'
import { instant } from './clock.ts'
import { outcome } from './outcome.ts'
import { tokenTest } from './token-test.ts'

/** The token came from another server or client than the profile names now: nothing was sent. */
const otherServer = z.strictObject({ kind: z.literal('other-server') })
/** The request failed; its outcome is never `obtained`. */
const failed = z.strictObject({ kind: z.literal('failed'), outcome })

const partEnding = z.discriminatedUnion('kind', [
  /** The server has accepted the request, which it also does with a token it does not know. */
  z.strictObject({ kind: z.literal('accepted') }),
  failed,
])
export type PartEnding = z.infer<typeof partEnding>

/** The result of asking the server to end a token (RFC 7009). */
export const tokenEnding = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('asked'),
    /** `null`: there was none. */
    refreshToken: partEnding.nullable(),
    accessToken: partEnding,
    /**
     * Of the access token: a service that reads a JWT itself may go on accepting it until it expires
     * (RFC 7009 §3; better-auth/better-auth#9970).
     */
    format: z.enum(['jwt', 'encrypted', 'opaque']),
    expiresAt: instant.nullable(),
    /** The automatic renewal was switched off, because a part of the token remains. */
    stoppedRenewal: z.boolean(),
  }),
  otherServer,
])
export type TokenEnding = z.infer<typeof tokenEnding>

/** The server's word on a token (RFC 7662 §2.2). */
export const introspection = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('active'),
    subject: z.string().nullable(),
    userName: z.string().nullable(),
    client: z.string().nullable(),
    /** `null`: not specified. */
    scope: z.array(z.string()).nullable(),
    expiresAt: instant.nullable(),
    issuer: z.string().nullable(),
  }),
  /** Expired, ended, unknown, or not for this client to ask about (RFC 7662 §2.2). */
  z.strictObject({ kind: z.literal('not-active') }),
  failed,
  otherServer,
])
export type Introspection = z.infer<typeof introspection>

/** Reasons why published keys can't prove a signature. */
export const uncheckableReasons = [
  /** Not a JWT. */
  'opaque',
  'encrypted',
  /** `alg` is `none`, or there is no signature. */
  'unsigned',
  /** HS256 and the like: the key that checks it can also make it. */
  'shared-secret',
  /** Microsoft Graph hashes the `nonce` in the header before it signs. */
  'microsoft',
  /** `crit` demands an extension (RFC 7515 §4.1.11). */
  'extension',
  'algorithm',
  /** The published key is too short, or otherwise not usable. */
  'key-unusable',
  /** The header or the signature is malformed. */
  'malformed',
] as const
export type UncheckableReason = (typeof uncheckableReasons)[number]

const signatureCheck = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('genuine') }),
  z.strictObject({ kind: z.literal('not-genuine') }),
  /** The server publishes no such key: it may have replaced it, or the token is another server's. */
  z.strictObject({ kind: z.literal('key-not-found') }),
  z.strictObject({ kind: z.literal('not-checkable'), why: z.enum(uncheckableReasons) }),
  /** Its keys could not be read. */
  z.strictObject({ kind: z.literal('not-reached'), outcome }),
])
export type SignatureCheck = z.infer<typeof signatureCheck>

export const signatureChecks = z.strictObject({
  accessToken: signatureCheck,
  /** `null`: there is none. */
  idToken: signatureCheck.nullable(),
  /** The host whose keys were used; `null`: none were needed. */
  host: z.string().nullable(),
})
export type SignatureChecks = z.infer<typeof signatureChecks>

/** The person by the server's userinfo endpoint (OpenID Connect Core §5.3). */
export const userinfo = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    name: z.string().nullable(),
    userName: z.string().nullable(),
    email: z.string().nullable(),
    subject: z.string().nullable(),
    /** The answer was a signed JWT, whose signature is not checked. */
    isSigned: z.boolean(),
    /** It was compared with the ID token, which names the same person. */
    isCompared: z.boolean(),
  }),
  /** OpenID Connect Core §5.3.2: it is not about the person of the ID token, so it is not used. */
  z.strictObject({ kind: z.literal('somebody-else') }),
  /** No JSON object with a name in it. */
  z.strictObject({ kind: z.literal('unreadable'), isEncrypted: z.boolean() }),
  /** The server did not accept the token, or there was no answer. */
  z.strictObject({ kind: z.literal('refused'), test: tokenTest }),
  otherServer,
])
export type Userinfo = z.infer<typeof userinfo>
