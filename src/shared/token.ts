import { z } from 'zod'
import { instant } from './clock.ts'
import { grantKinds } from './grants/index.ts'
import { deviation } from './outcome.ts'

/** The end-user that an ID token names (OpenID Connect Core §2 and §5.1), unverified. */
export const issuedTo = z.strictObject({
  subject: z.string(),
  name: z.string().nullable(),
  userName: z.string().nullable(),
})
export type IssuedTo = z.infer<typeof issuedTo>

/** What may be shown of a token: everything but the token. */
export const tokenView = z.strictObject({
  format: z.enum(['jwt', 'encrypted', 'opaque']),
  /** Number of characters. */
  length: z.number().int().positive(),
  tokenType: z.string(),
  /** As the server granted it; if it did not say, as it was asked for (RFC 6749 §5.1). */
  scope: z.array(z.string()),
  /** `answer`: the server named the scope; `request`: it did not, and this was asked for. */
  scopeFrom: z.enum(['answer', 'request', 'unknown']),
  /** When the request was sent: the life is counted from here. */
  issuedAt: instant,
  /** `null`: nobody said. That is unknown, never "for ever". */
  expiresAt: instant.nullable(),
  expiryFrom: z.enum(['expires_in', 'jwt', 'unknown']),
  obtainedBy: z.enum(grantKinds),
  /**
   * By how many milliseconds the server's clock was ahead of this computer's (negative:
   * behind) when the token was issued; `null`: they agree, or nobody knows.
   */
  clockOffset: z.number().int().nullable(),
  hasRefreshToken: z.boolean(),
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
  /** As JavaScript reads it; `null` also where it can't (`1e400`). */
  value: jsonValue,
  /**
   * The value's own text, where `value` does not hold it exactly: with a number beyond
   * 2^53 or of more digits than JavaScript keeps, an object that says a name twice; else
   * `null`.
   */
  exactly: z.string().nullable(),
  /** The name occurs more than once beside this one: readers disagree about which counts. */
  repeated: z.boolean(),
  /**
   * The instant that it names, if it is a date (NumericDate, RFC 7519 §2, or what surely
   * stands for one: the same as text, milliseconds of this century, RFC 3339).
   */
  date: instant.nullable(),
})
export type Claim = z.infer<typeof claim>

/** What a careful reader should know of a JWT. */
export const jwtNotes = [
  /** The end is missing, as after `eyJ…`. Said of pasted tokens only, as are the next six. */
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
   * By this computer's clock `iat` is in the future: one of the two clocks is wrong. Said of
   * pasted tokens only, as is `ended`.
   */
  'issued-in-future',
  /**
   * By this computer's clock `exp` has come. Said of pasted tokens only: the life of a
   * profile's own allows for the server's clock.
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
  /** The payload is no JSON object, so there are no claims. */
  'payload-not-json',
  'payload-not-utf8',
  'payload-too-deep',
  /** It holds more than 5000 values. */
  'payload-too-large',
  /** A date is text, in milliseconds, not after 1970 or otherwise not as RFC 7519 §2 has it. */
  'unusual-dates',
  /** Dates are outside of what a calendar shows (before the year 0, after 9999). */
  'impossible-dates',
] as const
export type JwtNote = (typeof jwtNotes)[number]

/** What is inside a token, read in main, never verified: only the API can do that. */
export const tokenContents = z.discriminatedUnion('format', [
  /** A JWS (RFC 7515). */
  z.strictObject({
    format: z.literal('jwt'),
    header: z.array(claim),
    claims: z.array(claim),
    notes: z.array(z.enum(jwtNotes)),
  }),
  /** A JWE (RFC 7516): only its header can be read. */
  z.strictObject({
    format: z.literal('encrypted'),
    header: z.array(claim),
    notes: z.array(z.enum(jwtNotes)),
  }),
  z.strictObject({ format: z.literal('opaque'), length: z.number().int().nonnegative() }),
])
export type TokenContents = z.infer<typeof tokenContents>

/** What a person pasted: a token, or what they took for one. Nothing of the text comes back. */
export const pastedContents = z.discriminatedUnion('format', [
  ...tokenContents.options,
  /** A server's whole answer (RFC 6749 §5.1), whose token is opaque. */
  z.strictObject({ format: z.literal('answer') }),
  /** Words of a language, with spaces between them. */
  z.strictObject({ format: z.literal('words') }),
])
export type PastedContents = z.infer<typeof pastedContents>

/** How many characters of pasted text are read at most. */
export const maxPasteLength = 2_000_000
