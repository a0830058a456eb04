import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileStore } from '../engine/ports.ts'
import { removeDurably, syncFolder, writeDurably } from './durable-file.ts'
import { errorCode, isMissing, notSaved } from './not-saved.ts'
import { openProfiles, type Refusal, type Roll } from './open-profiles.ts'
import { type Access, openVault, type VaultOptions, vaultPaths } from './open-vault.ts'
import { createQuarantine } from './quarantine.ts'
import { createQueues } from './queues.ts'
import { encodeRecord } from './record-file.ts'
import { recordPaths } from './record-folder.ts'
import { writeVaultFile } from './vault-file.ts'

interface State {
  readonly access: Access
  readonly quarantined: number
  readonly roll: Roll
}

type Writable = Extract<Access, { kind: 'writable' }>

function refuse(code: Refusal): never {
  throw new Failure({ code })
}

/** Makes the folders, and the vault file if it has to be written before the first record. */
async function prepareFolder(folder: string, { unwritten }: Writable): Promise<void> {
  const { records } = vaultPaths(folder)
  if (unwritten === undefined) {
    await mkdir(records, { mode: 0o700 }).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
    return
  }
  await mkdir(records, { recursive: true, mode: 0o700 })
  await syncFolder(folder)
  await syncFolder(dirname(folder))
  await writeVaultFile(folder, unwritten)
}

/**
 * Keeps every profile in a file of its own: settings in the clear, secrets and tokens
 * sealed under a data key that the key store wraps. Where nothing protects a key,
 * secrets are not written at all.
 */
export function createVault(options: VaultOptions): ProfileStore {
  const { folder, log } = options
  const { records, quarantine } = vaultPaths(folder)
  const queues = createQueues()
  let state: State | undefined
  let prepared: Promise<void> | undefined

  function opened(): State {
    if (state === undefined) throw new Error('a vault is opened before it is used')
    return state
  }

  async function prepare(access: Writable): Promise<void> {
    prepared ??= prepareFolder(folder, access)
    try {
      await prepared
    } catch (error) {
      // The disk may have room again when somebody tries next.
      prepared = undefined
      throw error
    }
  }

  /** Runs a change of one record in its turn, if the vault and the record allow it. */
  function change(
    id: ProfileId,
    work: (access: Writable, roll: Roll) => Promise<void>,
  ): Promise<void> {
    return queues.run(id, async () => {
      const { access, roll } = opened()
      if (access.kind === 'closed') {
        return refuse(access.protection.kind === 'locked' ? 'vault-locked' : 'vault-read-only')
      }
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
    async open() {
      const { access, found, quarantined, stuckFiles } = await openVault(options)
      const { profiles, roll } = openProfiles(found.records, stuckFiles, access, log)
      state = { access, quarantined, roll }
      const reason = access.protection.kind
      log.info('vault-opened', { count: profiles.length, reason })
      if (quarantined > 0) log.info('files-quarantined', { count: quarantined })
      return profiles
    },

    view() {
      const { access, quarantined } = opened()
      return { protection: access.protection, quarantined }
    },

    save(given) {
      const profile = structuredClone(given)
      return change(profile.id, async (access, { generations }) => {
        if (profile.sealed === 'locked') refuse('vault-locked')
        const generation = (generations.get(profile.id) ?? 0) + 1
        const text = encodeRecord(profile, generation, access.vaultId, access.key)
        await prepare(access)
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
