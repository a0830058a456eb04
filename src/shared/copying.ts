import { z } from 'zod'
import { instant } from './clock.ts'

/** Ready-made requests with the token in them, for the tools that people use. */
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

/** How a token can be put on the clipboard. */
export type CopyForm = 'header' | 'token' | SnippetForm

/** What was put on the clipboard. */
export const copied = z.strictObject({
  expiresAt: instant.nullable(),
  /** Whether the token was renewed before. `failed`: it was tried, and the older one was copied. */
  renewal: z.enum(['not-needed', 'renewed', 'failed']),
  /** After how many seconds it is taken off the clipboard again; `null`: when the app is closed. */
  clearedAfter: z.number().int().positive().nullable(),
})
export type Copied = z.infer<typeof copied>
