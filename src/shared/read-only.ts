import type { VaultView } from './contract.ts'
import type { AppError } from './errors.ts'

type Reason = Extract<VaultView['protection'], { kind: 'read-only' }>['reason']

/** What a user is told who asks for a change while nothing may be written. */
export const readOnlyCodes = {
  'newer-format': 'vault-read-only',
  'in-use': 'vault-in-use',
  'changed-elsewhere': 'vault-changed',
} as const satisfies Readonly<Record<Reason, AppError['code']>>
