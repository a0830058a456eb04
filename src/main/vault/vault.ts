import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import type { ProfileStore } from '../engine/ports.ts'
import { removeDurably, writeDurably } from './durable-file.ts'
import { fingerprintOf } from './holdings.ts'
import { clearLeftovers } from './leftovers.ts'
import { isMissing, notSaved } from './not-saved.ts'
import { openProfiles, type Roll } from './open-profiles.ts'
import { type Access, openVault, type VaultOptions, vaultPaths } from './open-vault.ts'
import { makeFolder, makeSubfolder, mayReplace } from './prepare-folder.ts'
import { createQuarantine } from './quarantine.ts'
import { createQueues } from './queues.ts'
import { encodeRecord } from './record-file.ts'
import { recordPaths } from './record-folder.ts'
import { thisProcess } from './this-process.ts'
import { readVaultFile, writeVaultFile } from './vault-file.ts'
import { createVaultLock, type VaultLock } from './vault-lock.ts'

interface State {
  readonly access: Access
  readonly quarantined: number
  readonly roll: Roll
}

type Writable = Extract<Access, { kind: 'writable' }>
type Refusal = 'vault-locked' | (typeof readOnlyCodes)[keyof typeof readOnlyCodes]

export interface Vault extends ProfileStore {
  /** Lets another Token Desk have the vault. Call it when nothing is to be saved any more. */
  close(): Promise<void>
}

function refuse(code: Refusal): never {
  throw new Failure({ code })
}

/**
 * Keeps every profile in a file of its own: settings in the clear, secrets and tokens
 * sealed under a data key that the key store wraps. Where nothing protects a key,
 * secrets are not written at all. One Token Desk at a time may write.
 */
export function createVault(
  options: VaultOptions,
  lock: VaultLock = createVaultLock(options.folder, thisProcess()),
): Vault {
  const { folder, log } = options
  const { records, quarantine } = vaultPaths(folder)
  const queues = createQueues()
  let state: State | undefined
  let prepared: Promise<void> | undefined

  function opened(): State {
    if (state === undefined) throw new Error('a vault is opened before it is used')
    return state
  }

  /** Somebody else writes here: what this vault knows is old, and nothing more is written. */
  function giveWay(reason: 'in-use' | 'changed-elsewhere'): never {
    const protection = { kind: 'read-only', reason } as const
    state = { ...opened(), access: { kind: 'closed', protection } }
    log.info('vault-given-way', { reason })
    return refuse(readOnlyCodes[reason])
  }

  /** Makes the folders, and the vault file if it has to be written before the first record. */
  async function prepareFolder({ unwritten }: Writable): Promise<void> {
    if (unwritten !== undefined) await makeFolder(folder)
    if (!(await lock.hold())) giveWay('in-use')
    await makeSubfolder(records)
    if (unwritten === undefined) return
    const answer = mayReplace(await readVaultFile(folder), unwritten)
    if (answer === 'no') giveWay('changed-elsewhere')
    // It was not there, or whole, when the vault was opened: perhaps the disk can read it again.
    if (answer === 'unreadable') throw new Failure({ code: 'not-saved', reason: 'other' })
    await writeVaultFile(folder, unwritten)
  }

  async function prepare(access: Writable): Promise<void> {
    prepared ??= prepareFolder(access)
    try {
      await prepared
    } catch (error) {
      // The disk may have room again when somebody tries next.
      prepared = undefined
      throw error
    }
  }

  /** Makes sure that what the file of a record holds may be replaced. */
  async function settle(id: ProfileId, { holdings }: Roll): Promise<void> {
    if (!(await lock.hold())) giveWay('in-use')
    const { current } = recordPaths(records, id)
    const standing = await holdings.standingOf(id, current)
    if (standing === 'changed') giveWay('changed-elsewhere')
    if (standing !== 'damaged') return
    await createQuarantine(quarantine).take(current)
    const { quarantined } = opened()
    state = { ...opened(), quarantined: quarantined + 1 }
  }

  /** Runs a change of one record in its turn, if the vault and the record allow it. */
  function change(
    id: ProfileId,
    work: (access: Writable, roll: Roll) => Promise<void>,
  ): Promise<void> {
    return queues.run(id, async () => {
      const { access, roll } = opened()
      if (access.kind === 'closed') {
        const { protection } = access
        return refuse(
          protection.kind === 'locked' ? 'vault-locked' : readOnlyCodes[protection.reason],
        )
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
      // Where the lock can't be taken, nothing can be written either: the first save will say so.
      const hold = () => lock.hold().catch(() => true)
      const { access, found, quarantined, stuckFiles } = await openVault(options, hold)
      if (access.kind === 'writable') await clearLeftovers(folder)
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
      return change(profile.id, async (access, roll) => {
        const { id } = profile
        if (profile.sealed === 'locked') refuse('vault-locked')
        const generation = (roll.generations.get(id) ?? 0) + 1
        const text = encodeRecord(profile, generation, access.vaultId, access.key)
        await prepare(access)
        await settle(id, roll)
        const { current, previous } = recordPaths(records, id)
        roll.holdings.expect(id, fingerprintOf(text))
        await writeDurably(current, text, previous)
        roll.holdings.hold(id, fingerprintOf(text))
        roll.generations.set(id, generation)
      })
    },

    remove(id) {
      return change(id, async (_access, roll) => {
        const { current, previous } = recordPaths(records, id)
        try {
          await settle(id, roll)
          // The other way round, a crash in between would bring the older one back.
          await removeDurably(records, [previous, current])
        } catch (error) {
          // A vault in which nothing was ever saved has no folder yet.
          if (!isMissing(error) || roll.generations.has(id)) throw error
        }
        await createQuarantine(quarantine).forget(id)
        roll.generations.delete(id)
        roll.holdings.forget(id)
      })
    },

    close: () => lock.release(),
  }
}
