import { z } from 'zod'
import type { FieldProblem } from '../field-problem.ts'
import { redirectProblem } from '../redirect-address.ts'
import { text } from '../text-field.ts'

/** RFC 7636 §4.2; `none` sends no code challenge. */
export const codeChallengeMethods = ['S256', 'plain', 'none'] as const
export type CodeChallengeMethod = (typeof codeChallengeMethods)[number]

/** How the server returns the code: in the query string of the redirect, or as a form. */
export const responseModes = ['query', 'form_post'] as const
export type ResponseMode = (typeof responseModes)[number]

/**
 * The redirect URI (RFC 6749 §3.1.2): on this computer, on a web page, a scheme of an
 * app, or `urn:ietf:wg:oauth:2.0:oob`. Servers compare it byte for byte, so it stays as typed.
 */
export const redirectAddress = text(2000)
  .trim()
  .min(1, 'required' satisfies FieldProblem)
  .superRefine((address, context) => {
    const message = redirectProblem(address)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })

const settings = z.strictObject({
  kind: z.literal('authorizationCode'),
  redirectAddress,
  codeChallengeMethod: z.enum(codeChallengeMethods),
  responseMode: z.enum(responseModes),
  /** The `prompt` of every sign-in (OpenID Connect Core §3.1.2.1), such as `consent`. */
  prompt: text(200)
    .trim()
    .min(1, 'required' satisfies FieldProblem)
    .exactOptional(),
  /** The account to propose to the server (OpenID Connect Core §3.1.2.1). */
  loginHint: text(2000)
    .trim()
    .min(1, 'required' satisfies FieldProblem)
    .exactOptional(),
  /** A redirect that names no issuer is refused: the server announced that it names one (RFC 9207). */
  expectsIssuer: z.boolean(),
  /** Token requests have an `Origin`, which Entra ID demands of single-page applications. */
  sendsOrigin: z.boolean(),
})

export const authorizationCode = { settings, incomplete: settings }
