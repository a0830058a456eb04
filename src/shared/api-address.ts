import { z } from 'zod'
import { addressProblem } from './token-endpoint.ts'

/**
 * The address of an API that a token is shown to: https, or http on this computer; no
 * credentials in it and no fragment. It comes out as a browser would write it (WHATWG URL),
 * so it is printable ASCII.
 */
export const apiAddress = z
  .string()
  .trim()
  .superRefine((value, context) => {
    const problem = addressProblem(value)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  })
  .transform((value) => (URL.canParse(value) ? new URL(value).href : value))
