import { z } from 'zod'
import { certificateProblems, unreachableReasons } from './outcome.ts'

/** The challenge of a response in `WWW-Authenticate` (RFC 9110 §11.6.1). */
const challenge = z.strictObject({
  /** `person`: a gateway requires a person to sign in; `other`: another scheme. */
  asksFor: z.enum(['nothing', 'token', 'password', 'person', 'other']),
  /** RFC 6750 §3.1: `invalid_token`, `insufficient_scope` …, if it is a plain word. */
  error: z.string().nullable(),
  /** The scope that the API requires (RFC 6750 §3). */
  scope: z.string().nullable(),
})

const answerBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({
    kind: z.literal('text'),
    /** The beginning, with every secret of the profile replaced by its length. */
    text: z.string(),
    isCut: z.boolean(),
    isWebPage: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('not-text'), bytes: z.number().int().positive() }),
  /** Exceeds the maximum size. */
  z.strictObject({ kind: z.literal('too-large') }),
])

/** The result of sending a token to an API. */
export const tokenTest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.number().int(),
    /** The bare media type (RFC 9110 §8.3.1); `null`: not specified. */
    contentType: z.string().nullable(),
    challenge,
    body: answerBody,
  }),
  /** A redirect, which is never followed; `location` is origin and path of its target. */
  z.strictObject({
    kind: z.literal('moved'),
    status: z.number().int(),
    location: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('unreachable'), reason: z.enum(unreachableReasons) }),
  z.strictObject({
    kind: z.literal('certificate-not-trusted'),
    problem: z.enum(certificateProblems),
  }),
  z.strictObject({ kind: z.literal('cancelled') }),
])
export type TokenTest = z.infer<typeof tokenTest>
export type ApiAnswer = Extract<TokenTest, { kind: 'answer' }>
