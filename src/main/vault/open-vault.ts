import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { VaultView } from '../../shared/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { KeyStore, Log, Opener } from '../engine/ports.ts'
import { createByKeyStore, emptyContents, type OpenRing, unlock } from './key-ring.ts'
import type { ScryptCost } from './key-slots.ts'
import { errorCode } from './not-saved.ts'
import { createQuarantine } from './quarantine.ts'
import type { DataKey } from './record-file.ts'
import { type FoundRecords, findRecords } from './record-folder.ts'
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
  readonly found: FoundRecords
  /** Records of which something was set aside, now or before. */
  readonly setAside: ReadonlySet<ProfileId>
  /** Damaged files that could not be set aside; nothing may be written over them. */
  readonly stuckFiles: ReadonlySet<string>
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

/** Those that could not be set aside. */
async function setAside(
  files: readonly string[],
  options: VaultOptions,
): Promise<ReadonlySet<string>> {
  const quarantine = createQuarantine(vaultPaths(options.folder).quarantine)
  const stuckFiles = new Set<string>()
  for (const path of files) {
    try {
      await quarantine.take(path)
    } catch (error) {
      stuckFiles.add(path)
      options.log.info('quarantine-failed', { reason: errorCode(error) ?? 'unknown' })
    }
  }
  const count = files.length - stuckFiles.size
  if (count > 0) options.log.info('files-quarantined', { count })
  return stuckFiles
}

function inUse({ contents }: Access): Access {
  return { kind: 'closed', protection: { kind: 'read-only', reason: 'in-use' }, contents }
}

/**
 * Reads a vault, decides what may be done with it, and only then changes anything on
 * disk: damaged files are set aside and leftovers removed, if the vault is writable and
 * `hold` says that nobody else is using it.
 * Never throws because of what is on disk, but `wrong-passphrase` and `vault-missing` where
 * the user opens what was there before.
 */
export async function openVault(
  options: VaultOptions,
  opener: Opener,
  hold: () => Promise<boolean>,
): Promise<OpenedVault> {
  const { folder, keyStore, log } = options
  const file = await readVaultFile(folder)
  const byKeys = await tryKeys(file, keyStore, opener)
  // Who opens something is not given something empty, and the list of what was there is kept.
  if (byKeys === undefined && opener.kind !== 'start') throw new Failure({ code: 'vault-missing' })
  const key: DataKey | null =
    byKeys?.kind === 'writable' && byKeys.ring !== null
      ? { vaultId: byKeys.contents.vaultId, bytes: byKeys.ring.key }
      : null
  let found: FoundRecords
  try {
    found = await findRecords(vaultPaths(folder).records, key)
  } catch (error) {
    log.info('records-unreadable', { reason: errorCode(error) ?? 'unknown' })
    const nothing: FoundRecords = { records: [], temporaryFiles: [] }
    const access = locked('vault-unreadable')
    key?.bytes.fill(0)
    return { access, found: nothing, setAside: new Set(), stuckFiles: new Set() }
  }
  // Without slots nothing was ever sealed: a sealed record says that its vault file is lost.
  const isKeyLost =
    byKeys === undefined &&
    found.records.some(({ reading }) => reading.kind === 'good' && reading.sealed === 'locked')
  const existing = file.kind === 'good' ? file.contents : undefined
  const byFiles = isKeyLost
    ? locked('vault-damaged')
    : (byKeys ?? (await create(existing, keyStore)))
  const access = byFiles.kind === 'writable' && !(await hold()) ? inUse(byFiles) : byFiles
  if (access.kind === 'closed') {
    key?.bytes.fill(0)
    return { access, found, setAside: await recordsAside(options), stuckFiles: new Set() }
  }
  const damagedVaultFile = file.kind === 'good' ? file.damagedFile : undefined
  const damagedFiles = found.records.flatMap((record) => record.damagedFiles)
  if (damagedVaultFile !== undefined) damagedFiles.push(damagedVaultFile)
  for (const path of found.temporaryFiles) await rm(path, { force: true }).catch(() => {})
  const stuckFiles = await setAside(damagedFiles, options)
  return { access, found, setAside: await recordsAside(options), stuckFiles }
}
