import { randomBytes, randomUUID } from 'node:crypto'
import { Failure, type UnusableKeyStore } from '../../shared/errors.ts'
import type { KeyStore, Opener } from '../engine/ports.ts'
import {
  afterOpeningBy,
  type KeyStoreSlot,
  keyStoreSlotsOf,
  type PassphraseSlot,
  passphraseSlotsOf,
  withSlot,
} from './key-slots.ts'
import { type KeyStoreTrouble, makeKeyStoreSlot, openKeyStoreSlots } from './key-store-slot.ts'
import { openPassphraseSlot } from './passphrase-slot.ts'
import { doesFit, keyLength, makeCheck } from './sealing.ts'
import { type VaultContents, vaultFormat } from './vault-file.ts'

/** The data key of an open vault. */
export interface OpenRing {
  readonly key: Uint8Array
  /** Without the slots that this opening made obsolete. */
  readonly contents: VaultContents
  /** The kinds of key that have opened the vault from disk in this process. */
  readonly openedBy: ReadonlySet<'key-store' | 'passphrase'>
  /** The reason why the key store does not open it; `null`: it does. */
  readonly keyStoreTrouble: KeyStoreTrouble | 'not-used' | null
}

/** The result of trying the key slots of a vault. */
export type Unlocking =
  | { readonly kind: 'unlocked'; readonly ring: OpenRing }
  /** Nothing was ever sealed in this vault. */
  | { readonly kind: 'no-slots' }
  | {
      readonly kind: 'locked'
      readonly reason: KeyStoreTrouble | 'passphrase-needed' | 'vault-damaged'
    }

type Tried = { readonly key: Uint8Array; readonly slot: KeyStoreSlot | PassphraseSlot }

type TriedKeyStore = Tried & { readonly slot: KeyStoreSlot; readonly isOutdated: boolean }

async function tryKeyStore(
  { slots, check, vaultId }: VaultContents,
  keyStore: KeyStore,
  withLeaving: boolean,
): Promise<TriedKeyStore | KeyStoreTrouble | 'not-used'> {
  // A slot that a passphrase replaces is only used if the user asks for the key store.
  const tried = keyStoreSlotsOf(slots).filter(
    ({ leavesAfter }) => withLeaving || leavesAfter !== 'passphrase',
  )
  if (tried.length === 0) return 'not-used'
  const fits = (key: Uint8Array) => doesFit(key, check, vaultId)
  const opened = await openKeyStoreSlots(tried, keyStore, fits)
  return opened.kind === 'opened' ? opened : opened.trouble
}

function ringOf(contents: VaultContents, { key, slot }: Tried): OpenRing {
  const slots = afterOpeningBy(contents.slots, slot)
  return {
    key,
    contents: slots === contents.slots ? contents : { ...contents, slots },
    openedBy: new Set(slot.leavesAfter === null ? [slot.kind] : []),
    keyStoreTrouble: slot.kind === 'key-store' ? null : 'not-used',
  }
}

/** `ringOf` with an additional slot under the key store's newer key, if it has one. */
async function renewedRing(
  contents: VaultContents,
  tried: TriedKeyStore,
  keyStore: KeyStore,
): Promise<OpenRing> {
  const ring = ringOf(contents, tried)
  // A slot that is being replaced must not be renewed.
  if (!tried.isOutdated || tried.slot.leavesAfter !== null) return ring
  const made = await makeKeyStoreSlot(tried.key, keyStore)
  // The slot that opened the vault stays until the new one has opened it.
  if (made.kind === 'trouble') return ring
  const slots = withSlot(ring.contents.slots, made.slot, true)
  return { ...ring, contents: { ...ring.contents, slots } }
}

/** An authenticated data key that does not fit means that the check value is damaged. */
async function tryPassphrase(
  { slots, check, vaultId }: VaultContents,
  passphrase: string,
): Promise<Tried | 'wrong' | 'vault-damaged'> {
  for (const slot of passphraseSlotsOf(slots)) {
    const key = await openPassphraseSlot(slot, passphrase, vaultId)
    if (key === undefined) continue
    if (doesFit(key, check, vaultId)) return { key, slot }
    key.fill(0)
    return 'vault-damaged'
  }
  return 'wrong'
}

async function unlockByPassphrase(
  contents: VaultContents,
  keyStore: KeyStore,
  passphrase: string,
): Promise<Unlocking> {
  const tried = await tryPassphrase(contents, passphrase)
  if (tried === 'wrong') throw new Failure({ code: 'wrong-passphrase' })
  if (tried === 'vault-damaged') return { kind: 'locked', reason: 'vault-damaged' }
  const ring = ringOf(contents, tried)
  // Removing a key later depends on whether the key store opens the vault too.
  const byStore = await tryKeyStore(ring.contents, keyStore, false)
  if (typeof byStore === 'string') {
    return { kind: 'unlocked', ring: { ...ring, keyStoreTrouble: byStore } }
  }
  const both = await renewedRing(ring.contents, byStore, keyStore)
  byStore.key.fill(0)
  const openedBy = new Set([...ring.openedBy, ...both.openedBy])
  return { kind: 'unlocked', ring: { ...both, key: ring.key, openedBy } }
}

/** Unwraps the data key of a vault. Throws only `wrong-passphrase`. */
export async function unlock(
  contents: VaultContents,
  keyStore: KeyStore,
  opener: Opener,
): Promise<Unlocking> {
  if (contents.slots.length === 0) return { kind: 'no-slots' }
  if (opener.kind === 'passphrase') {
    return unlockByPassphrase(contents, keyStore, opener.passphrase)
  }
  const tried = await tryKeyStore(contents, keyStore, opener.kind === 'key-store')
  if (typeof tried !== 'string') {
    return { kind: 'unlocked', ring: await renewedRing(contents, tried, keyStore) }
  }
  if (tried !== 'not-used') return { kind: 'locked', reason: tried }
  const hasPassphrase = passphraseSlotsOf(contents.slots).length > 0
  return { kind: 'locked', reason: hasPassphrase ? 'passphrase-needed' : 'no-key-store' }
}

/** Returns the contents of a vault file while nothing is sealed. */
export function emptyContents(vaultId: string = randomUUID()): VaultContents {
  return { format: vaultFormat, vaultId, slots: [], check: null }
}

/** Returns the contents of a vault file with its first key slot. */
export function withFirstKey(
  contents: VaultContents,
  key: Uint8Array,
  slot: KeyStoreSlot | PassphraseSlot,
): VaultContents {
  const { vaultId, slots } = contents
  return { ...contents, slots: withSlot(slots, slot, false), check: makeCheck(key, vaultId) }
}

/** Creates a data key under the key store; returns the reason if that fails. Never throws. */
export async function createByKeyStore(
  contents: VaultContents,
  keyStore: KeyStore,
): Promise<OpenRing | UnusableKeyStore> {
  const key = randomBytes(keyLength)
  const made = await makeKeyStoreSlot(key, keyStore)
  if (made.kind === 'trouble') return made.trouble
  return {
    key,
    contents: withFirstKey(contents, key, made.slot),
    openedBy: new Set(),
    keyStoreTrouble: null,
  }
}
