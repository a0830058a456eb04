import { join } from 'node:path'
import type { VaultView } from '../../shared/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { KeyStore, Log, Opener } from '../engine/ports.ts'
import { createByKeyStore, emptyContents, type OpenRing, unlock } from './key-ring.ts'
import type { ScryptCost } from './key-slots.ts'
import { removeLeftovers } from './leftovers.ts'
import { errorCode } from './not-saved.ts'
import { createQuarantine } from './quarantine.ts'
import type { DataKey } from './record-file.ts'
import { type FoundRecord, type ListedRecords, listRecords, readRecords } from './record-folder.ts'
import { readVaultFile, type VaultContents, type VaultFileReading } from './vault-file.ts'

export interface VaultOptions {
  /** Made when something is first saved. */
  readonly folder: string
  readonly keyStore: KeyStore
  readonly log: Log
  /** Of the passphrases that are set from now on; the usual one, if it is left out. */
  readonly scryptCost?: ScryptCost
}

type Protection<Kind> = Extract<VaultView['protection'], { kind: Kind }>

/** Whether and how records may be written. */
export type Access =
  | {
      readonly kind: 'writable'
      readonly contents: VaultContents
      /** What the vault file held when it was last read or written. */
      readonly onDisk: VaultContents | undefined
      /** Whether both copies of it say so already; they have to before a record is written. */
      readonly isWritten: boolean
      readonly ring: OpenRing
    }
  | {
      readonly kind: 'writable'
      readonly contents: VaultContents
      readonly onDisk: VaultContents | undefined
      readonly isWritten: boolean
      /** Nothing protects a key: secrets are not written. */
      readonly ring: null
      readonly reason: 'no-key-store' | 'weak-key-store'
    }
  | {
      readonly kind: 'closed'
      readonly protection: Protection<'locked' | 'read-only' | 'memory-only'>
      /** `undefined`: it can't be read. */
      readonly contents: VaultContents | undefined
    }

export type Writable = Extract<Access, { kind: 'writable' }>

export interface OpenedVault {
  readonly access: Access
  /** Records of which something was set aside before, and nothing is on disk now. */
  readonly setAside: readonly ProfileId[]
  readonly count: number
  /** So many at the beginning are wanted together, before the others. */
  readonly together: number
  /**
   * The records, some at a time, these together or in parts of their own; to be gone through
   * once, and not to the end where they are of no use any more.
   */
  readonly records: AsyncIterable<readonly FoundRecord[]>
}

export function vaultPaths(folder: string) {
  return { records: join(folder, 'records'), quarantine: join(folder, 'quarantine') }
}

type LockedReason = Protection<'locked'>['reason']

function locked(reason: LockedReason, contents?: VaultContents): Access {
  return { kind: 'closed', protection: { kind: 'locked', reason }, contents }
}

async function create(existing: VaultContents | undefined, keyStore: KeyStore): Promise<Access> {
  const contents = existing ?? emptyContents()
  const made = await createByKeyStore(contents, keyStore)
  if (typeof made !== 'string') {
    const { contents } = made
    return { kind: 'writable', contents, onDisk: existing, isWritten: false, ring: made }
  }
  const isWritten = existing !== undefined
  return { kind: 'writable', contents, onDisk: existing, isWritten, ring: null, reason: made }
}

/** What the vault file alone allows; `undefined`: there is no key yet. */
async function tryKeys(
  file: VaultFileReading,
  keyStore: KeyStore,
  opener: Opener,
): Promise<Access | undefined> {
  if (file.kind === 'absent') return undefined
  if (file.kind === 'damaged') return locked('vault-damaged')
  if (file.kind === 'unreadable') return locked('vault-unreadable')
  if (file.kind === 'newer') {
    const protection = { kind: 'read-only', reason: 'newer-format' } as const
    return { kind: 'closed', protection, contents: undefined }
  }
  const unlocking = await unlock(file.contents, keyStore, opener)
  if (unlocking.kind === 'no-slots') return undefined
  if (unlocking.kind === 'locked') return locked(unlocking.reason, file.contents)
  const { ring } = unlocking
  const isWritten = file.damagedFile === undefined && ring.contents === file.contents
  const { contents } = ring
  return { kind: 'writable', contents, onDisk: file.contents, isWritten, ring }
}

/** None where the folder can't be read: then nobody can say more than before. */
async function recordsAside({ folder, log }: VaultOptions): Promise<ReadonlySet<ProfileId>> {
  try {
    return await createQuarantine(vaultPaths(folder).quarantine).records()
  } catch (error) {
    log.info('quarantine-unreadable', { reason: errorCode(error) ?? 'unknown' })
    return new Set()
  }
}

/** Sets damaged files aside; gives those that could not be. */
export async function setAside(
  files: readonly string[],
  { folder, log }: Pick<VaultOptions, 'folder' | 'log'>,
): Promise<ReadonlySet<string>> {
  const quarantine = createQuarantine(vaultPaths(folder).quarantine)
  const stuckFiles = new Set<string>()
  for (const path of files) {
    try {
      await quarantine.take(path)
    } catch (error) {
      stuckFiles.add(path)
      log.info('quarantine-failed', { reason: errorCode(error) ?? 'unknown' })
    }
  }
  const count = files.length - stuckFiles.size
  if (count > 0) log.info('files-quarantined', { count })
  return stuckFiles
}

function inUse({ contents }: Access): Access {
  return { kind: 'closed', protection: { kind: 'read-only', reason: 'in-use' }, contents }
}

/** So many are read in no time: no part of them is worth a list that is not whole. */
const few = 200

/** Those of `first` that there are, and then the others. */
function inOrder(ids: readonly ProfileId[], first: readonly ProfileId[]) {
  const there = new Set(ids)
  const early = new Set(first.filter((id) => there.has(id)))
  const isWhole = ids.length <= few || early.size === 0
  return {
    ids: [...early, ...ids.filter((id) => !early.has(id))],
    together: isWhole ? ids.length : early.size,
  }
}

async function* inParts(
  folder: string,
  ids: readonly ProfileId[],
  together: number,
  key: DataKey | null,
): AsyncGenerator<readonly FoundRecord[]> {
  yield* readRecords(folder, ids.slice(0, together), key)
  yield* readRecords(folder, ids.slice(together), key)
}

async function* forgettingKey<Item>(
  slices: AsyncIterable<Item>,
  key: DataKey,
): AsyncGenerator<Item> {
  try {
    yield* slices
  } finally {
    key.bytes.fill(0)
  }
}

/** Reads with a key of its own: a vault that has to give way meanwhile forgets the one it has. */
function readOpening(
  folder: string,
  ids: readonly ProfileId[],
  together: number,
  key: DataKey | null,
): AsyncIterable<readonly FoundRecord[]> {
  if (key === null) return inParts(folder, ids, together, null)
  const own = { ...key, bytes: Uint8Array.from(key.bytes) }
  return forgettingKey(inParts(folder, ids, together, own), own)
}

async function collected<Item>(slices: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  const items: Item[] = []
  for await (const slice of slices) items.push(...slice)
  return items
}

async function* atOnce<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  if (items.length > 0) yield items
}

/**
 * Reads a vault's own file and the names of its records, and decides what may be done with it;
 * then leftovers are removed, if the vault is writable and `hold` says that nobody else is
 * using it. The records are still to be read, those of `first` before the others.
 * Never throws because of what is on disk, but `wrong-passphrase` and `vault-missing` where
 * the user opens what was there before.
 */
export async function openVault(
  options: VaultOptions,
  opener: Opener,
  first: readonly ProfileId[],
  hold: () => Promise<boolean>,
): Promise<OpenedVault> {
  const { folder, keyStore, log } = options
  const { records: recordsFolder } = vaultPaths(folder)
  const file = await readVaultFile(folder)
  const byKeys = await tryKeys(file, keyStore, opener)
  // Who opens something is not given something empty, and the list of what was there is kept.
  if (byKeys === undefined && opener.kind !== 'start') throw new Failure({ code: 'vault-missing' })
  const key: DataKey | null =
    byKeys?.kind === 'writable' && byKeys.ring !== null
      ? { vaultId: byKeys.contents.vaultId, bytes: byKeys.ring.key }
      : null
  let listed: ListedRecords
  try {
    listed = await listRecords(recordsFolder)
  } catch (error) {
    log.info('records-unreadable', { reason: errorCode(error) ?? 'unknown' })
    key?.bytes.fill(0)
    const nothing = { setAside: [], count: 0, together: 0, records: atOnce([]) }
    return { access: locked('vault-unreadable'), ...nothing }
  }
  const { ids, together } = inOrder(listed.ids, first)
  let records = readOpening(recordsFolder, ids, together, key)
  let byFiles = byKeys
  if (byFiles === undefined) {
    const found = await collected(records)
    records = atOnce(found)
    // Without slots nothing was ever sealed: a sealed record says that its vault file is lost.
    const isKeyLost = found.some(
      ({ reading }) => reading.kind === 'good' && reading.sealed === 'locked',
    )
    const existing = file.kind === 'good' ? file.contents : undefined
    byFiles = isKeyLost ? locked('vault-damaged') : await create(existing, keyStore)
  }
  const access = byFiles.kind === 'writable' && !(await hold()) ? inUse(byFiles) : byFiles
  if (access.kind === 'closed') key?.bytes.fill(0)
  else {
    const damagedFile = file.kind === 'good' ? file.damagedFile : undefined
    await removeLeftovers(listed.temporaryFiles)
    if (damagedFile !== undefined) await setAside([damagedFile], options)
  }
  const there = new Set(ids)
  const aside = [...(await recordsAside(options))].filter((id) => !there.has(id))
  return { access, setAside: aside, count: ids.length, together, records }
}
