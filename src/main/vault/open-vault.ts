import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { KeyStore, Opener } from '../engine/ports.ts'
import { errorCode } from './disk.ts'
import { removeLeftovers } from './durable-file.ts'
import { createByKeyStore, emptyContents, unlock } from './key-ring.ts'
import { createQuarantine } from './quarantine.ts'
import type { DataKey } from './record-file.ts'
import { type FoundRecord, type ListedRecords, listRecords, readRecords } from './record-folder.ts'
import { type Access, type Protection, type VaultOptions, vaultPaths } from './vault-access.ts'
import { readVaultFile, type VaultContents, type VaultFileReading } from './vault-file.ts'

export interface OpenedVault {
  readonly access: Access
  /** Records that have quarantined files and no others. */
  readonly setAside: readonly ProfileId[]
  readonly count: number
  /** The number of records at the beginning that are needed together, before the others. */
  readonly together: number
  /**
   * The records in slices; no slice spans the first `together` records and later ones. Iterate only
   * once; stopping early is allowed.
   */
  readonly records: AsyncIterable<readonly FoundRecord[]>
}

function locked(reason: Protection<'locked'>['reason'], contents?: VaultContents): Access {
  return { kind: 'closed', protection: { kind: 'locked', reason }, contents }
}

function inUse({ contents }: Access): Access {
  return { kind: 'closed', protection: { kind: 'read-only', reason: 'in-use' }, contents }
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

/** Returns the access that the vault file allows; `undefined`: there is no key yet. */
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

/** Up to this number, records are read so fast that showing a part first gains nothing. */
const few = 200

/** Puts the existing ones of `first` before the others. */
function inOrder(ids: readonly ProfileId[], first: readonly ProfileId[]) {
  const existing = new Set(ids)
  const early = new Set(first.filter((id) => existing.has(id)))
  const isWhole = ids.length <= few || early.size === 0
  return {
    ids: [...early, ...ids.filter((id) => !early.has(id))],
    together: isWhole ? ids.length : early.size,
  }
}

async function* readInOrder(
  folder: string,
  ids: readonly ProfileId[],
  together: number,
  key: DataKey | null,
): AsyncGenerator<readonly FoundRecord[]> {
  try {
    yield* readRecords(folder, ids.slice(0, together), key)
    yield* readRecords(folder, ids.slice(together), key)
  } finally {
    key?.bytes.fill(0)
  }
}

/** Copies a key, because the vault erases its own if it gives way while records are being read. */
function copyOf(key: DataKey | null): DataKey | null {
  return key === null ? null : { ...key, bytes: Uint8Array.from(key.bytes) }
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
 * Reads the vault file and the names of the records, and decides what may be done with the vault;
 * then removes leftovers if it is writable and `hold` confirms that no other process uses it. The
 * records are read afterwards, those of `first` before the others. Never throws because of the
 * contents of the disk. Throws `wrong-passphrase`, and `vault-missing` if the user opens an existing
 * vault and it is gone.
 */
export async function openVault(
  options: VaultOptions,
  opener: Opener,
  first: readonly ProfileId[],
  hold: () => Promise<boolean>,
): Promise<OpenedVault> {
  const { folder, keyStore, log } = options
  const { records: recordsFolder, quarantine: quarantineFolder } = vaultPaths(folder)
  const quarantine = createQuarantine(quarantineFolder, log)
  const file = await readVaultFile(folder)
  const byKeys = await tryKeys(file, keyStore, opener)
  // Never open as an empty vault when records existed.
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
  let records = readInOrder(recordsFolder, ids, together, copyOf(key))
  let byFiles = byKeys
  if (byFiles === undefined) {
    const found = await collected(records)
    records = atOnce(found)
    // Without slots nothing was ever sealed, so a sealed record proves that its vault file is lost.
    const isKeyLost = found.some(
      ({ reading }) => reading.kind === 'good' && reading.sealed === 'locked',
    )
    const existing = file.kind === 'good' ? file.contents : undefined
    byFiles = isKeyLost ? locked('vault-damaged') : await create(existing, keyStore)
  }
  const access = byFiles.kind === 'writable' && !(await hold()) ? inUse(byFiles) : byFiles
  if (access.kind === 'closed') key?.bytes.fill(0)
  else {
    await removeLeftovers(listed.temporaryFiles)
    const damagedFile = file.kind === 'good' ? file.damagedFile : undefined
    if (damagedFile !== undefined) await quarantine.take([damagedFile])
  }
  const existing = new Set(ids)
  const setAside = [...(await quarantine.records())].filter((id) => !existing.has(id))
  return { access, setAside, count: ids.length, together, records }
}
