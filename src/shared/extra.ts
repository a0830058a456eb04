import { z } from 'zod'
import type { FieldProblem } from './field-problem.ts'
import { hiddenSentWiths, sentWiths } from './sent-with.ts'
import { parameterName, text } from './text-field.ts'

/** The maximum number of extra parameters, and of extra headers, of a profile. */
export const maxExtras = 50

function extraOf<Name extends z.ZodType<string>>(name: Name, value: z.ZodType<string, string>) {
  // SECURITY: an address in the browser is kept in its history.
  const hidden = z.enum(hiddenSentWiths, { error: 'secret-in-browser' satisfies FieldProblem })
  return z.discriminatedUnion('secret', [
    z.strictObject({ secret: z.literal(false), name, value, sentWith: z.enum(sentWiths) }),
    z.strictObject({ secret: z.literal(true), name, sentWith: hidden }),
  ])
}

/** A further request parameter. A secret one keeps its value among the profile's secrets. */
export const extraParameter = extraOf(parameterName, text(4000))
export type ExtraParameter = z.infer<typeof extraParameter>

/**
 * Headers that the request or the connection sets (RFC 9110 §7.2, §7.6.1, §8.6, §11.6.2), or that
 * Chromium does not send as typed.
 */
const reservedHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'accept-encoding',
  'connection',
  'keep-alive',
  'host',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'cookie',
  'cookie2',
  'set-cookie',
  'referer',
])

/** RFC 9110 §5.1 (a token, §5.6.2); names of headers are compared without case. */
const headerName = text(200)
  .min(1, 'required' satisfies FieldProblem)
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'not-a-header-name' satisfies FieldProblem)
  .refine(
    (name) => !reservedHeaders.has(name.toLowerCase()) && !/^(sec|proxy)-/i.test(name),
    'reserved-header' satisfies FieldProblem,
  )

/** RFC 9110 §5.5: spaces around a value are no part of it. */
const headerValue = text(4000)
  .trim()
  .min(1, 'required' satisfies FieldProblem)

/** A further request header, such as the key of a gateway. */
export const extraHeader = extraOf(headerName, headerValue)
export type ExtraHeader = z.infer<typeof extraHeader>
