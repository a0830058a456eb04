import type { z } from 'zod'

/** The declarative half of a client authentication method (RFC 6749 §2.3). */
export interface AuthenticationDefinition<Method extends string = string> {
  readonly settings: z.ZodObject<{ method: z.ZodLiteral<Method> }>
  /** The names of the secrets that it sends. */
  readonly secrets: readonly string[]
  /** Only a public client may lack an ID. */
  readonly needsId: boolean
}
