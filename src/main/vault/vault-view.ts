import type { VaultView } from '../../shared/contract.ts'
import type { KeyStore } from '../engine/ports.ts'
import { standingOf } from './key-slots.ts'
import type { RecordIndex } from './open-profiles.ts'
import type { Access } from './open-vault.ts'

function protectionOf(access: Access): VaultView['protection'] {
  if (access.kind === 'closed') return access.protection
  if (access.ring === null) return { kind: 'memory-only', reason: access.reason }
  const { keyStoreTrouble } = access.ring
  if (keyStoreTrouble === null) return { kind: 'key-store' }
  return { kind: 'passphrase', keyStore: keyStoreTrouble }
}

/** A restart may help against these, where the key store is asked once per process. */
const troublesOfOneProcess: ReadonlySet<string> = new Set(['no-key-store', 'key-does-not-fit'])

function troubleIn(protection: VaultView['protection']): string | null {
  if (protection.kind === 'passphrase') return protection.keyStore
  return protection.kind === 'locked' || protection.kind === 'memory-only'
    ? protection.reason
    : null
}

/** How a vault keeps its secrets, for the user to read. */
export function viewOfVault(
  access: Access,
  { lost, unreadable, tooLarge }: RecordIndex,
  { asksAgain }: Pick<KeyStore, 'asksAgain'>,
): VaultView {
  const slots = access.contents?.slots ?? []
  const protection = protectionOf(access)
  return {
    protection,
    needsRestart: !asksAgain && troublesOfOneProcess.has(troubleIn(protection) ?? ''),
    keys: {
      keyStore: standingOf(slots, 'key-store'),
      passphrase: standingOf(slots, 'passphrase'),
    },
    quarantined: lost.size,
    unreadable: unreadable.size,
    tooLarge: tooLarge.size,
  }
}
