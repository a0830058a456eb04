import type { EventData } from '../../shared/contract.ts'
import type { VaultView } from '../../shared/vault-view.ts'

type Change = EventData<'changed'>

/** While a lock waits for what is under way, the window shows what it will be. */
export function shownVault(vault: VaultView, isLocking: boolean): VaultView {
  if (!isLocking) return vault
  return { ...vault, protection: { kind: 'locked', reason: 'locked-by-user' } }
}

/** A locked window shows no profile, so its page is told of none. */
export function hidesProfiles({ protection }: VaultView): boolean {
  return protection.kind === 'locked'
}

/** A change as a page may see it; it asks for everything anew when the vault is opened. */
export function shownChange(
  change: Omit<Change, 'vault' | 'toCome'>,
  vault: VaultView,
  toCome: number,
): Change {
  if (!hidesProfiles(vault)) return { ...change, vault, toCome }
  return { revision: change.revision, profiles: [], removed: [], vault, toCome: 0 }
}
