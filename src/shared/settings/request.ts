import { z } from 'zod'
import { extraHeader, extraParameter, maxExtras } from '../extra.ts'
import type { FieldProblem } from '../field-problem.ts'
import { resource } from '../resource.ts'
import { text } from '../text-field.ts'

/**
 * The encoding of the parameters in the body: as a form, as RFC 6749 §3.2 and appendix B ask,
 * or as a JSON object, which some servers expect instead.
 */
export const bodyFormats = ['form', 'json'] as const
export type BodyFormat = (typeof bodyFormats)[number]

/** RFC 6749 §3.3: words separated by single spaces. */
const scope = z
  .string()
  .trim()
  .min(1, 'required' satisfies FieldProblem)
  .max(4000, 'too-long' satisfies FieldProblem)
  .regex(/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/, 'bad-scope' satisfies FieldProblem)
  .overwrite((value) => value.replace(/ +/g, ' '))

/** The parameters and headers of every request, and the format of its body. */
export const request = z.strictObject({
  /** Absent: the server's default is asked for. */
  scope: scope.exactOptional(),
  /** The audience of the token, for servers that require it. */
  audience: text(2000)
    .trim()
    .min(1, 'required' satisfies FieldProblem)
    .exactOptional(),
  /** The services that the token is for (RFC 8707). */
  resource: resource.exactOptional(),
  bodyFormat: z.enum(bodyFormats),
  extraParameters: z.array(extraParameter).max(maxExtras),
  extraHeaders: z.array(extraHeader).max(maxExtras),
})
