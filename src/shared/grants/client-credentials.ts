import { z } from 'zod'
import type { GrantDefinition } from './grant-definition.ts'

const settings = z.strictObject({ kind: z.literal('clientCredentials') })

/** The client credentials grant (RFC 6749 §4.4). */
export const clientCredentials = {
  wireName: 'client_credentials',
  settings,
  personal: [],
  incomplete: settings,
  secrets: [],
  renewal: 'silent',
  owner: 'client',
  parameterNames: [],
  purpose: 'obtaining',
} as const satisfies GrantDefinition<'clientCredentials'>
