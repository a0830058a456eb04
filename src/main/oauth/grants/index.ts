import type { GrantKind } from '../../../shared/grants/facts.ts'
import { authorizationCode } from './authorization-code.ts'
import { clientCredentials } from './client-credentials.ts'
import type { GrantDefinition } from './definition.ts'
import { deviceCode } from './device-code.ts'
import { password } from './password.ts'
import { refreshToken } from './refresh-token.ts'

const table: { readonly [Kind in GrantKind]: GrantDefinition<Kind> } = {
  password,
  clientCredentials,
  authorizationCode,
  deviceCode,
  refreshToken,
}

/** Returns the working half of a grant. */
export function definitionOf(kind: GrantKind): GrantDefinition<GrantKind> {
  return table[kind] as GrantDefinition<GrantKind>
}
