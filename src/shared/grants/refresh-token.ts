import { z } from 'zod'
import type { GrantDefinition } from './grant-definition.ts'

const settings = z.strictObject({ kind: z.literal('refreshToken') })

/** A refresh token that the user received and typed (RFC 6749 §6). */
export const refreshToken = {
  wireName: 'refresh_token',
  settings,
  personal: [],
  incomplete: settings,
  secrets: ['refreshToken'],
  renewal: 'silent',
  owner: 'unknown',
  parameterNames: [],
  purpose: 'refreshing',
} as const satisfies GrantDefinition<'refreshToken'>
