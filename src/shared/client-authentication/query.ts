import { z } from 'zod'
import type { AuthenticationDefinition } from './authentication-definition.ts'

/** `client_id` and `client_secret` in the query string, which no standard allows. */
export const query = {
  settings: z.strictObject({ method: z.literal('query') }),
  secrets: ['clientSecret'],
  needsId: true,
} as const satisfies AuthenticationDefinition<'query'>
