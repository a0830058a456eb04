import { Failure } from '../../shared/errors.ts'
import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import type { KeyChange, KeyKeeper, ProfileStore } from '../engine/ports.ts'
import { removeDurably, writeDurably } from './durable-file.ts'
import {
  addKeyStore,
  assertPassphrase,
  type ChangedKeys,
  removeKeyStore,
  removePassphrase,
  setPassphrase,
} from './key-changes.ts'
import { standingOf } from './key-slots.ts'
import { fingerprintOf } from './known-file-hashes.ts'
import { clearLeftovers } from './leftovers.ts'
import { isMissing, notSaved } from './not-saved.ts'
import { emptyRecordIndex, type RecordIndex, readProfiles } from './open-profiles.ts'
import {
  type Access,
  openVault,
  type VaultOptions,
  vaultPaths,
  type Writable,
} from './open-vault.ts'
import { makeFolder, makeSubfolder, mayReplace } from './prepare-folder.ts'
import { createQuarantine } from './quarantine.ts'
import { textsOf, writeRecord } from './record-file.ts'
import { recordPaths } from './record-folder.ts'
import { assertWritable, refuse } from './refusals.ts'
import { thisProcess } from './this-process.ts'
import { vaultDisk } from './vault-disk.ts'
import { readVaultFile, type VaultContents, writeVaultFile } from './vault-file.ts'
import { createVaultLock, type VaultLock } from './vault-lock.ts'
import { viewOfVault } from './vault-view.ts'

export interface Vault extends ProfileStore, KeyKeeper {
  /** Lets another Token Desk have the vault. Call it when nothing is to be saved any more. */
  close(): Promise<void>
}

interface State {
  readonly access: Access
  readonly recordIndex: RecordIndex
}

/** Whose turn it is when the vault file is written. */
const vaultFile = 'vault-file'

/**
 * Keeps every profile in a file of its own: settings in the clear, secrets and tokens
 * sealed under a data key that the key store or a passphrase wraps. Where nothing
 * protects a key, secrets are not written at all. One Token Desk at a time may write.
 */
export function createVault(
  options: VaultOptions,
  lock: VaultLock = createVaultLock(options.folder, thisProcess()),
): Vault {
  const { folder, keyStore, log, scryptCost } = options
  const { records, quarantine } = vaultPaths(folder)
  const turns = createKeyedQueue<string>()
  let state: State | undefined
  let isPrepared = false
  /** Vault files that this vault may have written since it last knew what is on disk. */
  let tried: VaultContents[] = []
  let isClosed = false
  let reading: Promise<unknown> = Promise.resolve()
  /** A key store that needs no click would make a lock worth nothing. */
  let needsPassphrase = false

  function opened(): State {
    if (state === undefined) throw new Error('a vault is opened before it is used')
    return state
  }

  function setAccess(access: Access): void {
    state = { ...opened(), access }
  }

  /** Somebody else writes here: what this vault knows is old, and nothing more is written. */
  function giveWay(reason: 'in-use' | 'changed-elsewhere'): never {
    const { access } = opened()
    // What was locked meanwhile stays locked.
    if (access.kind === 'closed') return refuse(readOnlyCodes[reason])
    const protection = { kind: 'read-only', reason } as const
    setAccess({ kind: 'closed', protection, contents: access.contents })
    void turns.settle().then(() => access.ring?.key.fill(0))
    log.info('vault-given-way', { reason })
    return refuse(readOnlyCodes[reason])
  }

  /** A record may have found another writer while the vault file was written: the key is gone then. */
  function setWritten(access: Writable): void {
    assertWritable(opened().access)
    setAccess(access)
  }

  /** Writes the vault file, and the folders that have to be there first. */
  async function writeContents(contents: VaultContents, { onDisk }: Writable): Promise<void> {
    await makeFolder(folder)
    if (!(await lock.hold())) giveWay('in-use')
    await makeSubfolder(records)
    // A write that fails may have come through.
    tried.push(contents)
    const known = onDisk === undefined ? tried : [onDisk, ...tried]
    const answer = mayReplace(await readVaultFile(folder), known)
    if (answer === 'no') giveWay('changed-elsewhere')
    // It was not there, or whole, when the vault was opened: perhaps the disk can read it again.
    if (answer === 'unreadable') throw new Failure({ code: 'vault-unreadable' })
    await writeVaultFile(folder, contents)
    tried = []
  }

  /** Makes the folders, and the vault file if it has to be written before the first record. */
  async function prepare(): Promise<void> {
    if (isPrepared) return
    await turns.take(vaultFile, async () => {
      const { access } = opened()
      assertWritable(access)
      if (isPrepared) return
      if (access.isWritten) {
        if (!(await lock.hold())) giveWay('in-use')
        await makeSubfolder(records)
      } else {
        await writeContents(access.contents, access)
        setWritten({ ...access, isWritten: true, onDisk: access.contents })
      }
      isPrepared = true
    })
  }

  /** Changes the keys: on disk first, so that a failure leaves everything as it was. */
  function changeKeys(
    work: (access: Writable) => ChangedKeys | Promise<ChangedKeys>,
  ): Promise<KeyChange> {
    return turns.take(vaultFile, async () => {
      const { access } = opened()
      assertWritable(access)
      const { contents, ring } = await work(access)
      // Deriving a key takes a while: a record may have found another writer meanwhile.
      assertWritable(opened().access)
      try {
        await writeContents(contents, access)
      } catch (error) {
        throw notSaved(error)
      }
      setWritten({ kind: 'writable', contents, onDisk: contents, ring, isWritten: true })
      isPrepared = true
      log.info('keys-changed', { count: contents.slots.length })
      return access.ring === null ? 'first' : 'another'
    })
  }

  /** Locking forgets the key: what is to open the vault again has to be on disk. */
  async function secureWayBack(access: Access) {
    const { contents } = access
    if (contents === undefined || standingOf(contents.slots, 'passphrase') !== 'stays') {
      throw new Failure({ code: 'no-passphrase' })
    }
    const found = await readVaultFile(folder)
    if (found.kind === 'good' && found.contents.check === contents.check) {
      if (standingOf(found.contents.slots, 'passphrase') === 'stays') return
    }
    if (access.kind === 'closed') refuse('vault-changed')
    await writeContents(contents, access).catch((error: unknown) => {
      throw notSaved(error)
    })
    setWritten({ ...access, isWritten: true, onDisk: contents })
  }

  /** Whether there is anything that a lock would forget. */
  function isLockable(access: Access): boolean {
    return access.kind === 'writable' || access.protection.kind === 'read-only'
  }

  function isLocked(access: Access): boolean {
    return access.kind === 'closed' && access.protection.kind === 'locked'
  }

  /** Makes sure that what the file of a record holds may be replaced. */
  async function settle(id: ProfileId, { knownFileHashes }: RecordIndex): Promise<void> {
    if (!(await lock.hold())) giveWay('in-use')
    const { current } = recordPaths(records, id)
    const standing = knownFileHashes.standingOf(id, current)
    if (standing === 'changed') giveWay('changed-elsewhere')
    if (standing !== 'damaged') return
    await createQuarantine(quarantine).take(current)
  }

  /** Runs a change of one record in its turn, if the vault and the record allow it. */
  function change(
    id: ProfileId,
    work: (access: Writable, recordIndex: RecordIndex) => Promise<void>,
  ): Promise<void> {
    return turns.take(id, async () => {
      const { access, recordIndex } = opened()
      assertWritable(access)
      const refusal = recordIndex.refusals.get(id)
      if (refusal !== undefined) return refuse(refusal)
      try {
        await work(access, recordIndex)
      } catch (error) {
        throw notSaved(error)
      }
    })
  }

  return {
    async open(opener = { kind: 'start' }, arrival) {
      if (needsPassphrase && opener.kind !== 'passphrase') refuse('vault-locked')
      // Where the lock can't be taken, nothing can be written either: the first save will say so.
      const hold = () => lock.hold().catch(() => true)
      const { access, ...found } = await openVault(options, opener, arrival?.first ?? [], hold)
      const opening: State = { access, recordIndex: emptyRecordIndex(found.setAside) }
      tried = []
      isPrepared = false
      if (access.kind === 'writable') await clearLeftovers(folder)
      // Who waits for everything finds the vault as it was, until then.
      if (arrival !== undefined) state = opening
      const now = () => (arrival === undefined ? access : opened().access)
      // What is locked meanwhile is read anew when it is unlocked.
      const wanted = () => !isClosed && (access.kind === 'closed' || !isLocked(now()))
      const read = readProfiles(found, opening.recordIndex, now, wanted, options, arrival)
      reading = read.catch(() => undefined)
      const profiles = await read
      if (arrival === undefined) state = opening
      needsPassphrase = needsPassphrase && opened().access.kind === 'closed'
      const reason = viewOfVault(opened().access, opening.recordIndex, keyStore).protection.kind
      log.info('vault-opened', { count: profiles.length, reason })
      return profiles
    },

    prepareLock: () =>
      turns.take(vaultFile, async () => {
        const { access } = opened()
        if (isLockable(access)) await secureWayBack(access)
      }),

    async lock() {
      const key = await turns.take(vaultFile, async () => {
        const before = opened().access
        if (!isLockable(before)) return undefined
        await secureWayBack(before)
        const { access } = opened()
        const protection = { kind: 'locked', reason: 'locked-by-user' } as const
        setAccess({ kind: 'closed', protection, contents: access.contents })
        needsPassphrase = true
        return access.kind === 'writable' ? access.ring?.key : undefined
      })
      await turns.settle()
      key?.fill(0)
      log.info('vault-locked')
    },

    setPassphrase: (passphrase, current = null) =>
      changeKeys((access) => setPassphrase(access, passphrase, current, scryptCost)),
    removePassphrase: (current = null) => changeKeys((access) => removePassphrase(access, current)),
    checkPassphrase: (current) =>
      // In turn, so that nobody guesses faster by asking often at once.
      turns.take(vaultFile, async () => {
        const { access } = opened()
        // Secrets that are in memory only are not kept under it.
        if (access.kind === 'closed' && access.protection.kind === 'memory-only') return
        if (access.contents !== undefined) await assertPassphrase(access.contents, current)
      }),
    addKeyStore: () => changeKeys((access) => addKeyStore(access, keyStore)),
    leaveKeyStore: (passphrase) => changeKeys((access) => removeKeyStore(access, passphrase)),
    workInMemory() {
      if (needsPassphrase) refuse('vault-locked')
      const { access } = opened()
      if (access.kind !== 'closed' || access.protection.kind !== 'locked') return
      setAccess({ ...access, protection: { kind: 'memory-only', reason: 'locked' } })
    },

    view() {
      const { access, recordIndex } = opened()
      return viewOfVault(access, recordIndex, keyStore)
    },

    isOlder: (id) => opened().recordIndex.older.has(id),

    async save(given) {
      const { id } = given
      // As it is now: it may have to wait for its turn.
      const texts = given.sealed === 'locked' ? undefined : textsOf(given)
      return change(id, async (access, recordIndex) => {
        if (texts === undefined) return refuse('vault-locked')
        const generation = (recordIndex.generations.get(id) ?? 0) + 1
        const { vaultId } = access.contents
        const text = writeRecord(texts, generation, vaultId, access.ring?.key ?? null)
        await prepare()
        await settle(id, recordIndex)
        const { current, previous } = recordPaths(records, id)
        const fingerprint = fingerprintOf(text)
        recordIndex.knownFileHashes.expect(id, fingerprint)
        await writeDurably(current, text, previous, vaultDisk)
        recordIndex.knownFileHashes.hold(id, fingerprint)
        recordIndex.generations.set(id, generation)
        for (const what of [recordIndex.older, recordIndex.lost]) what.delete(id)
      })
    },

    remove(id) {
      return change(id, async (_access, recordIndex) => {
        const { current, previous } = recordPaths(records, id)
        try {
          await settle(id, recordIndex)
          // The other way round, a crash in between would bring the older one back.
          await removeDurably(records, [previous, current], vaultDisk)
        } catch (error) {
          // A vault in which nothing was ever saved has no folder yet.
          if (!isMissing(error) || recordIndex.generations.has(id)) throw error
        }
        await createQuarantine(quarantine).forget(id)
        recordIndex.generations.delete(id)
        recordIndex.older.delete(id)
        recordIndex.knownFileHashes.forget(id)
      })
    },

    async close() {
      isClosed = true
      await reading
      await lock.release()
    },
  }
}
