import { z } from 'zod'

/**
 * `form`: ID and secret are form-encoded before base64, as RFC 6749 §2.3.1 asks. `raw`: they are
 * taken as they are, as many servers (and RFC 7617 alone) expect.
 */
export const basicEncodings = ['form', 'raw'] as const
export type BasicEncoding = (typeof basicEncodings)[number]

/** HTTP Basic: ID and secret in the `Authorization` header. */
export const basic = z.strictObject({
  method: z.literal('basic'),
  encoding: z.enum(basicEncodings),
})
