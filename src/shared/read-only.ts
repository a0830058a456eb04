import type { AppError } from './errors.ts'
import type { VaultView } from './vault-view.ts'

type ReadOnlyReason = Extract<VaultView['protection'], { kind: 'read-only' }>['reason']

// Apart from the schemas: the page's first file needs these codes, and is to be without zod.

/** The error of a change while the vault is read-only. */
export const readOnlyCodes = {
  'newer-format': 'vault-read-only',
  'in-use': 'vault-in-use',
  'changed-elsewhere': 'vault-changed',
} as const satisfies Readonly<Record<ReadOnlyReason, AppError['code']>>
