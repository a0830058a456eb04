import { join } from 'node:path'
import { Failure, type UnusableKeyStore } from '../../shared/errors.ts'
import type { KeyedQueue } from '../../shared/keyed-queue.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import type { KeyStore, Log } from '../engine/ports.ts'
import { notSaved } from './disk.ts'
import { makeFolder, makeSubfolder } from './durable-file.ts'
import type { OpenRing } from './key-ring.ts'
import { type ScryptCost, standingOf } from './key-slots.ts'
import type { FolderLock } from './lock-file.ts'
import type { RecordIndex, Refusal } from './open-profiles.ts'
import { mayReplace, readVaultFile, type VaultContents, writeVaultFile } from './vault-file.ts'

export interface VaultOptions {
  /** Created with the first save. */
  readonly folder: string
  readonly keyStore: KeyStore
  readonly log: Log
  /** Cost of new passphrases; `usualCost` if omitted. */
  readonly scryptCost?: ScryptCost
}

export function vaultPaths(folder: string) {
  return { records: join(folder, 'records'), quarantine: join(folder, 'quarantine') }
}

export type Protection<Kind> = Extract<VaultView['protection'], { kind: Kind }>

/** The permission to write records, and how they are sealed. */
export type Access =
  | {
      readonly kind: 'writable'
      readonly contents: VaultContents
      /** Contents of the vault file when it was last read or written. */
      readonly onDisk: VaultContents | undefined
      /** True if both copies of the vault file hold `contents`; required to write a record. */
      readonly isWritten: boolean
      readonly ring: OpenRing
    }
  | {
      readonly kind: 'writable'
      readonly contents: VaultContents
      readonly onDisk: VaultContents | undefined
      readonly isWritten: boolean
      /** Nothing protects a key, so secrets are not written. */
      readonly ring: null
      readonly reason: UnusableKeyStore
    }
  | {
      readonly kind: 'closed'
      readonly protection: Protection<'locked' | 'read-only' | 'memory-only'>
      /** `undefined`: it can't be read. */
      readonly contents: VaultContents | undefined
    }

export type Writable = Extract<Access, { kind: 'writable' }>

type ReadOnlyCode = (typeof readOnlyCodes)[keyof typeof readOnlyCodes]

/** Refuses to change a vault or one of its records. */
export function refuse(code: Refusal | ReadOnlyCode): never {
  throw new Failure({ code })
}

/** Throws the reason if nothing may be written. */
export function assertWritable(access: Access): asserts access is Writable {
  if (access.kind === 'writable') return
  const { protection } = access
  refuse(protection.kind === 'read-only' ? readOnlyCodes[protection.reason] : 'vault-locked')
}

export function isLocked(access: Access): boolean {
  return access.kind === 'closed' && access.protection.kind === 'locked'
}

function protectionOf(access: Access): VaultView['protection'] {
  if (access.kind === 'closed') return access.protection
  if (access.ring === null) return { kind: 'memory-only', reason: access.reason }
  const { keyStoreTrouble } = access.ring
  if (keyStoreTrouble === null) return { kind: 'key-store' }
  return { kind: 'passphrase', keyStore: keyStoreTrouble }
}

/** Troubles that a restart may end, if the key store is tried only once per process. */
const troublesOfOneProcess: ReadonlySet<string> = new Set(['no-key-store', 'key-does-not-fit'])

function troubleIn(protection: VaultView['protection']): string | null {
  if (protection.kind === 'passphrase') return protection.keyStore
  return protection.kind === 'locked' || protection.kind === 'memory-only'
    ? protection.reason
    : null
}

/** Returns how a vault protects its secrets, for the page to show. */
export function viewOfVault(
  access: Access,
  { lost, unreadable, tooLarge }: Pick<RecordIndex, 'lost' | 'unreadable' | 'tooLarge'>,
  { asksAgain }: Pick<KeyStore, 'asksAgain'>,
): VaultView {
  const slots = access.contents?.slots ?? []
  const protection = protectionOf(access)
  return {
    protection,
    needsRestart: !asksAgain && troublesOfOneProcess.has(troubleIn(protection) ?? ''),
    keys: {
      keyStore: standingOf(slots, 'key-store'),
      passphrase: standingOf(slots, 'passphrase'),
    },
    quarantined: lost.size,
    unreadable: unreadable.size,
    tooLarge: tooLarge.size,
  }
}

/** Owns the access to an open vault; writes its file, and nothing once another Token Desk does. */
export interface VaultWriter {
  access(): Access
  /** Starts with the access of a vault that was just opened. */
  begin(access: Access): void
  set(access: Access): void
  /** Runs `work` after all other changes of the vault file. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value>
  /** Takes the lock file; gives way if another process has it. */
  hold(): Promise<void>
  /** Makes the vault read-only and throws the reason: another Token Desk writes here. */
  giveWay(reason: 'in-use' | 'changed-elsewhere'): never
  /** Creates the folders, and the vault file if it has to exist before the first record. */
  prepare(): Promise<void>
  /**
   * Writes the vault file and then sets the access, so that a failure changes nothing. Call in turn.
   * Throws `Failure`: `not-saved`, or why the file may not be replaced.
   */
  write(next: Writable): Promise<void>
}

/** Queue key of the vault file. */
const vaultFile = 'vault-file'

export function createVaultWriter(
  { folder, log }: Pick<VaultOptions, 'folder' | 'log'>,
  turns: KeyedQueue<string>,
  lock: FolderLock,
): VaultWriter {
  const { records } = vaultPaths(folder)
  let current: Access | undefined
  let isPrepared = false
  /** Contents that this vault may have written since it last read the vault file. */
  let tried: VaultContents[] = []

  function access(): Access {
    if (current === undefined) throw new Error('a vault is opened before it is used')
    return current
  }

  function giveWay(reason: 'in-use' | 'changed-elsewhere'): never {
    const before = access()
    // A vault that was locked in the meantime stays locked.
    if (before.kind === 'closed') return refuse(readOnlyCodes[reason])
    const protection = { kind: 'read-only', reason } as const
    current = { kind: 'closed', protection, contents: before.contents }
    void turns.settle().then(() => before.ring?.key.fill(0))
    log.info('vault-given-way', { reason })
    return refuse(readOnlyCodes[reason])
  }

  async function hold(): Promise<void> {
    if (!(await lock.hold())) giveWay('in-use')
  }

  async function writeContents({ contents, onDisk }: Writable): Promise<void> {
    await makeFolder(folder)
    await hold()
    await makeSubfolder(records)
    // A failed write may still have reached the disk.
    tried.push(contents)
    const known = onDisk === undefined ? tried : [onDisk, ...tried]
    const answer = mayReplace(await readVaultFile(folder), known)
    if (answer === 'no') giveWay('changed-elsewhere')
    // It was missing or readable when the vault was opened, and may become readable again.
    if (answer === 'unreadable') throw new Failure({ code: 'vault-unreadable' })
    await writeVaultFile(folder, contents)
    tried = []
  }

  async function write(next: Writable): Promise<void> {
    await writeContents(next).catch((error: unknown) => {
      throw notSaved(error)
    })
    // The save of a record may have given way in the meantime, which erased the key.
    assertWritable(access())
    current = { ...next, isWritten: true, onDisk: next.contents }
    isPrepared = true
  }

  return {
    access,
    begin(opened) {
      current = opened
      tried = []
      isPrepared = false
    },
    set(next) {
      current = next
    },
    inTurn: (work) => turns.take(vaultFile, work),
    hold,
    giveWay,
    write,
    async prepare() {
      if (isPrepared) return
      await turns.take(vaultFile, async () => {
        const now = access()
        assertWritable(now)
        if (isPrepared) return
        if (!now.isWritten) return write(now)
        await hold()
        await makeSubfolder(records)
        isPrepared = true
      })
    },
  }
}
