import { z } from 'zod'
import type { AuthenticationDefinition } from './authentication-definition.ts'

/** `client_id` and `client_secret` in the body. */
export const body = {
  settings: z.strictObject({ method: z.literal('body') }),
  secrets: ['clientSecret'],
  needsId: true,
} as const satisfies AuthenticationDefinition<'body'>
