import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import { createClock } from '../../../src/main/platform/clock.ts'
import { createKeyStore } from '../../../src/main/platform/key-store.ts'
import { createLog } from '../../../src/main/platform/log.ts'
import { unlock } from '../../../src/main/vault/key-ring.ts'
import { encodeRecord } from '../../../src/main/vault/record-file.ts'
import { recordPaths } from '../../../src/main/vault/record-folder.ts'
import { createVault } from '../../../src/main/vault/vault.ts'
import { readVaultFile } from '../../../src/main/vault/vault-file.ts'
import type { Order } from './orders.ts'
import { profileOf } from './profiles.ts'

/**
 * Makes a vault as the app does, for the first profile; the others are written with its key
 * and its own encoding, but all at once and without waiting for the disk.
 */
export async function fill(filling: Extract<Order, { name: 'fill' }>): Promise<void> {
  const folder = join(filling.dataFolder, 'vault')
  const keyStore = createKeyStore({ safeStorage, clock: createClock() })
  const log = createLog(join(filling.dataFolder, 'log.jsonl'))
  const vault = createVault({ folder, keyStore, log })
  await vault.open()
  if (vault.view().protection.kind !== 'key-store') throw new Error('no key store protects secrets')
  await vault.save(profileOf(0, filling))

  const file = await readVaultFile(folder)
  if (file.kind !== 'good') throw new Error('the vault file does not read')
  const unlocking = await unlock(file.contents, keyStore, { kind: 'start' })
  if (unlocking.kind !== 'unlocked') throw new Error('the vault does not open')
  const { vaultId } = file.contents
  for (let index = 1; index < filling.count; index += 1) {
    const profile = profileOf(index, filling)
    const { current, previous } = recordPaths(join(folder, 'records'), profile.id)
    const text = encodeRecord(profile, 1, vaultId, unlocking.ring.key)
    await Promise.all([current, previous].map((path) => writeFile(path, text, { mode: 0o600 })))
  }
  await vault.close()
}
