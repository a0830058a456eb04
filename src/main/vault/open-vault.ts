import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { VaultView } from '../../shared/contract.ts'
import type { KeyStore, Log } from '../engine/ports.ts'
import { createContents, unlock } from './key-ring.ts'
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
}

/** Whether and how records may be written. */
export type Access =
  | {
      readonly kind: 'writable'
      readonly protection: Extract<VaultView['protection'], { kind: 'key-store' | 'memory-only' }>
      readonly vaultId: string
      readonly key: Uint8Array | null
      /** What the vault file has to hold before the first record is written. */
      readonly unwritten: VaultContents | undefined
    }
  | {
      readonly kind: 'closed'
      readonly protection: Extract<VaultView['protection'], { kind: 'locked' | 'read-only' }>
    }

export interface OpenedVault {
  readonly access: Access
  readonly found: FoundRecords
  readonly quarantined: number
  /** Damaged files that could not be set aside; nothing may be written over them. */
  readonly stuckFiles: ReadonlySet<string>
}

export function vaultPaths(folder: string) {
  return { records: join(folder, 'records'), quarantine: join(folder, 'quarantine') }
}

function locked(reason: 'no-key-store' | 'key-does-not-fit' | 'vault-damaged'): Access {
  return { kind: 'closed', protection: { kind: 'locked', reason } }
}

async function create(
  existing: VaultContents | undefined,
  keyStore: KeyStore,
): Promise<Extract<Access, { kind: 'writable' }>> {
  const made = await createContents(existing, keyStore)
  const { vaultId } = made.contents
  if (made.kind === 'protected') {
    const protection = { kind: 'key-store' } as const
    return { kind: 'writable', protection, vaultId, key: made.key, unwritten: made.contents }
  }
  const protection = { kind: 'memory-only', reason: made.reason } as const
  const unwritten = existing === undefined ? made.contents : undefined
  return { kind: 'writable', protection, vaultId, key: null, unwritten }
}

/** What the vault file alone allows; `undefined`: there is no key yet. */
async function tryKeys(file: VaultFileReading, keyStore: KeyStore): Promise<Access | undefined> {
  if (file.kind === 'absent') return undefined
  if (file.kind === 'damaged') return locked('vault-damaged')
  if (file.kind === 'newer') {
    return { kind: 'closed', protection: { kind: 'read-only', reason: 'newer-format' } }
  }
  const unlocking = await unlock(file.contents, keyStore)
  if (unlocking.kind === 'no-slots') return undefined
  if (unlocking.kind === 'locked') return locked(unlocking.reason)
  return {
    kind: 'writable',
    protection: { kind: 'key-store' },
    vaultId: file.contents.vaultId,
    key: unlocking.key,
    unwritten: file.damagedFile === undefined ? undefined : file.contents,
  }
}

async function setAside(files: readonly string[], options: VaultOptions) {
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
  return { quarantined: files.length - stuckFiles.size, stuckFiles }
}

const inUse: Access = {
  kind: 'closed',
  protection: { kind: 'read-only', reason: 'in-use' },
}

/**
 * Reads a vault, decides what may be done with it, and only then changes anything on
 * disk: damaged files are set aside and leftovers removed, if the vault is writable and
 * `hold` says that nobody else is using it.
 * Never throws because of what is on disk.
 */
export async function openVault(
  options: VaultOptions,
  hold: () => Promise<boolean>,
): Promise<OpenedVault> {
  const { folder, keyStore, log } = options
  const file = await readVaultFile(folder)
  const byKeys = await tryKeys(file, keyStore)
  const key: DataKey | null =
    byKeys?.kind === 'writable' && byKeys.key !== null
      ? { vaultId: byKeys.vaultId, bytes: byKeys.key }
      : null
  let found: FoundRecords
  try {
    found = await findRecords(vaultPaths(folder).records, key)
  } catch (error) {
    log.info('records-unreadable', { reason: errorCode(error) ?? 'unknown' })
    const nothing: FoundRecords = { records: [], temporaryFiles: [] }
    const access = locked('vault-damaged')
    return { access, found: nothing, quarantined: 0, stuckFiles: new Set() }
  }
  // Without slots nothing was ever sealed: a sealed record says that its vault file is lost.
  const isKeyLost =
    byKeys === undefined &&
    found.records.some(({ reading }) => reading.kind === 'good' && reading.sealed === 'locked')
  const existing = file.kind === 'good' ? file.contents : undefined
  const byFiles = isKeyLost
    ? locked('vault-damaged')
    : (byKeys ?? (await create(existing, keyStore)))
  const access = byFiles.kind === 'writable' && !(await hold()) ? inUse : byFiles
  if (access.kind === 'closed') {
    return { access, found, quarantined: 0, stuckFiles: new Set() }
  }
  const damagedVaultFile = file.kind === 'good' ? file.damagedFile : undefined
  const damagedFiles = found.records.flatMap((record) => record.damagedFiles)
  if (damagedVaultFile !== undefined) damagedFiles.push(damagedVaultFile)
  for (const path of found.temporaryFiles) await rm(path, { force: true }).catch(() => {})
  return { access, found, ...(await setAside(damagedFiles, options)) }
}
