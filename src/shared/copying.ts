import { z } from 'zod'
import { instant } from './clock.ts'

/** Requests with the token in them, in the formats of common tools. */
export const snippetForms = [
  'curl',
  'curl-windows',
  'javascript',
  'python',
  'powershell',
  'power-query',
  'http-file',
] as const
export type SnippetForm = (typeof snippetForms)[number]

/** The forms in which a token can be copied. */
export type CopyForm = 'header' | 'token' | SnippetForm

/** The result of a copy. */
export const copied = z.strictObject({
  expiresAt: instant.nullable(),
  /** The renewal before the copy. `failed`: the old token was copied. */
  renewal: z.enum(['not-needed', 'renewed', 'failed']),
  /** Seconds until it is removed from the clipboard; `null`: when the app quits. */
  clearedAfter: z.number().int().positive().nullable(),
})
export type Copied = z.infer<typeof copied>
