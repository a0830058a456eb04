import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { KeyKeeper, ProfileStore } from '../engine/ports.ts'
import { isMissing, notSaved, vaultDisk } from './disk.ts'
import { clearLeftovers, removeDurably, writeDurably } from './durable-file.ts'
import { createKeyKeeper } from './key-changes.ts'
import { createFolderLock, type FolderLock, thisProcess } from './lock-file.ts'
import { emptyRecordIndex, type RecordIndex, readProfiles } from './open-profiles.ts'
import { openVault } from './open-vault.ts'
import { createQuarantine } from './quarantine.ts'
import { textsOf, writeRecord } from './record-file.ts'
import { fingerprintOf, recordPaths } from './record-folder.ts'
import {
  assertWritable,
  createVaultWriter,
  isLocked,
  refuse,
  type VaultOptions,
  vaultPaths,
  viewOfVault,
  type Writable,
} from './vault-access.ts'
import { createVaultLocking } from './vault-locking.ts'

export interface Vault extends ProfileStore, KeyKeeper {
  /** Releases the vault for another Token Desk. Call it after the last save. */
  close(): Promise<void>
}

/**
 * Stores each profile in its own file: settings in the clear, secrets and tokens sealed under a data
 * key that the key store or a passphrase wraps. Without protection for a key, secrets are not
 * written at all. Only one Token Desk at a time may write.
 */
export function createVault(
  options: VaultOptions,
  lock: FolderLock = createFolderLock(options.folder, thisProcess()),
): Vault {
  const { folder, keyStore, log } = options
  const { records, quarantine: quarantineFolder } = vaultPaths(folder)
  const quarantine = createQuarantine(quarantineFolder, log)
  const turns = createKeyedQueue<string>()
  const writer = createVaultWriter(options, turns, lock)
  const locking = createVaultLocking(options, turns, writer)
  let recordIndex = emptyRecordIndex([])
  let isClosed = false
  let reading: Promise<unknown> = Promise.resolve()

  /** Makes sure that the file of a record may be replaced. */
  async function makeReplaceable(id: ProfileId, { knownFileHashes }: RecordIndex): Promise<void> {
    await writer.hold()
    const { current } = recordPaths(records, id)
    const standing = knownFileHashes.standingOf(id, current)
    if (standing === 'changed') writer.giveWay('changed-elsewhere')
    if (standing === 'damaged') await quarantine.takeOne(current)
  }

  /** Changes one record after earlier changes of it, if the vault and the record allow it. */
  function change(
    id: ProfileId,
    work: (access: Writable, recordIndex: RecordIndex) => Promise<void>,
  ): Promise<void> {
    return turns.take(id, async () => {
      const access = writer.access()
      const index = recordIndex
      assertWritable(access)
      const refusal = index.refusals.get(id)
      if (refusal !== undefined) return refuse(refusal)
      try {
        await work(access, index)
      } catch (error) {
        throw notSaved(error)
      }
    })
  }

  return {
    ...createKeyKeeper(options, writer),
    prepareLock: locking.prepareLock,
    lock: locking.lock,
    workInMemory: locking.workInMemory,

    async open(opener = { kind: 'start' }, arrival) {
      locking.assertMayOpen(opener)
      // If the lock file can't be written, nothing else can; the first save reports it.
      const hold = () => lock.hold().catch(() => true)
      const { access, ...found } = await openVault(options, opener, arrival?.first ?? [], hold)
      const index = emptyRecordIndex(found.setAside)
      const begin = () => {
        writer.begin(access)
        recordIndex = index
      }
      if (access.kind === 'writable') await clearLeftovers(folder)
      // Without `arrival`, the vault stays as it was until everything is read.
      if (arrival !== undefined) begin()
      const now = () => (arrival === undefined ? access : writer.access())
      // A vault that is locked in the meantime is read again when it is unlocked.
      const isWanted = () => !isClosed && (access.kind === 'closed' || !isLocked(now()))
      const read = readProfiles(found, index, now, isWanted, options, arrival)
      reading = read.catch(() => undefined)
      const profiles = await read
      if (arrival === undefined) begin()
      locking.opened(writer.access())
      const reason = viewOfVault(writer.access(), index, keyStore).protection.kind
      log.info('vault-opened', { count: profiles.length, reason })
      return profiles
    },

    view: () => viewOfVault(writer.access(), recordIndex, keyStore),

    isOlder: (id) => recordIndex.older.has(id),

    async save(given) {
      const { id } = given
      // Serialized now: the save may have to wait for its turn.
      const texts = given.sealed === 'locked' ? undefined : textsOf(given)
      return change(id, async (access, index) => {
        if (texts === undefined) return refuse('vault-locked')
        const generation = (index.generations.get(id) ?? 0) + 1
        const { vaultId } = access.contents
        const text = writeRecord(texts, generation, vaultId, access.ring?.key ?? null)
        await writer.prepare()
        await makeReplaceable(id, index)
        const { current, previous } = recordPaths(records, id)
        const fingerprint = fingerprintOf(text)
        index.knownFileHashes.expect(id, fingerprint)
        await writeDurably(current, text, previous, vaultDisk)
        index.knownFileHashes.hold(id, fingerprint)
        index.generations.set(id, generation)
        for (const ids of [index.older, index.lost]) ids.delete(id)
      })
    },

    remove(id) {
      return change(id, async (_access, index) => {
        const { current, previous } = recordPaths(records, id)
        try {
          await makeReplaceable(id, index)
          // In the other order, a crash in between would bring the older one back.
          await removeDurably(records, [previous, current], vaultDisk)
        } catch (error) {
          // A vault in which nothing was ever saved has no folder yet.
          if (!isMissing(error) || index.generations.has(id)) throw error
        }
        await quarantine.forget(id)
        index.generations.delete(id)
        index.older.delete(id)
        index.knownFileHashes.forget(id)
      })
    },

    async close() {
      isClosed = true
      await reading
      await lock.release()
    },
  }
}
