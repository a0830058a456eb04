import { randomBytes } from 'node:crypto'
import { Failure } from '../../shared/errors.ts'
import type { KeyChange, KeyKeeper, KeyStore } from '../engine/ports.ts'
import { createByKeyStore, type OpenRing, withFirstKey } from './key-ring.ts'
import {
  type PassphraseSlot,
  passphraseSlotsOf,
  type ScryptCost,
  standingOf,
  withoutSlots,
  withSlot,
} from './key-slots.ts'
import { makeKeyStoreSlot } from './key-store-slot.ts'
import { makePassphraseSlot, openPassphraseSlot } from './passphrase-slot.ts'
import { keyLength } from './sealing.ts'
import {
  assertWritable,
  type VaultOptions,
  type VaultWriter,
  type Writable,
} from './vault-access.ts'
import type { VaultContents } from './vault-file.ts'

/** The result of a change of the keys, not yet written. */
export interface ChangedKeys {
  readonly contents: VaultContents
  readonly ring: OpenRing
}

function lastKey(): never {
  throw new Failure({ code: 'last-key' })
}

function withSlots(ring: OpenRing, slots: VaultContents['slots']): ChangedKeys {
  const contents = { ...ring.contents, slots }
  return { contents, ring: { ...ring, contents } }
}

/** A new key has not opened anything yet, even if the replaced one has. */
function without(openedBy: OpenRing['openedBy'], kind: 'key-store' | 'passphrase') {
  return new Set([...openedBy].filter((each) => each !== kind))
}

async function makeChecked(
  passphrase: string,
  key: Uint8Array,
  vaultId: string,
  cost?: ScryptCost,
): Promise<PassphraseSlot> {
  const slot = await makePassphraseSlot(passphrase, key, vaultId, cost)
  const back = await openPassphraseSlot(slot, passphrase, vaultId)
  // Everything sealed with a key is lost if the slot does not return that key.
  if (back === undefined || !Buffer.from(back).equals(key)) {
    throw new Error('a new passphrase does not open its own slot')
  }
  back.fill(0)
  return slot
}

/** Throws `wrong-passphrase` if a passphrase is set and `current` is another one, or `null`. */
async function assertPassphrase(
  { slots, vaultId }: Pick<VaultContents, 'slots' | 'vaultId'>,
  current: string | null,
): Promise<void> {
  const slot = passphraseSlotsOf(slots).find(({ leavesAfter }) => leavesAfter === null)
  if (slot === undefined) return
  const key = current === null ? undefined : await openPassphraseSlot(slot, current, vaultId)
  if (key === undefined) throw new Failure({ code: 'wrong-passphrase' })
  key.fill(0)
}

/** Adds a passphrase that replaces `current`. Throws `wrong-passphrase`. */
async function setPassphrase(
  access: Writable,
  passphrase: string,
  current: string | null,
  cost?: ScryptCost,
): Promise<ChangedKeys> {
  const { ring, contents } = access
  await assertPassphrase(contents, current)
  const key = ring?.key ?? randomBytes(keyLength)
  const slot = await makeChecked(passphrase, key, contents.vaultId, cost)
  if (ring === null) {
    const first = withFirstKey(contents, key, slot)
    const keyStoreTrouble = access.reason
    return { contents: first, ring: { key, contents: first, openedBy: new Set(), keyStoreTrouble } }
  }
  // Keep the replaced slot unless the key store also opens the vault: a typing error in the new
  // passphrase would lose everything.
  const slots = withSlot(contents.slots, slot, ring.keyStoreTrouble !== null)
  const changed = withSlots(ring, slots)
  return { ...changed, ring: { ...changed.ring, openedBy: without(ring.openedBy, 'passphrase') } }
}

/**
 * Removes the passphrase `current`: at once if the key store has opened the vault, otherwise when it
 * does. Throws `last-key` and `wrong-passphrase`.
 */
async function removePassphrase(
  { ring, contents }: Writable,
  current: string | null,
): Promise<ChangedKeys> {
  const { slots } = contents
  if (ring === null || ring.keyStoreTrouble !== null) return lastKey()
  if (standingOf(slots, 'key-store') !== 'stays') return lastKey()
  await assertPassphrase(contents, current)
  const when = ring.openedBy.has('key-store') ? 'now' : 'later'
  return withSlots(ring, withoutSlots(slots, 'passphrase', when))
}

/** Adds a slot for the key store; the replaced one stays until the new one has opened the vault. */
async function addKeyStore(access: Writable, keyStore: KeyStore): Promise<ChangedKeys> {
  const { ring, contents } = access
  if (ring === null) {
    const first = await createByKeyStore(contents, keyStore)
    if (typeof first !== 'string') return { contents: first.contents, ring: first }
    throw new Failure({ code: 'key-store-unusable', reason: first })
  }
  const made = await makeKeyStoreSlot(ring.key, keyStore)
  if (made.kind === 'trouble') {
    throw new Failure({ code: 'key-store-unusable', reason: made.trouble })
  }
  const openedBy = without(ring.openedBy, 'key-store')
  const changed = withSlots(ring, withSlot(contents.slots, made.slot, true))
  return { ...changed, ring: { ...changed.ring, openedBy, keyStoreTrouble: null } }
}

/** Removes the key store's slots. Throws `last-key` and `wrong-passphrase`. */
async function removeKeyStore(
  { ring, contents }: Writable,
  passphrase: string,
): Promise<ChangedKeys> {
  const { slots, vaultId } = contents
  const [slot] = passphraseSlotsOf(slots)
  if (ring === null || slot === undefined || slot.leavesAfter !== null) return lastKey()
  await assertPassphrase({ slots, vaultId }, passphrase)
  if (!ring.openedBy.has('passphrase')) {
    return withSlots(ring, withoutSlots(slots, 'key-store', 'later'))
  }
  // `not-used`: the passphrase is now the only key, so a replaced one is kept until the new one opens.
  const onlyByPassphrase: OpenRing = { ...ring, keyStoreTrouble: 'not-used' }
  return withSlots(onlyByPassphrase, withoutSlots(slots, 'key-store', 'now'))
}

/** Changes the keys of an open vault, one change at a time. */
export function createKeyKeeper(
  { keyStore, log, scryptCost }: Pick<VaultOptions, 'keyStore' | 'log' | 'scryptCost'>,
  writer: VaultWriter,
): Omit<KeyKeeper, 'workInMemory'> {
  function change(
    work: (access: Writable) => ChangedKeys | Promise<ChangedKeys>,
  ): Promise<KeyChange> {
    return writer.inTurn(async () => {
      const access = writer.access()
      assertWritable(access)
      const { contents, ring } = await work(access)
      // Deriving a key takes a while: the save of a record may have given way in the meantime.
      assertWritable(writer.access())
      const { onDisk } = access
      await writer.write({ kind: 'writable', contents, onDisk, ring, isWritten: false })
      log.info('keys-changed', { count: contents.slots.length })
      return access.ring === null ? 'first' : 'another'
    })
  }

  return {
    setPassphrase: (passphrase, current = null) =>
      change((access) => setPassphrase(access, passphrase, current, scryptCost)),
    removePassphrase: (current = null) => change((access) => removePassphrase(access, current)),
    checkPassphrase: (current) =>
      // In turn, so that parallel calls do not speed up guessing.
      writer.inTurn(async () => {
        const access = writer.access()
        // Secrets in memory only are not protected by the passphrase.
        if (access.kind === 'closed' && access.protection.kind === 'memory-only') return
        if (access.contents !== undefined) await assertPassphrase(access.contents, current)
      }),
    addKeyStore: () => change((access) => addKeyStore(access, keyStore)),
    leaveKeyStore: (passphrase) => change((access) => removeKeyStore(access, passphrase)),
  }
}
