import { randomBytes } from 'node:crypto'
import { Failure } from '../../shared/errors.ts'
import type { KeyStore } from '../engine/ports.ts'
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
import type { Writable } from './open-vault.ts'
import { makePassphraseSlot, openPassphraseSlot } from './passphrase-slot.ts'
import { keyLength } from './sealing.ts'
import type { VaultContents } from './vault-file.ts'

/** What a change of the keys makes of an open vault; nothing of it is written yet. */
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

/** A key that is new has opened nothing yet, whatever the one before it did. */
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
  // A key that does not come back would lose everything that is sealed with it.
  if (back === undefined || !Buffer.from(back).equals(key)) {
    throw new Error('a new passphrase does not open its own slot')
  }
  back.fill(0)
  return slot
}

/**
 * Makes sure that the user knows the passphrase, if one is set. A guess costs what the slot says
 * (scrypt). Throws `wrong-passphrase`.
 */
export async function assertPassphrase(
  { slots, vaultId }: Pick<VaultContents, 'slots' | 'vaultId'>,
  current: string | null,
): Promise<void> {
  const slot = passphraseSlotsOf(slots).find(({ leavesAfter }) => leavesAfter === null)
  if (slot === undefined) return
  const key = current === null ? undefined : await openPassphraseSlot(slot, current, vaultId)
  if (key === undefined) throw new Failure({ code: 'wrong-passphrase' })
  key.fill(0)
}

/** Adds a passphrase, in the place of `current`, the one before. Throws `wrong-passphrase`. */
export async function setPassphrase(
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
  // The one before is of no use where the key store opens the vault as well; where it does
  // not, a slip in the new one would lose everything.
  const slots = withSlot(contents.slots, slot, ring.keyStoreTrouble !== null)
  const changed = withSlots(ring, slots)
  return { ...changed, ring: { ...changed.ring, openedBy: without(ring.openedBy, 'passphrase') } }
}

/**
 * Forgets the passphrase, which is `current`, at once if the key store has shown that it does
 * without. Throws `last-key` and `wrong-passphrase`.
 */
export async function removePassphrase(
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

/** Adds a slot for the key store as it is now; the one before stays until this one has opened. */
export async function addKeyStore(access: Writable, keyStore: KeyStore): Promise<ChangedKeys> {
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

/** Takes the key store away, once it is sure that the user knows the passphrase. */
export async function removeKeyStore(
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
  // From now on the passphrase is the only key: one that takes its place has to open first.
  const onlyByPassphrase: OpenRing = { ...ring, keyStoreTrouble: 'not-used' }
  return withSlots(onlyByPassphrase, withoutSlots(slots, 'key-store', 'now'))
}
