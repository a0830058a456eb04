import { assertNever } from '../../shared/assert-never.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import type { Translate } from '../language.ts'

export interface VaultNotice {
  readonly kind:
    | 'memory-only'
    | 'key-store-changed'
    | 'read-only'
    | 'not-saved'
    | 'quarantined'
    | 'unreadable'
    | 'too-large'
  readonly title: string | null
  readonly text: string
  /** The help that the window offers. */
  readonly helps?: 'protect' | 'unlock'
}

/**
 * Returns notices about problems with how the secrets are kept. `unsaved` is the number of profiles
 * with changes that are not on disk.
 */
export function vaultNotices(
  t: Translate,
  vault: VaultView,
  unsaved: number,
): readonly VaultNotice[] {
  const notices: VaultNotice[] = []
  const { protection, quarantined, unreadable, tooLarge } = vault
  switch (protection.kind) {
    case 'key-store':
      break
    case 'passphrase':
      if (protection.keyStore !== 'not-used') {
        const text = t(`vault.key-store-changed.${protection.keyStore}`)
        notices.push({ kind: 'key-store-changed', title: null, text })
      }
      break
    case 'memory-only': {
      const { reason } = protection
      const isLocked = reason === 'locked'
      const text = isLocked ? t('vault.memory-only-locked') : t(`vault.memory-only.${reason}`)
      const helps = isLocked ? 'unlock' : 'protect'
      notices.push({ kind: 'memory-only', title: null, text, helps })
      break
    }
    case 'read-only':
      notices.push({
        kind: 'read-only',
        title: null,
        text: t(`vault.read-only.${protection.reason}`),
      })
      break
    case 'locked':
      // The window shows nothing else then (`UnlockScreen`).
      break
    default:
      return assertNever(protection)
  }
  // Nothing in memory only is ever on disk, which another notice explains.
  if (unsaved > 0 && protection.kind !== 'memory-only') {
    notices.push({ kind: 'not-saved', title: null, text: t('vault.not-saved', { count: unsaved }) })
  }
  if (quarantined > 0) {
    notices.push({
      kind: 'quarantined',
      title: null,
      text: t('vault.quarantined', { count: quarantined }),
    })
  }
  if (unreadable > 0) {
    const text = t('vault.unreadable', { count: unreadable })
    notices.push({ kind: 'unreadable', title: null, text })
  }
  if (tooLarge > 0) {
    notices.push({
      kind: 'too-large',
      title: null,
      text: t('vault.too-large', { count: tooLarge }),
    })
  }
  return notices
}
