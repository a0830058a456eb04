import { Failure } from '../../shared/errors.ts'
import type { KeyedQueue } from '../../shared/keyed-queue.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import { makeFolder, makeSubfolder } from './durable-folder.ts'
import { notSaved } from './file-error.ts'
import type { FolderLock } from './lock-file.ts'
import {
  type Access,
  assertWritable,
  refuse,
  type VaultOptions,
  vaultPaths,
  type Writable,
} from './vault-access.ts'
import { mayReplace, readVaultFile, type VaultContents, writeVaultFile } from './vault-file.ts'

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
