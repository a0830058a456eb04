import { Failure } from '../../shared/errors.ts'
import type { KeyedQueue } from '../../shared/keyed-queue.ts'
import type { Opener, ProfileStore } from '../engine/ports.ts'
import { standingOf } from './key-slots.ts'
import {
  type Access,
  isLocked,
  refuse,
  type VaultOptions,
  type VaultWriter,
} from './vault-access.ts'
import { readVaultFile } from './vault-file.ts'

/** Locks a vault; after that only the passphrase opens it. */
export interface VaultLocking extends Pick<ProfileStore, 'prepareLock' | 'lock'> {
  /** Throws `vault-locked` if only the passphrase may open the vault and this is not one. */
  assertMayOpen(opener: Opener): void
  /** Records that the vault was opened, or that opening failed. */
  opened(access: Access): void
  /** Goes on without the locked secrets. Throws `vault-locked` after `lock`. */
  workInMemory(): void
}

/** Returns true if a lock would remove anything from memory. */
function isLockable(access: Access): boolean {
  return access.kind === 'writable' || access.protection.kind === 'read-only'
}

export function createVaultLocking(
  { folder, log }: Pick<VaultOptions, 'folder' | 'log'>,
  turns: KeyedQueue<string>,
  writer: VaultWriter,
): VaultLocking {
  /** Without it, a key store that needs no click would undo a lock at once. */
  let needsPassphrase = false

  /** Locking erases the key, so the passphrase slot that opens the vault again must be on disk. */
  async function secureWayBack(access: Access): Promise<void> {
    const { contents } = access
    if (contents === undefined || standingOf(contents.slots, 'passphrase') !== 'stays') {
      throw new Failure({ code: 'no-passphrase' })
    }
    const found = await readVaultFile(folder)
    if (found.kind === 'good' && found.contents.check === contents.check) {
      if (standingOf(found.contents.slots, 'passphrase') === 'stays') return
    }
    if (access.kind === 'closed') return refuse('vault-changed')
    await writer.write(access)
  }

  return {
    assertMayOpen(opener) {
      if (needsPassphrase && opener.kind !== 'passphrase') refuse('vault-locked')
    },

    opened(access) {
      needsPassphrase = needsPassphrase && access.kind === 'closed'
    },

    prepareLock: () =>
      writer.inTurn(async () => {
        const access = writer.access()
        if (isLockable(access)) await secureWayBack(access)
      }),

    async lock() {
      const key = await writer.inTurn(async () => {
        const before = writer.access()
        if (!isLockable(before)) return undefined
        await secureWayBack(before)
        const access = writer.access()
        const protection = { kind: 'locked', reason: 'locked-by-user' } as const
        writer.set({ kind: 'closed', protection, contents: access.contents })
        needsPassphrase = true
        return access.kind === 'writable' ? access.ring?.key : undefined
      })
      await turns.settle()
      key?.fill(0)
      log.info('vault-locked')
    },

    workInMemory() {
      if (needsPassphrase) refuse('vault-locked')
      const access = writer.access()
      if (access.kind !== 'closed' || !isLocked(access)) return
      writer.set({ ...access, protection: { kind: 'memory-only', reason: 'locked' } })
    },
  }
}
