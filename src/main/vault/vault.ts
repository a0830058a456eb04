import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { KeyKeeper, ProfileStore } from '../engine/ports.ts'
import { removeDurably, syncFolder, writeDurably } from './durable-file.ts'
import {
  addKeyStore,
  type ChangedKeys,
  removeKeyStore,
  removePassphrase,
  setPassphrase,
} from './key-changes.ts'
import { standingOf } from './key-slots.ts'
import { errorCode, isMissing, notSaved } from './not-saved.ts'
import { openProfiles, type Refusal, type Roll } from './open-profiles.ts'
import {
  type Access,
  openVault,
  type VaultOptions,
  vaultPaths,
  type Writable,
} from './open-vault.ts'
import { createQuarantine } from './quarantine.ts'
import { createQueues } from './queues.ts'
import { encodeRecord } from './record-file.ts'
import { recordPaths } from './record-folder.ts'
import { type VaultContents, writeVaultFile } from './vault-file.ts'
import { viewOfVault } from './vault-view.ts'

export interface Vault extends ProfileStore, KeyKeeper {}

interface State {
  readonly access: Access
  readonly quarantined: number
  readonly roll: Roll
}

/** Of the queue in which the vault file is written. */
const vaultFile = 'vault-file'

function refuse(code: Refusal): never {
  throw new Failure({ code })
}

function assertWritable(access: Access): asserts access is Writable {
  if (access.kind === 'writable') return
  refuse(access.protection.kind === 'read-only' ? 'vault-read-only' : 'vault-locked')
}

async function makeRecordFolder(folder: string): Promise<void> {
  await mkdir(vaultPaths(folder).records, { mode: 0o700 }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
}

async function writeContents(folder: string, contents: VaultContents): Promise<void> {
  await mkdir(vaultPaths(folder).records, { recursive: true, mode: 0o700 })
  await syncFolder(folder)
  await syncFolder(dirname(folder))
  await writeVaultFile(folder, contents)
}

/**
 * Keeps every profile in a file of its own: settings in the clear, secrets and tokens
 * sealed under a data key that the key store or a passphrase wraps. Where nothing
 * protects a key, secrets are not written at all.
 */
export function createVault(options: VaultOptions): Vault {
  const { folder, keyStore, log, scryptCost } = options
  const { records, quarantine } = vaultPaths(folder)
  const queues = createQueues()
  let state: State | undefined
  let isPrepared = false
  /** A key store that needs no click would make a lock worth nothing. */
  let needsPassphrase = false

  function opened(): State {
    if (state === undefined) throw new Error('a vault is opened before it is used')
    return state
  }

  function setAccess(access: Access): void {
    state = { ...opened(), access }
  }

  /** Makes the folders, and the vault file if it has to be written before the first record. */
  async function prepare(): Promise<void> {
    if (isPrepared) return
    await queues.run(vaultFile, async () => {
      const { access } = opened()
      assertWritable(access)
      if (isPrepared) return
      if (access.isWritten) await makeRecordFolder(folder)
      else await writeContents(folder, access.contents)
      setAccess({ ...access, isWritten: true })
      isPrepared = true
    })
  }

  /** Changes the keys: on disk first, so that a failure leaves everything as it was. */
  function changeKeys(
    work: (access: Writable) => ChangedKeys | Promise<ChangedKeys>,
  ): Promise<'first' | 'another'> {
    return queues.run(vaultFile, async () => {
      const { access } = opened()
      assertWritable(access)
      const { contents, ring } = await work(access)
      try {
        await writeContents(folder, contents)
      } catch (error) {
        throw notSaved(error)
      }
      setAccess({ kind: 'writable', contents, ring, isWritten: true })
      isPrepared = true
      log.info('keys-changed', { count: contents.slots.length })
      return access.ring === null ? 'first' : 'another'
    })
  }

  /** Runs a change of one record in its turn, if the vault and the record allow it. */
  function change(
    id: ProfileId,
    work: (access: Writable, roll: Roll) => Promise<void>,
  ): Promise<void> {
    return queues.run(id, async () => {
      const { access, roll } = opened()
      assertWritable(access)
      const refusal = roll.refusals.get(id)
      if (refusal !== undefined) return refuse(refusal)
      try {
        await work(access, roll)
      } catch (error) {
        throw notSaved(error)
      }
    })
  }

  return {
    async open(opener = { kind: 'start' }) {
      if (needsPassphrase && opener.kind !== 'passphrase') refuse('vault-locked')
      const { access, found, quarantined, stuckFiles } = await openVault(options, opener)
      const { profiles, roll } = openProfiles(found.records, stuckFiles, access, log)
      state = { access, quarantined: quarantined + (state?.quarantined ?? 0), roll }
      isPrepared = false
      needsPassphrase = needsPassphrase && access.kind === 'closed'
      const reason = viewOfVault(access, 0).protection.kind
      log.info('vault-opened', { count: profiles.length, reason })
      if (quarantined > 0) log.info('files-quarantined', { count: quarantined })
      return profiles
    },

    async lock() {
      const key = await queues.run(vaultFile, async () => {
        const { access } = opened()
        if (access.kind === 'closed') return undefined
        const { ring, contents } = access
        if (ring === null || standingOf(contents.slots, 'passphrase') !== 'stays') {
          throw new Failure({ code: 'no-passphrase' })
        }
        const protection = { kind: 'locked', reason: 'locked-by-user' } as const
        setAccess({ kind: 'closed', protection, contents })
        needsPassphrase = true
        return ring.key
      })
      await queues.settle()
      key?.fill(0)
      log.info('vault-locked')
    },

    setPassphrase: (passphrase) =>
      changeKeys((access) => setPassphrase(access, passphrase, scryptCost)),
    removePassphrase: async () => {
      await changeKeys(removePassphrase)
    },
    addKeyStore: () => changeKeys((access) => addKeyStore(access, keyStore)),
    leaveKeyStore: async (passphrase) => {
      await changeKeys((access) => removeKeyStore(access, passphrase))
    },
    workInMemory() {
      if (needsPassphrase) refuse('vault-locked')
      const { access } = opened()
      if (access.kind !== 'closed' || access.protection.kind !== 'locked') return
      setAccess({ ...access, protection: { kind: 'memory-only', reason: 'locked' } })
    },

    view() {
      const { access, quarantined } = opened()
      return viewOfVault(access, quarantined)
    },

    save(given) {
      const profile = structuredClone(given)
      return change(profile.id, async (access, { generations }) => {
        if (profile.sealed === 'locked') refuse('vault-locked')
        const generation = (generations.get(profile.id) ?? 0) + 1
        const { vaultId } = access.contents
        const text = encodeRecord(profile, generation, vaultId, access.ring?.key ?? null)
        await prepare()
        const { current, previous } = recordPaths(records, profile.id)
        await writeDurably(current, text, previous)
        generations.set(profile.id, generation)
      })
    },

    remove(id) {
      return change(id, async (_access, { generations }) => {
        const { current, previous } = recordPaths(records, id)
        try {
          // The other way round, a crash in between would bring the older one back.
          await removeDurably(records, [previous, current])
        } catch (error) {
          // A vault in which nothing was ever saved has no folder yet.
          if (!isMissing(error) || generations.has(id)) throw error
        }
        await createQuarantine(quarantine).forget(id)
        generations.delete(id)
      })
    },
  }
}
