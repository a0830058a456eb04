import { z } from 'zod'
import type { AuthenticationDefinition } from './authentication-definition.ts'

/** A public client: at most its ID, and no secret (RFC 6749 §2.1). */
export const none = {
  settings: z.strictObject({ method: z.literal('none') }),
  secrets: [],
  needsId: false,
} as const satisfies AuthenticationDefinition<'none'>
