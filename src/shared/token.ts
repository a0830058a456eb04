import { z } from 'zod'
import { instant } from './clock.ts'
import { grantKinds } from './grants/facts.ts'
import { deviation } from './outcome.ts'

/** The end-user that an ID token names (OpenID Connect Core §2 and §5.1), unverified. */
export const issuedTo = z.strictObject({
  subject: z.string(),
  name: z.string().nullable(),
  userName: z.string().nullable(),
})
export type IssuedTo = z.infer<typeof issuedTo>

/** The facts about a token that the page may show, which never include the token. */
export const tokenView = z.strictObject({
  format: z.enum(['jwt', 'encrypted', 'opaque']),
  /** Number of characters. */
  length: z.number().int().positive(),
  tokenType: z.string(),
  /** The granted scope; the requested one if the server named none (RFC 6749 §5.1). */
  scope: z.array(z.string()),
  /** The source of `scope`: the response, or the request if the server named none. */
  scopeFrom: z.enum(['answer', 'request', 'unknown']),
  /** When the request was sent; the lifetime starts here. */
  issuedAt: instant,
  /** `null`: unknown, which does not mean that the token never expires. */
  expiresAt: instant.nullable(),
  expiryFrom: z.enum(['expires_in', 'jwt', 'unknown']),
  obtainedBy: z.enum(grantKinds),
  /**
   * By how many milliseconds the server's clock was ahead of this computer's (negative:
   * behind) when the token was issued; `null`: they agree, or it is unknown.
   */
  clockOffset: z.number().int().nullable(),
  hasRefreshToken: z.boolean(),
  /** When the refresh token ends, unless a renewal extends it; `null`: the server did not say. */
  refreshExpiresAt: instant.nullable(),
  /** From the ID token that came with it; `null`: there was none, or it names no one. */
  issuedTo: issuedTo.nullable(),
  /** A setting that shapes the request was changed after this token was obtained. */
  madeWithOlderSettings: z.boolean(),
  deviations: z.array(deviation),
})
export type TokenView = z.infer<typeof tokenView>

/** Any JSON value; depth is limited where the token is read. */
export const jsonValue = z.json()
export type JsonValue = z.infer<typeof jsonValue>

/** One member of a JWT header or claims set. */
export const claim = z.strictObject({
  name: z.string(),
  /** As parsed by JavaScript; `null` also if that is impossible (`1e400`). */
  value: jsonValue,
  /**
   * The value's source text if `value` is not exact, because a number exceeds 2^53 or JavaScript's
   * precision, or an object repeats a name; otherwise `null`.
   */
  exactly: z.string().nullable(),
  /** The name occurs more than once beside this one: readers disagree about which counts. */
  repeated: z.boolean(),
  /**
   * The instant of a date (NumericDate, RFC 7519 §2, or an unambiguous variant: NumericDate as text,
   * milliseconds of this century, RFC 3339).
   */
  date: instant.nullable(),
})
export type Claim = z.infer<typeof claim>

/** Remarks about a JWT. */
export const jwtNotes = [
  /** The end is missing, as after `eyJ…`. Only for pasted tokens, as are the next six. */
  'end-missing',
  /** Something was left out between the beginning and the end. */
  'middle-missing',
  /** It has two parts where a signed token has three (RFC 7515 §7.1). */
  'signature-missing',
  /** It has fewer parts than an encrypted token (RFC 7516 §7.1). */
  'parts-missing',
  'part-too-many',
  /** It is written as JSON (RFC 7515 §7.2, RFC 7516 §7.2). */
  'written-as-json',
  /** The payload is not whole, so there are no claims. */
  'payload-cut',
  /** `alg` is `none`, or the signature is empty: nothing protects it (RFC 7519 §6). */
  'unsigned',
  /** `nbf` is in the future (RFC 7519 §4.1.5). */
  'not-yet-valid',
  /**
   * By this computer's clock `iat` is in the future: one of the two clocks is wrong. Only
   * for pasted tokens, as is `ended`.
   */
  'issued-in-future',
  /**
   * By this computer's clock `exp` has passed. Only for pasted tokens: the expiry of a profile's token
   * takes the server's clock into account.
   */
  'ended',
  /** `exp` is before `iat`. */
  'ends-before-issued',
  /** A name occurs twice, in the header, the claims or inside one (RFC 7519 §4). */
  'repeated-names',
  /** The payload is kept elsewhere (RFC 7515 appendix F). */
  'detached',
  /** The payload stands in the token as it is (RFC 7797). */
  'payload-not-encoded',
  /** The payload is not a JSON object, so there are no claims. */
  'payload-not-json',
  'payload-not-utf8',
  'payload-too-deep',
  /** It holds more than 5000 values. */
  'payload-too-large',
  /** A date is text, in milliseconds, not after 1970 or otherwise not as RFC 7519 §2 has it. */
  'unusual-dates',
  /** Dates are before the year 0 or after 9999. */
  'impossible-dates',
] as const
export type JwtNote = (typeof jwtNotes)[number]

/** The decoded contents of a token. Never verified, because only the API can do that. */
export const tokenContents = z.discriminatedUnion('format', [
  /** A JWS (RFC 7515). */
  z.strictObject({
    format: z.literal('jwt'),
    header: z.array(claim),
    claims: z.array(claim),
    notes: z.array(z.enum(jwtNotes)),
  }),
  /** A JWE (RFC 7516): only its header is readable. */
  z.strictObject({
    format: z.literal('encrypted'),
    header: z.array(claim),
    notes: z.array(z.enum(jwtNotes)),
  }),
  z.strictObject({ format: z.literal('opaque'), length: z.number().int().nonnegative() }),
])
export type TokenContents = z.infer<typeof tokenContents>

/** The contents of pasted text, a token or something else, without the text itself. */
export const pastedContents = z.discriminatedUnion('format', [
  ...tokenContents.options,
  /** A complete token response (RFC 6749 §5.1) with an opaque token. */
  z.strictObject({ format: z.literal('answer') }),
  /** Plain text of several words. */
  z.strictObject({ format: z.literal('words') }),
])
export type PastedContents = z.infer<typeof pastedContents>

/** Characters of pasted text that are read. */
export const maxPasteLength = 2_000_000
