import type { z } from 'zod'
import type { RequestPurpose } from '../extra.ts'

/**
 * How a grant can be run again: at any time, only while the last attempt worked (servers lock
 * accounts after a few wrong passwords), or only with a person.
 */
export type Renewal = 'silent' | 'silent-after-success' | 'needs-person'

/** The declarative half of a grant: everything but its requests, for main and for the page. */
export interface GrantDefinition<Kind extends string = string> {
  /** Its `grant_type` parameter (RFC 6749 §4 and §6). */
  readonly wireName: string
  readonly settings: z.ZodObject<{ kind: z.ZodLiteral<Kind> }>
  /** The settings that belong to one person: a share file leaves them out. */
  readonly personal: readonly string[]
  /** The settings of which the personal ones may be missing. */
  readonly incomplete: z.ZodObject<{ kind: z.ZodLiteral<Kind> }>
  /** The names of the secrets that its requests need, beside those of the client. */
  readonly secrets: readonly string[]
  readonly renewal: Renewal
  /** The party for which its tokens speak. */
  readonly owner: 'user' | 'client' | 'unknown'
  /** The settings whose value is the name of a parameter that its requests send. */
  readonly parameterNames: readonly string[]
  /** The purpose of a request with this grant: it decides which extra values are sent. */
  readonly purpose: RequestPurpose
}
