import { z } from 'zod'
import { instant } from './clock.ts'
import { deviation } from './outcome.ts'
import { grantTypes } from './profile.ts'

/** What may be shown of a token: everything but the token. */
export const tokenView = z.strictObject({
  format: z.enum(['jwt', 'opaque']),
  /** Number of characters. */
  length: z.number().int().positive(),
  tokenType: z.string(),
  /** As the server granted it; if it did not say, as it was asked for (RFC 6749 §5.1). */
  scope: z.array(z.string()),
  /** When the request was sent: the life is counted from here. */
  issuedAt: instant,
  /** `null`: nobody said. That is unknown, never "for ever". */
  expiresAt: instant.nullable(),
  expiryFrom: z.enum(['expires_in', 'jwt', 'unknown']),
  obtainedBy: z.enum(grantTypes),
  hasRefreshToken: z.boolean(),
  /** A setting that shapes the request was changed after this token was obtained. */
  madeWithOlderSettings: z.boolean(),
  deviations: z.array(deviation),
})
export type TokenView = z.infer<typeof tokenView>

/** Any JSON value; depth is limited where the token is read. */
export const jsonValue = z.json()
export type JsonValue = z.infer<typeof jsonValue>

/** One member of a JWT header or claims set; `date` if it is a NumericDate (RFC 7519 §2). */
export const claim = z.strictObject({
  name: z.string(),
  value: jsonValue,
  date: instant.nullable(),
})
export type Claim = z.infer<typeof claim>

/** What is inside a token, read in main, never verified: only the API can do that. */
export const tokenContents = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('jwt'),
    header: z.array(claim),
    claims: z.array(claim),
  }),
  z.strictObject({ format: z.literal('opaque'), length: z.number().int().positive() }),
])
export type TokenContents = z.infer<typeof tokenContents>
