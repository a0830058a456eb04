import { join } from 'node:path'
import { Failure, type UnusableKeyStore } from '../../shared/errors.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import type { KeyStore, Log } from '../engine/ports.ts'
import type { OpenRing } from './key-ring.ts'
import { type ScryptCost, standingOf } from './key-slots.ts'
import type { RecordIndex, Refusal } from './open-profiles.ts'
import type { VaultContents } from './vault-file.ts'

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
