import type { VaultView } from '../../shared/contract.ts'
import { standingOf } from './key-slots.ts'
import type { Roll } from './open-profiles.ts'
import type { Access } from './open-vault.ts'

function protectionOf(access: Access): VaultView['protection'] {
  if (access.kind === 'closed') return access.protection
  if (access.ring === null) return { kind: 'memory-only', reason: access.reason }
  const { keyStoreTrouble } = access.ring
  if (keyStoreTrouble === null) return { kind: 'key-store' }
  return { kind: 'passphrase', keyStore: keyStoreTrouble }
}

/** How a vault keeps its secrets, for the user to read. */
export function viewOfVault(access: Access, { lost, unreadable, tooLarge }: Roll): VaultView {
  const slots = access.contents?.slots ?? []
  return {
    protection: protectionOf(access),
    keys: {
      keyStore: standingOf(slots, 'key-store'),
      passphrase: standingOf(slots, 'passphrase'),
    },
    quarantined: lost.size,
    unreadable: unreadable.size,
    tooLarge: tooLarge.size,
  }
}
