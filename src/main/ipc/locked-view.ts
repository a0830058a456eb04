import type { EventData } from '../../shared/contract.ts'
import type { VaultView } from '../../shared/vault-view.ts'

type Change = EventData<'changed'>

/** Returns the vault as the window shows it: locked as soon as a lock has begun. */
export function shownVault(vault: VaultView, isLocking: boolean): VaultView {
  if (!isLocking) return vault
  return { ...vault, protection: { kind: 'locked', reason: 'locked-by-user' } }
}

/** Returns true for a vault whose profiles must not reach the page: a locked one. */
export function hidesProfiles({ protection }: VaultView): boolean {
  return protection.kind === 'locked'
}

/** Returns a change as a page may see it; the page loads a snapshot when the vault is opened. */
export function shownChange(
  change: Omit<Change, 'vault' | 'toCome'>,
  vault: VaultView,
  toCome: number,
): Change {
  if (!hidesProfiles(vault)) return { ...change, vault, toCome }
  return { revision: change.revision, profiles: [], removed: [], vault, toCome: 0 }
}
